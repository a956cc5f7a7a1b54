import { sql } from 'kysely'
import { hazardSteps } from '#contracts/hazards'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { Hazard, HazardEvent } from '#core/buildings/hazard'
import { decideHazard, findHazard as found, stepsFor } from '#core/buildings/hazard-steps'
import { gridsFor, mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import { findHazardForStep, type KeptHazard, saveHazardStep, saveNewHazard } from '../buildings/hazards'
import { findHouse, type House } from '../buildings/house'
import { photosShowing, tiePhotos } from '../buildings/photos'
import { tellHazard } from '../buildings/tell-hazard'
import type { Asking, Handler, HandlersOf } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { personNames } from '../queries/names'
import { under } from '../queries/under'

type StepName = keyof typeof hazardSteps

export const hazardHandlers: HandlersOf<'hazards.report' | 'hazards.list' | 'hazards.get'> = {
  'hazards.report': async ({ buildingId, kind, words, photoIds }, asking) => {
    const house = await findHouse(asking.tx, { streetId: asking.system.streetId, id: buildingId })
    if (!house) return refuse('NOT_FOUND')
    const id = await keepFound(asking, house, { kind, words, source: 'report' })
    const tied = await tiePhotos(asking, { buildingId, subject: 'hazard', subjectId: id }, photoIds)
    return tied ? ok({ id }) : refuse('PHOTO_REFUSED')
  },

  'hazards.list': async (input, asking) => {
    const after = readCursor(input.cursor)
    if (!after.ok) return after
    let asked = rows(asking)
      .where(mine(asking))
      .orderBy('h.found_at', 'desc')
      .orderBy('h.id', 'desc')
      .limit(PAGE + 1)
    if (input.gridPath) asked = asked.where(under('h.grid_path', input.gridPath))
    if (input.buildingId) asked = asked.where('h.building_id', '=', input.buildingId)
    asked = asked.where('h.state', input.show === 'cleared' ? '=' : '<>', 'cleared')
    if (input.show === 'overdue') asked = asked.where('h.due_at', '<', asking.now)
    if (after.value)
      asked = asked.where(sql<boolean>`(h.found_at, h.id) < (${after.value.at}, ${after.value.id})`)
    const page = pageOf(await asked.execute(), ({ found_at, id }) => ({ at: found_at, id }))
    return ok({ items: page.rows.map((row) => rowOf(row.body, row.label, asking.now)), cursor: page.cursor })
  },

  'hazards.get': async ({ id }, asking) => {
    const row = await rows(asking).where(mine(asking)).where('h.id', '=', id).executeTakeFirst()
    if (!row) return refuse('NOT_FOUND')
    return ok(await wholeOf(asking, row))
  },
}

interface Found {
  kind: Hazard['kind']
  words: string
  source: Hazard['source']
}

/** Keeps a danger somebody found; answers its id. */
export async function keepFound(asking: Asking, building: House, given: Found): Promise<string> {
  const { tx, actor, now, system } = asking
  const { streetId } = system
  const by = actor.personId ?? ''
  const hazard = found({ ...given, id: system.newId(), streetId, building, by, now })
  await saveNewHazard(tx, hazard, { personId: by, role: 'resident', at: now })
  await tellHazard(tx, system, { news: 'hazard_found', hazard, by, now })
  return hazard.id
}

async function takeStep(
  { id, version, event }: { id: string; version: number; event: HazardEvent },
  asking: Asking,
): Promise<Result<OutputOf<StepName>>> {
  const { tx, actor, now, system } = asking
  const kept = await findHazardForStep(tx, { streetId: system.streetId, id })
  if (!kept || !isMine(asking, kept)) return refuse('NOT_FOUND')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  const decided = decideHazard(kept.hazard, event, { actor, now })
  if (!decided.ok) return decided

  const { hazard: after, grant } = decided.value
  const deed = { personId: actor.personId, role: grant.role, at: now }
  const saved = await saveHazardStep(tx, { version, after, event }, deed)
  if (!saved.ok) return saved
  if (after.state === 'cleared')
    await tellHazard(tx, system, { news: 'hazard_cleared', hazard: after, by: actor.personId, now })
  const shown = { buildingId: after.buildingId, subject: 'hazard', subjectId: id } as const
  const photoIds = event.kind === 'finish' ? event.photoIds : []
  return (await tiePhotos(asking, shown, photoIds))
    ? ok({ id, version: saved.value })
    : refuse('PHOTO_REFUSED')
}

/** The operation's name ends in the event's kind, and its input holds that event's words: the contract says so. */
function handlerOf(name: StepName): Handler<StepName> {
  const kind = name.slice('hazards.'.length)
  return ({ id, version, ...words }: ParsedOf<StepName>, asking) =>
    takeStep({ id, version, event: { kind, ...words } as HazardEvent }, asking)
}

export const hazardStepHandlers = Object.fromEntries(
  (Object.keys(hazardSteps) as StepName[]).map((name) => [name, handlerOf(name)]),
) as unknown as HandlersOf<StepName>

/** A hazard is read by those who work on the house, the housing office, and whoever told of it. */
const READS = ['building.read', 'hazard.grade'] as const

const isMine = ({ actor }: Asking, { hazard }: KeptHazard): boolean =>
  (actor.personId !== null && hazard.foundBy === actor.personId) ||
  READS.some((action) => mayAt(actor, action, hazard))

function mine({ actor }: Asking) {
  const grids = READS.flatMap((action) => gridsFor(actor, action))
  const houses = actor.grants.flatMap(({ role, buildingId }) =>
    role === 'head' && buildingId ? [buildingId] : [],
  )
  const reached = [
    sql<boolean>`h.body ->> 'foundBy' = ${actor.personId}::text`,
    ...grids.map((path) => under('h.grid_path', path)),
    ...houses.map((id) => sql<boolean>`h.building_id = ${id}`),
  ]
  return sql<boolean>`(${sql.join(reached, sql` or `)})`
}

const rows = ({ tx, system }: Asking) =>
  tx
    .selectFrom('hazards as h')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'h.street_id').onRef('b.id', '=', 'h.building_id'),
    )
    .select(['h.id', 'h.body', 'h.version', 'h.found_at', 'b.label'])
    .where('h.street_id', '=', system.streetId)

