import { type ExpressionBuilder, sql } from 'kysely'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import type { Tables } from '../storage/tables'
import { bucketOf, bucketsFor, newBoxKey, openSlot, sealSlot, slotOf } from './box'

type Keeping = Pick<System, 'streetId' | 'vault'>

/** A poll has a box for the houses' votes, if it is secret, and one for what residents think, if they are asked. */
export interface Box {
  pollId: string
  kind: 'vote' | 'opinion'
}

/** A box with all its buckets, before anybody speaks: one that appeared later would tell when. */
export async function setUpBox(
  tx: Tx,
  { streetId, vault }: Keeping,
  { pollId, kind, voices }: Box & { voices: number },
): Promise<void> {
  const buckets = bucketsFor(voices)
  const box = { street_id: streetId, poll_id: pollId, kind }
  await tx
    .insertInto('poll_boxes')
    .values({ ...box, key_enc: newBoxKey(vault, pollId), buckets })
    .execute()
  await sql`
    insert into poll_buckets (street_id, poll_id, kind, bucket)
    select ${streetId}, ${pollId}, ${kind}, n from generate_series(0, ${buckets - 1}::int) n`.execute(tx)
}

/** Puts a choice where the last one of the same house, or person, lay if there was one. */
export async function putIntoBox(
  tx: Tx,
  { streetId, vault }: Keeping,
  { pollId, kind, voiceId, marks }: Box & { voiceId: string; marks: string },
): Promise<void> {
  const isThere = isOf(streetId, { pollId, kind })
  const { key_enc, buckets } = await tx
    .selectFrom('poll_boxes')
    .select(['key_enc', 'buckets'])
    .where(isThere)
    .executeTakeFirstOrThrow()
  if (key_enc === null) throw new Error('the box of an open poll has lost its key')
  const slot = slotOf(vault, { pollId, unitId: voiceId }, key_enc)
  const sealed = sealSlot(vault, { pollId, slot }, marks)
  await tx
    .updateTable('poll_buckets')
    .set({ slots: sql`slots || jsonb_build_object(${slot}::text, ${sealed}::text)` })
    .where(isThere)
    .where('bucket', '=', bucketOf(slot, buckets))
    .execute()
}

/** What lies in the box of a poll that is held alone: the marks of every ballot, in no order that means anything. */
export async function openBox(tx: Tx, { streetId, vault }: Keeping, box: Box): Promise<string[]> {
  const rows = await tx.selectFrom('poll_buckets').select('slots').where(isOf(streetId, box)).execute()
  return rows.flatMap(({ slots }) =>
    Object.entries(slots).map(([slot, sealed]) => openSlot(vault, { pollId: box.pollId, slot }, sealed)),
  )
}

/** Of a poll that is over: its choices are gone, and with its key the way from a voice to its slot. */
export async function emptyBox(tx: Tx, streetId: string, box: Box): Promise<void> {
  await tx.deleteFrom('poll_buckets').where(isOf(streetId, box)).execute()
  await tx.updateTable('poll_boxes').set({ key_enc: null }).where(isOf(streetId, box)).execute()
}

const isOf =
  (streetId: string, { pollId, kind }: Box) =>
  (is: ExpressionBuilder<Tables, 'poll_boxes' | 'poll_buckets'>) =>
    is.and({ street_id: streetId, poll_id: pollId, kind })
