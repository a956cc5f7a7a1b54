import { sql } from 'kysely'
import { roughly } from '#core/concerns/place'
import { keptFor, type PassingKind } from '#core/people/personal-data'
import { cutChain } from '../audit/cut'
import { sweepHardship, sweepPairings } from '../care/forget'
import type { Vault } from '../people/vault'
import { dropFiles } from '../photos/dropped'
import { loosePhotos } from '../photos/loose'
import type { Tx } from '../storage/database'

interface Sweep {
  streetId: string
  vault: Pick<Vault, 'sign'>
  now: number
  /** Rows at most. */
  limit: number
}

/** Takes away what has been kept long enough, at most `limit` rows; answers how many. */
type Sweeper = (tx: Tx, sweep: Sweep) => Promise<number>

const MINUTE = 60_000

const before = (kind: PassingKind, now: number): number => now - keptFor(kind)

/** One for each kind of the catalogue that has a limit in days: a kind without a sweep does not compile. */
export const SWEEPS: Record<PassingKind, Sweeper> = {
  /** A session lives as long as the catalogue says and is worth nothing afterwards. */
  session: async (tx, { streetId, now, limit }) => {
    const ended = tx
      .selectFrom('sessions')
      .select('token_hash')
      .where('street_id', '=', streetId)
      .where('expires_at', '<=', now)
      .orderBy('expires_at')
      .limit(limit)
    return deleted(
      tx.deleteFrom('sessions').where('street_id', '=', streetId).where('token_hash', 'in', ended),
    )
  },

  repeats: async (tx, { streetId, now, limit }) => {
    const { numAffectedRows } = await sql`
      delete from commands where (street_id, actor_id, key) in (
        select street_id, actor_id, key from commands
        where street_id = ${streetId} and at < ${before('repeats', now)} order by at limit ${limit}
      )`.execute(tx)
    return Number(numAffectedRows ?? 0)
  },

  calls: async (tx, { streetId, now, limit }) => {
    const minute = Math.floor(before('calls', now) / MINUTE)
    const { numAffectedRows } = await sql`
      delete from call_counts where (street_id, caller, counted) in (
        select street_id, caller, counted from call_counts
        where street_id = ${streetId} and minute < ${minute} order by minute limit ${limit}
      )`.execute(tx)
    return Number(numAffectedRows ?? 0)
  },

  outbox: async (tx, { streetId, now, limit }) => {
    const old = tx
      .selectFrom('outgoing_messages')
      .select('id')
      .where('street_id', '=', streetId)
      .where('settled_at', '<', before('outbox', now))
      .orderBy('settled_at')
      .limit(limit)
    const ids = (await old.execute()).map(({ id }) => id)
    if (ids.length === 0) return 0
    // The grant a message was spent on tells of it, and goes first.
    await tx
      .deleteFrom('message_grants')
      .where('street_id', '=', streetId)
      .where('spent_on', 'in', ids)
      .execute()
    return deleted(
      tx.deleteFrom('outgoing_messages').where('street_id', '=', streetId).where('id', 'in', ids),
    )
  },

  /** Counted from the day the matter was closed: until then those who handle it have to reach him. */
  helped: async (tx, { streetId, now, limit }) => {
    const { numAffectedRows } = await sql`
      delete from helped_persons where street_id = ${streetId} and concern_id in (
        select h.concern_id from helped_persons h
        join concerns c on c.street_id = h.street_id and c.id = h.concern_id
        where h.street_id = ${streetId} and c.closed_at < ${before('helped', now)}
        order by c.closed_at limit ${limit}
      )`.execute(tx)
    return Number(numAffectedRows ?? 0)
  },

  /** Counted from the day the matter was closed: until then somebody has to find the place. */
  place: async (tx, { streetId, now, limit }) => {
    const exact = await tx
      .selectFrom('concerns')
      .select(['id', 'body'])
      .where('street_id', '=', streetId)
      .where('closed_at', '<', before('place', now))
      .where(
        sql<boolean>`lat_e6 is not null and (building_id is not null or lat_e6 % 1000 <> 0 or lng_e6 % 1000 <> 0)`,
      )
      .orderBy('closed_at')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id, body } of exact)
      await tx
        .updateTable('concerns')
        .set({ body: { ...body, place: roughly(body.place) } })
        .where('street_id', '=', streetId)
        .where('id', '=', id)
        .execute()
    return exact.length
  },

  pairing: (tx, { streetId, now, limit }) =>
    sweepPairings(tx, { streetId, before: before('pairing', now), now, limit }),
  hardship: (tx, { streetId, now, limit }) =>
    sweepHardship(tx, { streetId, before: before('hardship', now), limit }),
  /** Counted from the day it was for. */
  bookings: async (tx, { streetId, now, limit }) => {
    const old = tx
      .selectFrom('offer_bookings')
      .select('id')
      .where('street_id', '=', streetId)
      .where('starts_at', '<', before('bookings', now))
      .orderBy('starts_at')
      .limit(limit)
    return deleted(tx.deleteFrom('offer_bookings').where('street_id', '=', streetId).where('id', 'in', old))
  },

  deeds: (tx, sweep) => cutChain(tx, { ...sweep, chain: 'audit_log', before: before('deeds', sweep.now) }),
  looks: (tx, sweep) => cutChain(tx, { ...sweep, chain: 'access_log', before: before('looks', sweep.now) }),

  loose_photos: async (tx, { streetId, now, limit }) => {
    const loose = await loosePhotos(tx, streetId)
      .where('p.created_at', '<', before('loose_photos', now))
      .orderBy('p.created_at')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    await dropFiles(tx, { streetId, photoIds: loose.map(({ id }) => id), now })
    return loose.length
  },
}

const deleted = async (query: {
  executeTakeFirst(): Promise<{ numDeletedRows: bigint } | undefined>
}): Promise<number> => Number((await query.executeTakeFirst())?.numDeletedRows ?? 0)
