import { patrolFact } from '#core/evaluation/facts'
import { weeksOf } from '#core/evaluation/period'
import { type HeadSubject, idsOf, type Source } from './source'

/** 巡查: one round a week by the head himself, in the weeks that ended in the month. */
export const patrols: Source<HeadSubject> = async (asked) => {
  const { tx, streetId, window, subjects } = asked
  const [first] = weeksOf(window, 0)
  const rounds = await tx
    .selectFrom('inspections')
    .select(['id', 'building_id', 'by_id', 'at'])
    .where('street_id', '=', streetId)
    .where('building_id', 'in', idsOf(asked))
    .where('kind', '=', 'patrol')
    .where('at', '>=', first?.from ?? window.from)
    .where('at', '<', window.to)
    .execute()
  return subjects.map(({ id, personId, since }) => {
    const own = rounds.filter(({ building_id, by_id }) => building_id === id && by_id === personId)
    return { subjectId: id, facts: weeksOf(window, since).map((week) => patrolFact(week, own)) }
  })
}
