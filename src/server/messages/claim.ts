import { sql } from 'kysely'
import { wordsOf } from '#core/council/motion'
import { type Sorted, sortOut, type Waiting } from '#core/messages/sorting'
import { isBookingNews, isCouncilNews, isStillOpen, isStillTrue } from '#core/messages/worth'
import { bodyNow } from '../concerns/owner'
import type { System } from '../operation'
import { openidOf } from '../people/openids'
import type { Tx } from '../storage/database'
import { NO_GRANTS, openGrants, spendGrant } from './grants'
import type { About } from './letter'
import { settle } from './settle'

type Keeping = Pick<System, 'streetId' | 'vault'>

/** Long enough for WeChat's slowest answer and a new token; then another worker may take its place. */
const LEASE_MS = 60_000

/** One message in the hands of one worker. */
export interface Claimed {
  id: string
  personId: string
  openid: string
  template: Waiting['template']
  about: About
  at: number
  tries: number
  leasedUntil: number
}

/**
 * Takes what is due for one person whom no other worker serves at this moment, and settles what need not be sent.
 * `none`: nothing is due; `tidied`: nothing of his is to be sent now.
 */
export async function claimNext(tx: Tx, keeping: Keeping, now: number): Promise<Claimed | 'tidied' | 'none'> {
  const personId = await lockSomebody(tx, keeping.streetId, now)
  if (personId === null) return 'none'

  const whose = { streetId: keeping.streetId, personId }
  const rows = await waitingFor(tx, whose, now)
  // Another worker may have taken it between our look and our lock.
  if (rows.some(({ leased_until }) => leased_until !== null && leased_until > now)) return 'tidied'

  const grants = (await openGrants(tx, keeping.streetId, [personId])).get(personId) ?? NO_GRANTS
  const sorted = sortOut(rows.map(asWaiting), grants, now)
  await tidy(tx, keeping.streetId, sorted, now)
  const row = rows.find(({ id }) => id === sorted.send?.id)
  if (!row) return 'tidied'

  const openid = await openidOf(tx, keeping, personId)
  if (openid === null || (row.leased_until !== null && row.repeats > 0)) {
    await settle(tx, keeping.streetId, row.id, { outcome: 'given_up', at: now })
    return 'tidied'
  }
  const grant = { messageId: row.id, template: row.template }
  if (row.grant_id === null && !(await spendGrant(tx, whose, grant))) return 'tidied'
  return lease(tx, keeping.streetId, { row, openid, now })
}

/** The person's own row is the gate: two messages at once to the same person are refused by WeChat (43108). */
async function lockSomebody(tx: Tx, streetId: string, now: number): Promise<string | null> {
  const due = await tx
    .selectFrom('outgoing_messages as o')
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'o.street_id').onRef('p.id', '=', 'o.person_id'),
    )
    .select('o.person_id')
    .where('o.street_id', '=', streetId)
    .where('o.settled_at', 'is', null)
    .where('o.due_at', '<=', now)
    .where(
      sql<boolean>`not exists (
        select from outgoing_messages busy
        where busy.street_id = o.street_id and busy.person_id = o.person_id and busy.settled_at is null
          and busy.leased_until > ${now}
      )`,
    )
    .orderBy('o.urgent', 'desc')
    .orderBy('o.due_at')
    .limit(1)
    .forNoKeyUpdate(['p'])
    .skipLocked()
    .executeTakeFirst()
  return due?.person_id ?? null
}

const waitingFor = (tx: Tx, { streetId, personId }: { streetId: string; personId: string }, now: number) =>
  tx
    .selectFrom('outgoing_messages as o')
    .innerJoin('inbox_messages as m', (on) =>
      on.onRef('m.street_id', '=', 'o.street_id').onRef('m.id', '=', 'o.inbox_id'),
    )
    .leftJoin('concerns as c', (on) =>
      on.onRef('c.street_id', '=', 'o.street_id').onRef('c.id', '=', 'o.concern_id'),
    )
    .leftJoin('motions as t', (on) =>
      on.onRef('t.street_id', '=', 'o.street_id').onRef('t.id', '=', 'o.motion_id'),
    )
    .leftJoin('service_offers as f', (on) =>
      on.onRef('f.street_id', '=', 'o.street_id').onRef('f.id', '=', 'o.offer_id'),
    )
    .leftJoin('message_grants as g', (on) =>
      on.onRef('g.street_id', '=', 'o.street_id').onRef('g.spent_on', '=', 'o.id'),
    )
    .selectAll('o')
    .select(['m.read_at', 'g.id as grant_id', bodyNow(now).as('body'), 't.body as motion', 'f.body as offer'])
    .select(
      sql<boolean>`exists (
        select from offer_bookings b
        where b.street_id = o.street_id and b.offer_id = o.offer_id and b.starts_at = o.starts_at
          and b.person_id = o.person_id and b.state = 'booked'
      )`.as('isBooked'),
    )
    .where('o.street_id', '=', streetId)
    .where('o.person_id', '=', personId)
    .where('o.settled_at', 'is', null)
    .execute()

type Row = Awaited<ReturnType<typeof waitingFor>>[number]

const asWaiting = (row: Row): Waiting => ({
  id: row.id,
  concernId: row.concern_id ?? row.motion_id ?? row.offer_id ?? row.id,
  template: row.template,
  weight: row.weight,
  urgent: row.urgent,
  at: row.at,
  dueAt: row.due_at,
  until: row.until,
  read: row.read_at !== null,
  outdated: isOutdated(row),
  holdsGrant: row.grant_id !== null,
})

/** A concern, a motion or a sitting: the table keeps that a message is about one of them. */
function isOutdated({ kind, body, motion, isBooked }: Row): boolean {
  if (isBookingNews(kind)) return !isBooked
  if (isCouncilNews(kind)) return motion === null || !isStillOpen(kind, motion.state)
  return !isStillTrue(kind, body)
}

function aboutOf({ kind, body: concern, motion, offer, starts_at: startsAt }: Row): About {
  if (isBookingNews(kind)) {
    if (offer === null || startsAt === null) throw new Error('a message about a booking of nothing')
    return { kind, sitting: { offerId: offer.id, title: offer.words.title, startsAt } }
  }
  if (!isCouncilNews(kind)) return { kind, concern }
  if (motion === null) throw new Error('a message about a vote of no motion')
  return { kind, motion: { id: motion.id, title: wordsOf(motion).title } }
}

async function tidy(tx: Tx, streetId: string, { leave, wait }: Sorted, at: number): Promise<void> {
  for (const { id, why } of leave) await settle(tx, streetId, id, { outcome: why, at })
  for (const { id, dueAt } of wait) {
    await tx
      .updateTable('outgoing_messages')
      .set({ due_at: dueAt })
      .where('street_id', '=', streetId)
      .where('id', '=', id)
      .where('due_at', '<', dueAt)
      .execute()
  }
}

/** A lease that ran out means a worker that died, perhaps after WeChat had taken the message: counted. */
async function lease(
  tx: Tx,
  streetId: string,
  { row, openid, now }: { row: Row; openid: string; now: number },
): Promise<Claimed> {
  const leasedUntil = now + LEASE_MS
  const tries = row.tries + 1
  await tx
    .updateTable('outgoing_messages')
    .set({
      leased_until: leasedUntil,
      tries,
      repeats: row.repeats + (row.leased_until === null ? 0 : 1),
    })
    .where('street_id', '=', streetId)
    .where('id', '=', row.id)
    .execute()
  const { id, person_id: personId, template, at } = row
  return { id, personId, openid, template, about: aboutOf(row), at, tries, leasedUntil }
}
