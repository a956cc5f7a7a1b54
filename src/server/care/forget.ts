import { sql } from 'kysely'
import type { Ending, Pairing } from '#core/care/pairing'
import { dropFiles } from '../photos/dropped'
import type { Tx } from '../storage/database'
import { withdrawCasesOf } from './withdraw'

interface Leaving {
  streetId: string
  personId: string
  now: number
}

/**
 * 注销: who was visited is visited no more, and nothing that was said of him is left; who visited stops, and what he
 * wrote stays as long as the household's own.
 */
export async function forgetPairings(tx: Tx, { streetId, personId, now }: Leaving): Promise<void> {
  const rows = await tx
    .selectFrom('pairings')
    .select(['id', 'body'])
    .where('street_id', '=', streetId)
    .where((is) => is.or([is('person_id', '=', personId), is('helper_id', '=', personId)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id, body } of rows) {
    const his = body.personId === personId
    await tx
      .updateTable('pairings')
      .set({ body: over(body, { by: personId, reason: his ? 'household' : 'helper', now }), next_at: null })
      .set(his ? { words_enc: null } : {})
      .where('street_id', '=', streetId)
      .where('id', '=', id)
      .execute()
    if (his) await forgetNotes(tx, { streetId, pairingId: id, now })
  }
}

function over(pairing: Pairing, { by, reason, now }: { by: string; reason: Ending; now: number }): Pairing {
  const ended = { endedAt: now, endedBy: by }
  if (pairing.state === 'active') return { ...pairing, ...ended, state: 'ended', reason }
  if (pairing.state === 'proposed') return { ...pairing, ...ended, state: 'declined' }
  if (pairing.state === 'suggested') return { ...pairing, ...ended, state: 'declined', helperId: null }
  return pairing
}

interface Forgetting {
  streetId: string
  pairingId: string
  now: number
}

/** What was written of a home, and the slip that was signed there; that somebody came on a day stays. */
async function forgetNotes(tx: Tx, { streetId, pairingId, now }: Forgetting): Promise<void> {
  await tx
    .updateTable('pairing_visits')
    .set({ note_enc: null })
    .where('street_id', '=', streetId)
    .where('pairing_id', '=', pairingId)
    .execute()
  const slips = await tx
    .deleteFrom('care_photos')
    .where('street_id', '=', streetId)
    .where('pairing_id', '=', pairingId)
    .returning('photo_id')
    .execute()
  await dropFiles(tx, { streetId, photoIds: slips.map(({ photo_id }) => photo_id), now })
}

/** His own cases lose every word. What he reported for a neighbour is that neighbour's. */
export const forgetHardship = (tx: Tx, leaving: Leaving): Promise<void> => withdrawCasesOf(tx, leaving)

interface Sweep {
  streetId: string
  /** What ended before this instant. */
  before: number
  now: number
  limit: number
}

/** 到期清掉: of pairings that ended so long ago the words; the numbers stay. */
export async function sweepPairings(tx: Tx, { streetId, before, now, limit }: Sweep): Promise<number> {
  const old = await tx
    .selectFrom('pairings')
    .select('id')
    .where('street_id', '=', streetId)
    .where('words_enc', 'is not', null)
    .where('ended_at', '<', before)
    .orderBy('ended_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of old) {
    await forgetNotes(tx, { streetId, pairingId: id, now })
    await tx
      .updateTable('pairings')
      .set({ words_enc: null, phone_index: null })
      .where('street_id', '=', streetId)
      .where('id', '=', id)
      .execute()
  }
  return old.length
}

/** Likewise of cases that were struck off, or not listed. */
export async function sweepHardship(
  tx: Tx,
  { streetId, before, limit }: Omit<Sweep, 'now'>,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update hardship_cases set words_enc = null, phone_index = null where street_id = ${streetId} and id in (
      select id from hardship_cases
      where street_id = ${streetId} and words_enc is not null and state in ('struck', 'not_listed')
        and coalesce(struck_at, (body ->> 'refusedAt')::bigint) < ${before}
      order by id limit ${limit} for update skip locked
    )`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
