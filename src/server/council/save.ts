import { sql } from 'kysely'
import { dueOf } from '#core/council/due'
import type { Motion } from '#core/council/motion'
import type { MotionEvent } from '#core/council/motion-events'
import { motionDay, motionNumber } from '#core/council/propose'
import type { Role } from '#core/people/actor'
import type { Tx } from '../storage/database'
import type { KeptMotion } from './load'

/** Who did it, in which office, and when. */
export interface MotionDeed {
  /** `null` for the clock. */
  personId: string | null
  role: Role
  at: number
}

/** Takes the next number of the day. Its row stays locked until the transaction ends, so this is asked last. */
export async function nextMotionNumber(tx: Tx, streetId: string, now: number): Promise<string> {
  const day = motionDay(now)
  const { last } = await tx
    .insertInto('daily_numbers')
    .values({ street_id: streetId, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'day']).doUpdateSet({ last: sql`daily_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return motionNumber(day, last)
}

export async function saveNewMotion(tx: Tx, motion: Motion, deed: MotionDeed): Promise<void> {
  const { streetId, id } = motion
  await tx
    .insertInto('motions')
    .values({ street_id: streetId, id, version: 1, body: motion, next_at: dueOf(motion, null)?.at ?? null })
    .execute()
  await appendEvent(tx, motion, { seq: 1, kind: 'propose', detail: {} }, deed)
}

interface SavedStep {
  after: Motion
  event: MotionEvent
  /** The close of the poll that this step opened. */
  closesAt?: number
}

/** Keeps one step on a motion whose row is locked, as the next version and the next line of its story. */
export async function saveMotionStep(
  tx: Tx,
  before: KeptMotion,
  { after, event, closesAt }: SavedStep,
  deed: MotionDeed,
): Promise<number> {
  const version = before.version + 1
  await tx
    .updateTable('motions')
    .set({ version, body: after, next_at: dueOf(after, closesAt ?? null)?.at ?? null })
    .where('street_id', '=', after.streetId)
    .where('id', '=', after.id)
    .execute()
  const { kind, ...detail } = event
  await appendEvent(tx, after, { seq: version, kind, detail }, deed)
  return version
}

async function appendEvent(
  tx: Tx,
  { streetId, id }: Motion,
  line: { seq: number; kind: string; detail: object },
  { personId, role, at }: MotionDeed,
): Promise<void> {
  await tx
    .insertInto('motion_events')
    .values({
      street_id: streetId,
      motion_id: id,
      seq: line.seq,
      kind: line.kind,
      at,
      actor_id: personId,
      actor_role: role,
      detail: JSON.stringify(line.detail),
    })
    .execute()
}
