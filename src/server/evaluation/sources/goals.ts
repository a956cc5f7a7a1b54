import { goalFact } from '#core/evaluation/facts'
import { weeksOf } from '#core/evaluation/period'
import { weekWith } from '#core/goals/week'
import { type GridSubject, idsOf, type Source } from './source'

/**
 * 小目标: of each week that ended in the month, whether its goal was done. A grid is asked from its first goal on: a week
 * without one is then a week in which nothing was done, or setting none would be the best of goals.
 */
export const goals: Source<GridSubject> = async (asked) => {
  const { tx, streetId, window, subjects } = asked
  const rows = await tx
    .selectFrom('weekly_goals')
    .select(['id', 'grid_path', 'week', 'state', 'due_at'])
    .where('street_id', '=', streetId)
    .where('grid_path', 'in', idsOf(asked))
    .where('due_at', '<=', window.to)
    .execute()
  return subjects.map(({ id }) => {
    const own = rows.filter(({ grid_path }) => grid_path === id)
    const first = Math.min(...own.map(({ due_at }) => due_at))
    const weeks = weeksOf(window, 0).filter(({ to }) => to >= first && to > window.from)
    return {
      subjectId: id,
      facts: weeks.map((week) =>
        goalFact(week, own.find((goal) => goal.week === weekWith(week.from)) ?? null),
      ),
    }
  })
}
