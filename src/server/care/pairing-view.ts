import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import type { ShownPairing } from '#contracts/pairings'
import { helperOf, type Pairing } from '#core/care/pairing'
import { mayOn, type PairingContext } from '#core/care/pairing-steps'
import { isOverdue, nextVisitDay } from '#core/care/visits'
import { mayAt } from '#core/people/place-rights'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { contextFor, type KeptPairing } from './pairing-rows'
import { openAbout, placeOfVisit } from './sealed'

type Whole = OutputOf<'pairings.get'>

/** A pairing as a row of a list. */
export function shownOf(
  { pairing, words, label }: KeptPairing,
  { actor, now, ofHousehold }: PairingContext,
  names: Map<string, string>,
): ShownPairing {
  const helperId = helperOf(pairing)
  const isHelper = helperId !== null && helperId === actor.personId
  return {
    id: pairing.id,
    state: pairing.state,
    name: words.name,
    house: label,
    helper: helperId && (names.get(helperId) ?? ''),
    needs: pairing.needs,
    mine: isHelper ? 'helper' : ofHousehold ? 'household' : null,
    visitEvery: pairing.visitEvery,
    lastVisit: 'lastVisit' in pairing ? pairing.lastVisit : null,
    nextVisit: pairing.state === 'active' ? nextVisitDay(pairing) : null,
    overdue: isOverdue(pairing, now),
    proposedAt: pairing.proposedAt,
  }
}

/** Its page, for one of both sides or an office that arranges it. */
export async function wholeOf(asking: Asking, kept: KeptPairing): Promise<Whole> {
  const { pairing, words, version } = kept
  const context = await contextFor(asking, pairing)
  const consent = 'consent' in pairing ? pairing.consent : null
  const names = await personNames(asking, [helperOf(pairing), consent?.by])
  return {
    ...shownOf(kept, context, names),
    version,
    gridPath: pairing.gridPath,
    buildingId: pairing.buildingId,
    told: words.told,
    consent: consent && { how: consent.how, by: names.get(consent.by) ?? '', at: consent.at },
    ending: endingOf(kept),
    source: sourceFor(pairing, context),
    visits: await visitsFor(asking, kept, context),
    tasks: await tasksOf(asking, pairing),
    may: deedsOf(pairing, context),
  }
}

function endingOf({ pairing, words }: KeptPairing): Whole['ending'] {
  if (pairing.state !== 'ended' && pairing.state !== 'declined') return null
  const reason = pairing.state === 'ended' ? pairing.reason : null
  return { reason, words: words.ending, at: pairing.endedAt }
}

/** That a household is on the restricted list is told to those alone who read that list. */
function sourceFor(pairing: Pairing, { actor }: PairingContext): Whole['source'] {
  const { kind } = pairing.source
  if (kind === 'none') return kind
  const action = kind === 'hardship' ? 'hardship.read' : 'pairing.read'
  return mayOn(actor, action, pairing) ? kind : 'none'
}

/** The days for everybody here; the words for the helper who wrote them. */
async function visitsFor(
  { tx, system }: Asking,
  { pairing, keyEnc }: KeptPairing,
  { actor }: PairingContext,
): Promise<Whole['visits']> {
  const rows = await tx
    .selectFrom('pairing_visits')
    .select(['id', 'day', 'confirmed', 'note_enc', 'helper_id'])
    .where('street_id', '=', system.streetId)
    .where('pairing_id', '=', pairing.id)
    .orderBy('day', 'desc')
    .limit(60)
    .execute()
  return rows.map(({ id, day, confirmed, note_enc, helper_id }) => {
    const whose = { personId: pairing.personId, keyEnc, place: placeOfVisit(id) }
    const note = helper_id === actor.personId ? openAbout(system, note_enc, whose) : null
    return { id, day, confirmed, note }
  })
}

/** 志愿任务 that grew out of it: public by themselves, without saying for whom. */
async function tasksOf({ tx, system }: Asking, { id }: Pairing): Promise<Whole['tasks']> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, body -> 'words' ->> 'title' as title from volunteer_tasks
    where street_id = ${system.streetId} and body -> 'source' ->> 'kind' = 'pairing'
      and body -> 'source' ->> 'id' = ${id}
    order by starts_at desc limit 20`.execute(tx)
  return rows
}

type Deed = Whole['may'][number]

function deedsOf(pairing: Pairing, { actor, ofHousehold }: PairingContext): Deed[] {
  const isHelper = helperOf(pairing) === actor.personId
  const arranges = mayOn(actor, 'pairing.assign', pairing)
  const proposer = pairing.proposedBy === actor.personId
  const waits = pairing.state === 'suggested' || pairing.state === 'proposed'
  const place = { gridPath: pairing.gridPath, buildingId: null }
  const may: [Deed, boolean][] = [
    ['assign', pairing.state === 'suggested' && arranges],
    ['consent', pairing.state === 'proposed' && ofHousehold],
    [
      'record_consent',
      pairing.state === 'proposed' && !isHelper && mayOn(actor, 'pairing.record_consent', pairing),
    ],
    ['decline', waits && (ofHousehold || isHelper || arranges || proposer)],
    ['visit', pairing.state === 'active' && isHelper],
    ['confirm', ofHousehold],
    ['end', pairing.state === 'active' && (ofHousehold || isHelper || arranges || proposer)],
    ['read_notes', !isHelper && !ofHousehold && mayOn(actor, 'pairing.read_notes', pairing)],
    ['task', pairing.state === 'active' && mayAt(actor, 'task.write', place) !== null],
  ]
  return may.flatMap(([deed, allowed]) => (allowed ? [deed] : []))
}
