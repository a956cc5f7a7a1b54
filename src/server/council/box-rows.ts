import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import type { Tables } from '../storage/tables'
import { bucketOf, bucketsFor, newBoxKey, openSlot, sealSlot, slotsOf } from './box'

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

/** What one house, or person, says. */
export interface Voice {
  voiceId: string
  marks: string
}

/** Puts choices where the last ones of the same houses, or persons, lay if there were any. */
export async function putIntoBox(
  tx: Tx,
  { streetId, vault }: Keeping,
  box: Box,
  voices: readonly Voice[],
): Promise<void> {
  const { pollId } = box
  const isThere = isOf(streetId, box)
  const { key_enc, buckets } = await tx
    .selectFrom('poll_boxes')
    .select(['key_enc', 'buckets'])
    .where(isThere)
    .executeTakeFirstOrThrow()
  if (key_enc === null) throw new Error('the box of an open poll has lost its key')
  const inSlot = slotsOf(vault, pollId, key_enc)
  const filled = new Map<number, Record<string, string>>()
  for (const { voiceId, marks } of voices) {
    const slot = inSlot(voiceId)
    const bucket = bucketOf(slot, buckets)
    filled.set(bucket, { ...filled.get(bucket), [slot]: sealSlot(vault, { pollId, slot }, marks) })
  }
  const touched = [...filled].map(([bucket, slots]) => ({ bucket, slots }))
  // Held in one order everywhere: two groups of voices wait for each other and not in a circle.
  await tx
    .selectFrom('poll_buckets')
    .select('bucket')
    .where(isThere)
    .where(sql<SqlBool>`bucket = any(${[...filled.keys()]}::int[])`)
    .orderBy('bucket')
    .forUpdate()
    .execute()
  await sql`
    update poll_buckets as old set slots = old.slots || new.slots
    from json_to_recordset(${JSON.stringify(touched)}::json) as new(bucket int, slots jsonb)
    where old.street_id = ${streetId} and old.poll_id = ${pollId} and old.kind = ${box.kind}
      and old.bucket = new.bucket`.execute(tx)
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
