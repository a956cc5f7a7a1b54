import type { OutputOf } from '#contracts/operations'
import type { MonthlyChange } from '#core/goals/change'
import type { GoalSource, WeeklyGoal } from '#core/goals/goal'
import { spanOfWeek } from '#core/goals/week'
import { mayAt } from '#core/people/place-rights'
import { councilPhotos } from '../council/photos'
import type { Asking } from '../operation'
import { gridNames } from '../queries/grid-names'
import { personNames } from '../queries/names'
import type { CouncilTables } from '../storage/tables/council'
import type { KeptGoal } from './rows'

type Goal = OutputOf<'goals.get'>
type Change = OutputOf<'changes.get'>
type Subject = CouncilTables['council_photos']['subject']

/** Whose it is, or whoever may set it. */
export const mayProve = ({ actor }: Pick<Asking, 'actor'>, goal: WeeklyGoal): boolean =>
  goal.ownerId === actor.personId || maySet({ actor }, goal.gridPath)

export const maySet = ({ actor }: Pick<Asking, 'actor'>, gridPath: string): boolean =>
  mayAt(actor, 'goal.set', { gridPath, buildingId: null }) !== null

export async function goalsShown(asking: Asking, kept: readonly KeptGoal[]): Promise<Goal[]> {
  const { now } = asking
  const goals = kept.map(({ goal }) => goal)
  const grids = await gridNames(
    asking,
    goals.map(({ gridPath }) => gridPath),
  )
  const names = await personNames(
    asking,
    goals.map(({ ownerId }) => ownerId),
  )
  const sources = await titlesOf(
    asking,
    goals.flatMap(({ about }) => (about ? [about] : [])),
  )
  const photosOf = await shownPhotos(
    asking,
    ['goal'],
    goals.map(({ id }) => id),
  )
  return kept.map(({ goal, version }) => {
    const { from, to } = spanOfWeek(goal.week)
    return {
      id: goal.id,
      version,
      gridPath: goal.gridPath,
      gridName: grids.get(goal.gridPath) ?? '',
      week: goal.week,
      text: goal.text,
      owner: names.get(goal.ownerId) ?? '',
      state: goal.state,
      note: goal.state === 'done' ? goal.note : '',
      dueAt: to,
      doneAt: goal.state === 'done' ? goal.doneAt : null,
      about: sources.find(({ kind, id }) => goal.about?.kind === kind && goal.about.id === id) ?? null,
      photos: photosOf(goal.id, 'goal'),
      mayProve: goal.state === 'open' && now >= from && now < to && mayProve(asking, goal),
    }
  })
}

export async function changesShown(asking: Asking, changes: readonly MonthlyChange[]): Promise<Change[]> {
  const grids = await gridNames(
    asking,
    changes.map(({ gridPath }) => gridPath),
  )
  const sourcesOf = ({ concernIds, projectIds }: MonthlyChange): GoalSource[] => [
    ...concernIds.map((id) => ({ kind: 'concern' as const, id })),
    ...projectIds.map((id) => ({ kind: 'project' as const, id })),
  ]
  const linked = await titlesOf(asking, changes.flatMap(sourcesOf))
  const photosOf = await shownPhotos(
    asking,
    ['change_before', 'change_after'],
    changes.map(({ id }) => id),
  )
  return changes.map((change) => ({
    id: change.id,
    gridPath: change.gridPath,
    gridName: grids.get(change.gridPath) ?? '',
    month: change.month,
    title: change.title,
    words: change.words,
    at: change.at,
    before: photosOf(change.id, 'change_before'),
    after: photosOf(change.id, 'change_after'),
    links: sourcesOf(change).flatMap(
      (source) => linked.find(({ kind, id }) => kind === source.kind && id === source.id) ?? [],
    ),
  }))
}

/** What has passed its check, for everybody; the rest for the one who took it. */
async function shownPhotos(asking: Asking, subjects: Subject[], ids: string[]) {
  const { actor, now, system } = asking
  const photos = (await councilPhotos(asking, subjects, ids)).filter(
    ({ state, uploaderId }) => state === 'pass' || uploaderId === actor.personId,
  )
  return (id: string, subject: Subject) =>
    photos
      .filter((one) => one.subjectId === id && one.subject === subject)
      .map((one) => ({
        id: one.id,
        url: system.photoLinks.url(one.id, one.state === 'pass' ? 'all' : 'insiders', now),
      }))
}

/** What these are called, as far as everybody may read them: public concerns, and projects. */
export async function titlesOf({ tx, system }: Asking, sources: readonly GoalSource[]) {
  const idsOf = (kind: GoalSource['kind']) => sources.filter((one) => one.kind === kind).map(({ id }) => id)
  const concernIds = idsOf('concern')
  const projectIds = idsOf('project')
  const concerns =
    concernIds.length === 0
      ? []
      : await tx
          .selectFrom('concerns')
          .select(['id', 'body'])
          .where('street_id', '=', system.streetId)
          .where('id', 'in', concernIds)
          .where('visibility', '=', 'public')
          .where('state', '<>', 'held')
          .execute()
  const projects =
    projectIds.length === 0
      ? []
      : await tx
          .selectFrom('projects')
          .select(['id', 'body'])
          .where('street_id', '=', system.streetId)
          .where('id', 'in', projectIds)
          .execute()
  return [
    ...concerns.map(({ id, body }) => ({ kind: 'concern' as const, id, title: body.title })),
    ...projects.map(({ id, body }) => ({ kind: 'project' as const, id, title: body.title })),
  ]
}
