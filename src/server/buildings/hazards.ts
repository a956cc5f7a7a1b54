import { dangerous, gradeOfHouse } from '#core/buildings/grading'
import type { Hazard, HazardEvent } from '#core/buildings/hazard'
import type { Role } from '#core/people/actor'
import { ok, type Result, refuse } from '#core/result'
import type { Tx } from '../storage/database'

export interface KeptHazard {
  hazard: Hazard
  version: number
}

interface Asked {
  streetId: string
  id: string
}

export async function findHazard(tx: Tx, { streetId, id }: Asked): Promise<KeptHazard | undefined> {
  const row = await byId(tx, { streetId, id }).executeTakeFirst()
  return row && { hazard: row.body, version: row.version }
}

/** Reads one hazard, its house first, and keeps every other change of both waiting until this transaction ends. */
export async function findHazardForStep(tx: Tx, asked: Asked): Promise<KeptHazard | undefined> {
  const found = await findHazard(tx, asked)
  if (!found) return undefined
  // Hazards of one house change its grade together: whoever holds the house may look at all of them.
  await tx
    .selectFrom('buildings')
    .select('id')
    .where('street_id', '=', asked.streetId)
    .where('id', '=', found.hazard.buildingId)
    .forUpdate()
    .execute()
  const row = await byId(tx, asked).forUpdate().executeTakeFirst()
  return row && { hazard: row.body, version: row.version }
}

const byId = (tx: Tx, { streetId, id }: Asked) =>
  tx.selectFrom('hazards').select(['body', 'version']).where('street_id', '=', streetId).where('id', '=', id)

/** Who did it, in which office, and when. */
export interface HazardDeed {
  personId: string | null
  role: Role
  at: number
}

export async function saveNewHazard(tx: Tx, hazard: Hazard, deed: HazardDeed): Promise<void> {
  await tx
    .insertInto('hazards')
    .values({ street_id: hazard.streetId, id: hazard.id, version: 1, body: hazard })
    .execute()
  await appendEvent(tx, hazard, { seq: 1, kind: 'find', detail: {} }, deed)
}

interface SavedStep {
  version: number
  after: Hazard
  event: HazardEvent
}

/** Keeps one step and what it means for the house; answers the new version, or that another step came in between. */
export async function saveHazardStep(
  tx: Tx,
  { version, after, event }: SavedStep,
  deed: HazardDeed,
): Promise<Result<number>> {
  const updated = await tx
    .updateTable('hazards')
    .set({ version: version + 1, body: after })
    .where('street_id', '=', after.streetId)
    .where('id', '=', after.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) return refuse('VERSION_CONFLICT')
  const { kind, ...detail } = event
  await appendEvent(tx, after, { seq: version + 1, kind, detail }, deed)
  if (['grade', 'control', 'review'].includes(kind)) await gradeHouse(tx, after, event, deed)
  return ok(version + 1)
}

async function appendEvent(
  tx: Tx,
  { streetId, id }: Hazard,
  line: { seq: number; kind: string; detail: object },
  { personId, role, at }: HazardDeed,
): Promise<void> {
  await tx
    .insertInto('hazard_events')
    .values({
      street_id: streetId,
      hazard_id: id,
      seq: line.seq,
      kind: line.kind,
      at,
      actor_id: personId,
      actor_role: role,
      detail: JSON.stringify(line.detail),
    })
    .execute()
}

/**
 * A house is as bad as the worst of its open hazards (4.2 I2). Graded D it stands empty from that instant (I3), and
 * is in use again when the last such hazard is cleared: that step is the record of the lifting.
 */
async function gradeHouse(tx: Tx, hazard: Hazard, event: HazardEvent, deed: HazardDeed): Promise<void> {
  const { streetId, buildingId } = hazard
  const open = await tx
    .selectFrom('hazards')
    .select('grade')
    .where('street_id', '=', streetId)
    .where('building_id', '=', buildingId)
    .where('state', '<>', 'cleared')
    .execute()
  const house = await tx
    .selectFrom('buildings')
    .select(['hazard_grade', 'status', 'use'])
    .where('street_id', '=', streetId)
    .where('id', '=', buildingId)
    .executeTakeFirstOrThrow()
  const grade = gradeOfHouse(
    open.map((one) => one.grade),
    hazard.grade,
  )
  const status = statusAfter(house.status, grade, event)
  await tx
    .updateTable('buildings')
    .set({
      hazard_grade: grade,
      status,
      // Whoever lived there for rent does not any more; the card says so too once somebody looks again.
      use: status !== 'in_use' && house.use === 'rent' ? 'vacant' : house.use,
      graded_by: deed.personId,
      graded_at: deed.at,
    })
    .where('street_id', '=', streetId)
    .where('id', '=', buildingId)
    .execute()
}

type Status = 'in_use' | 'evacuated' | 'sealed'

function statusAfter(before: Status, grade: Hazard['grade'], event: HazardEvent): Status {
  if (event.kind === 'control' && event.control === 'seal') return 'sealed'
  if (event.kind === 'control' && event.control === 'evacuate' && before === 'in_use') return 'evacuated'
  if (grade === 'D') return before === 'in_use' ? 'evacuated' : before
  return grade !== null && dangerous(grade) ? before : 'in_use'
}
