import { sql } from 'kysely'
import type { Choice } from '#core/council/tally'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { bucketOf, bucketsFor, newBoxKey, openSlot, sealSlot, slotOf } from './box'

type Keeping = Pick<System, 'streetId' | 'vault'>

/** The box of a secret poll, with all its buckets from the opening on: one that appeared later would tell when. */
export async function setUpBox(
  tx: Tx,
  { streetId, vault }: Keeping,
  { pollId, units }: { pollId: string; units: number },
): Promise<void> {
  const buckets = bucketsFor(units)
  await tx
    .insertInto('poll_boxes')
    .values({ street_id: streetId, poll_id: pollId, key_enc: newBoxKey(vault, pollId), buckets })
    .execute()
  await sql`
    insert into poll_buckets (street_id, poll_id, bucket)
    select ${streetId}, ${pollId}, n from generate_series(0, ${buckets - 1}::int) n`.execute(tx)
}

/** Puts a unit's choice where its last one lay, if it had one. */
export async function putIntoBox(
  tx: Tx,
  { streetId, vault }: Keeping,
  { pollId, unitId, choice }: { pollId: string; unitId: string; choice: Choice },
): Promise<void> {
  const { key_enc, buckets } = await tx
    .selectFrom('poll_boxes')
    .select(['key_enc', 'buckets'])
    .where('street_id', '=', streetId)
    .where('poll_id', '=', pollId)
    .executeTakeFirstOrThrow()
  if (key_enc === null) throw new Error('the box of an open poll has lost its key')
  const slot = slotOf(vault, { pollId, unitId }, key_enc)
  const sealed = sealSlot(vault, { pollId, slot }, choice)
  await tx
    .updateTable('poll_buckets')
    .set({ slots: sql`slots || jsonb_build_object(${slot}::text, ${sealed}::text)` })
    .where('street_id', '=', streetId)
    .where('poll_id', '=', pollId)
    .where('bucket', '=', bucketOf(slot, buckets))
    .execute()
}

/** What lies in the box of a poll that is held alone. */
export async function countBox(
  tx: Tx,
  { streetId, vault }: Keeping,
  pollId: string,
): Promise<Record<Choice, number>> {
  const rows = await tx
    .selectFrom('poll_buckets')
    .select('slots')
    .where('street_id', '=', streetId)
    .where('poll_id', '=', pollId)
    .execute()
  const cast: Record<Choice, number> = { for: 0, against: 0, abstain: 0 }
  for (const { slots } of rows)
    for (const [slot, sealed] of Object.entries(slots)) cast[openSlot(vault, { pollId, slot }, sealed)] += 1
  return cast
}

/** Of a poll that is over: its choices are gone, and with its key the way from a unit to its slot. */
export async function emptyBox(tx: Tx, streetId: string, pollId: string): Promise<void> {
  await tx
    .deleteFrom('poll_buckets')
    .where('street_id', '=', streetId)
    .where('poll_id', '=', pollId)
    .execute()
  await tx
    .updateTable('poll_boxes')
    .set({ key_enc: null })
    .where('street_id', '=', streetId)
    .where('poll_id', '=', pollId)
    .execute()
}
