import { type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { type MonthlyChange, whyNotTell } from '#core/goals/change'
import { maySetFor, proveGoal, type WeeklyGoal } from '#core/goals/goal'
import { weekAfter, weekWith } from '#core/goals/week'
import { levelOf } from '#core/grids/grid'
import { ok, type Result, refuse } from '#core/result'
import { sendToCheck } from '../content/errand-rows'
import { mayBeShown } from '../content/said'
import { tieCouncilPhotos } from '../council/photos'
import { findGoal, findGoalForStep, type KeptGoal, saveChange, saveGoal, saveNewGoal } from '../goals/rows'
import { changesShown, goalsShown, mayProve, maySet, titlesOf } from '../goals/view'
import { tellPeople } from '../heads/tell'
import type { Asking, HandlersOf } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { chainOf } from '../queries/grids'
import { personNames } from '../queries/names'
import { under } from '../queries/under'

type Names =
  | 'goals.list'
  | 'goals.get'
  | 'goals.set'
  | 'goals.prove'
  | 'changes.list'
  | 'changes.get'
  | 'changes.tell'

export const goalHandlers: HandlersOf<Names> = {
  'goals.list': listGoals,
  'goals.get': async ({ id }, asking) => {
    const kept = await findGoal(asking.tx, { streetId: asking.system.streetId, id })
    const [shown] = kept ? await goalsShown(asking, [kept]) : []
    return shown ? ok(shown) : refuse('NOT_FOUND')
  },
  'goals.set': setGoal,
  'goals.prove': prove,
  'changes.list': listChanges,
  'changes.get': async ({ id }, asking) => {
    const row = await changeRows(asking).where('id', '=', id).executeTakeFirst()
    const [shown] = row ? await changesShown(asking, [row.change]) : []
    return shown ? ok(shown) : refuse('NOT_FOUND')
  },
  'changes.tell': tellChange,
}

async function listGoals(
  { gridPath, cursor }: ParsedOf<'goals.list'>,
  asking: Asking,
): Promise<Result<OutputOf<'goals.list'>>> {
  const { tx, now, system } = asking
  const after = readCursor(cursor)
  if (!after.ok) return after
  if ((await chainOf(asking, gridPath)).length === 0) return refuse('NOT_FOUND')
  let asked = tx
    .selectFrom('weekly_goals')
    .select(['body as goal', 'version', 'due_at as dueAt', 'id'])
    .where('street_id', '=', system.streetId)
    .where(under('grid_path', gridPath))
    .orderBy('due_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (after.value) asked = asked.where(sql<SqlBool>`(due_at, id) < (${after.value.at}, ${after.value.id})`)
  const page = pageOf(await asked.execute(), ({ dueAt, id }) => ({ at: dueAt, id }))
  const isHis = levelOf(gridPath) === 2 && maySet(asking, gridPath)
  const weeks = [weekWith(now), weekAfter(weekWith(now))]
  const set = new Set(isHis ? await weeksSet(asking, gridPath, weeks) : weeks)
  return ok({
    items: await goalsShown(asking, page.rows),
    cursor: page.cursor,
    maySet: weeks.filter((week) => !set.has(week)),
    mayTell: isHis,
  })
}

async function weeksSet({ tx, system }: Asking, gridPath: string, weeks: string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('weekly_goals')
    .select('week')
    .where('street_id', '=', system.streetId)
    .where('grid_path', '=', gridPath)
    .where('week', 'in', weeks)
    .execute()
  return rows.map(({ week }) => week)
}

async function setGoal(
  { gridPath, week, text, ownerId, about }: ParsedOf<'goals.set'>,
  asking: Asking,
): Promise<Result<OutputOf<'goals.set'>>> {
  const { tx, actor, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const owner = ownerId ?? personId
  const isGrid = levelOf(gridPath) === 2 && (await chainOf(asking, gridPath)).length > 0
  if (!isGrid || !(await personNames(asking, [owner])).has(owner)) return refuse('NOT_FOUND')
  if (!maySet(asking, gridPath)) return refuse('FORBIDDEN')
  if (about && (await titlesOf(asking, [about])).length === 0) return refuse('NOT_FOUND')
  if (!mayBeShown(asking, text)) return refuse('CONTENT_RISKY')
  const now = await asking.instant()
  if (!maySetFor(week, now)) return refuse('NOT_IN_THIS_STATE')
  const goal: WeeklyGoal = {
    id: system.newId(),
    streetId: system.streetId,
    gridPath,
    week,
    text,
    ownerId: owner,
    about,
    setBy: personId,
    setAt: now,
    state: 'open',
  }
  if (!(await saveNewGoal(tx, goal))) return refuse('GOAL_SET')
  if (owner !== personId)
    await tellPeople(tx, system, {
      personIds: [owner],
      kind: 'goal_yours',
      title: text,
      about: { kind: 'goal', id: goal.id },
      now,
    })
  return ok({ id: goal.id, version: 1 })
}

async function prove(
  { id, version, note, photoIds }: ParsedOf<'goals.prove'>,
  asking: Asking,
): Promise<Result<OutputOf<'goals.prove'>>> {
  const { tx, actor, system } = asking
  const kept: KeptGoal | undefined = await findGoalForStep(tx, { streetId: system.streetId, id })
  if (!kept) return refuse('NOT_FOUND')
  if (!actor.personId || !mayProve(asking, kept.goal)) return refuse('FORBIDDEN')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  if (!mayBeShown(asking, note)) return refuse('CONTENT_RISKY')
  const now = await asking.instant()
  const proven = proveGoal(kept.goal, { by: actor.personId, note, photos: photoIds.length, now })
  if (!proven.ok) return proven
  if (!(await show(asking, { subject: 'goal', subjectId: id }, photoIds))) return refuse('PHOTO_REFUSED')
  return ok({ id, version: await saveGoal(tx, kept, proven.value) })
}

/** Photos everybody will see go the way of every public photo: shown once they have passed their check. */
async function show(
  asking: Asking,
  shown: Parameters<typeof tieCouncilPhotos>[1],
  photoIds: string[],
): Promise<boolean> {
  const tied = await tieCouncilPhotos(asking, shown, photoIds)
  if (tied) await sendToCheck(asking.tx, { system: asking.system, ids: photoIds, now: asking.now })
  return tied
}

const changeRows = ({ tx, system }: Asking) =>
  tx
    .selectFrom('monthly_changes')
    .select(['body as change', 'at', 'id'])
    .where('street_id', '=', system.streetId)

async function listChanges(
  { gridPath, cursor }: ParsedOf<'changes.list'>,
  asking: Asking,
): Promise<Result<OutputOf<'changes.list'>>> {
  const after = readCursor(cursor)
  if (!after.ok) return after
  if ((await chainOf(asking, gridPath)).length === 0) return refuse('NOT_FOUND')
  let asked = changeRows(asking)
    .where(under('grid_path', gridPath))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (after.value) asked = asked.where(sql<SqlBool>`(at, id) < (${after.value.at}, ${after.value.id})`)
  const page = pageOf(await asked.execute(), ({ at, id }) => ({ at, id }))
  const items = await changesShown(
    asking,
    page.rows.map(({ change }) => change),
  )
  return ok({ items, cursor: page.cursor })
}

async function tellChange(
  { gridPath, before, after, ...told }: ParsedOf<'changes.tell'>,
  asking: Asking,
): Promise<Result<OutputOf<'changes.tell'>>> {
  const { tx, actor, now, system } = asking
  if (!actor.personId) return refuse('NOT_AUTHENTICATED')
  if (levelOf(gridPath) !== 2 || (await chainOf(asking, gridPath)).length === 0) return refuse('NOT_FOUND')
  if (!maySet(asking, gridPath)) return refuse('FORBIDDEN')
  if (!mayBeShown(asking, [told.title, told.words])) return refuse('CONTENT_RISKY')
  const refusal = whyNotTell({ month: told.month, before: before.length, after: after.length }, now)
  if (refusal) return refuse(refusal)
  const sources = [
    ...told.concernIds.map((id) => ({ kind: 'concern' as const, id })),
    ...told.projectIds.map((id) => ({ kind: 'project' as const, id })),
  ]
  if ((await titlesOf(asking, sources)).length < sources.length) return refuse('NOT_FOUND')
  const change: MonthlyChange = {
    ...told,
    id: system.newId(),
    streetId: system.streetId,
    gridPath,
    by: actor.personId,
    at: now,
  }
  await saveChange(tx, change)
  const isShown =
    (await show(asking, { subject: 'change_before', subjectId: change.id }, before)) &&
    (await show(asking, { subject: 'change_after', subjectId: change.id }, after))
  return isShown ? ok({ id: change.id }) : refuse('PHOTO_REFUSED')
}