const rowOf = (hazard: Hazard, buildingLabel: string, now: number) => ({
  id: hazard.id,
  buildingId: hazard.buildingId,
  buildingLabel,
  gridPath: hazard.gridPath,
  kind: hazard.kind,
  words: hazard.words,
  state: hazard.state,
  grade: hazard.grade,
  level: hazard.level,
  foundAt: hazard.foundAt,
  dueAt: hazard.dueAt,
  overdue: hazard.dueAt !== null && hazard.dueAt < now,
})

async function wholeOf(
  asking: Asking,
  row: { body: Hazard; label: string; version: number },
): Promise<OutputOf<'hazards.get'>> {
  const { body: hazard } = row
  const events = await asking.tx
    .selectFrom('hazard_events')
    .select(['seq', 'kind', 'at', 'actor_id'])
    .where('street_id', '=', hazard.streetId)
    .where('hazard_id', '=', hazard.id)
    .orderBy('seq')
    .execute()
  const { control, plan, done, review, proposed, gradedBy, foundBy } = hazard
  const people = [control, plan, done, review, proposed].map((part) => part?.by)
  const names = await personNames(asking, [
    ...people,
    gradedBy,
    foundBy,
    ...events.map(({ actor_id }) => actor_id),
  ])
  const name = (id: string | null): string => (id === null ? '' : (names.get(id) ?? ''))
  const named = <Part extends { by: string }>(part: Part | null) => part && { ...part, by: name(part.by) }
  return {
    ...rowOf(hazard, row.label, asking.now),
    version: row.version,
    source: hazard.source,
    foundBy: name(foundBy),
    proposed: named(proposed),
    gradedBy: gradedBy === null ? null : name(gradedBy),
    control: named(control),
    plan: named(plan),
    done: named(done),
    review: named(review),
    photos: await photosShowing(asking, 'hazard', hazard.id),
    timeline: events.map(({ seq, kind, at, actor_id }) => ({
      seq,
      kind: kind as HazardEvent['kind'] | 'find',
      at,
      by: name(actor_id),
    })),
    may: stepsFor(hazard, asking),
  }
}
