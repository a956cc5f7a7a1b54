import type { OutputOf } from '#contracts/operations'
import { dueOfHardship } from '#core/care/hardship-due'
import { mayOnCase, ownerOf, worksOnCase } from '#core/care/hardship-rights'
import type { Actor } from '#core/people/actor'
import type { Asking } from '../operation'
import { isStoppedIn } from '../people/consents'
import { keyOf } from '../people/personal-keys'
import { openPhone } from '../people/profile'
import { personNames } from '../queries/names'
import type { KeptCase } from './hardship-rows'
import { ownersFor } from './owners'

type Whole = OutputOf<'hardship.read'>
type Frame = OutputOf<'hardship.list'>['items'][number]
type Names = Map<string, string>

/** What the list says of a case: nothing of whose it is, or why. */
export function frameOf({ kept, label }: KeptCase, now: number, names: Names): Frame {
  const due = dueOfHardship(kept)
  const owner = ownerOf(kept)
  return {
    id: kept.id,
    state: kept.state,
    level: 'level' in kept ? kept.level : null,
    house: label,
    owner: owner && (names.get(owner) ?? ''),
    reportedAt: kept.reportedAt,
    dueAt: due?.at ?? null,
    overdue: due !== null && due.at < now,
    agreed: kept.consent !== null,
  }
}

/** The whole of it, for one who may read it; that he did is the caller's to write down. */
export async function caseFor(asking: Asking, opened: KeptCase): Promise<Whole> {
  const { kept, words, version } = opened
  const events = await eventsOf(asking, opened)
  const people = [
    ...events.map(({ actor_id }) => actor_id),
    ...words.reviews.map(({ by }) => by),
    ownerOf(kept),
    kept.consent?.by,
  ]
  const names = await personNames(asking, people)
  const may = deedsOf(asking.actor, opened)
  return {
    ...frameOf(opened, asking.now, names),
    version,
    ...(await whoseOf(asking, opened)),
    reasons: words.reasons,
    told: words.told,
    consent: kept.consent && { ...kept.consent, by: names.get(kept.consent.by) ?? '' },
    assessment: words.assessment,
    appeal: words.appeal,
    policies: words.policies,
    measures: measuresOf(opened),
    reviews: words.reviews.map((one) => ({ ...one, by: names.get(one.by) ?? '' })),
    outcome: outcomeOf(opened),
    timeline: events.map(({ seq, kind, at, actor_id }) => ({ seq, kind, at, by: names.get(actor_id) ?? '' })),
    owners: may.includes('assess') ? await ownersFor(asking, kept) : [],
    may,
    pairingId: await pairingOf(asking, opened),
  }
}

/** Its name and number: as told when it was reported, else as the person himself left them here. */
async function whoseOf(
  { tx, system }: Asking,
  { kept, words }: KeptCase,
): Promise<{ name: string; phone: string | null }> {
  if (kept.personId === null) return { name: words.name, phone: words.phone }
  const person = await tx
    .selectFrom('persons')
    .select(['id', 'public_name', 'phone_enc', keyOf('persons.street_id', 'persons.id').as('key_enc')])
    .select(isStoppedIn('phone', 'persons.street_id', 'persons.id').as('stopped'))
    .where('street_id', '=', system.streetId)
    .where('id', '=', kept.personId)
    .executeTakeFirstOrThrow()
  const { phone_enc, stopped } = person
  const left = phone_enc && !stopped ? openPhone(system.vault, { ...person, phone_enc }) : null
  return { name: words.name || person.public_name, phone: words.phone ?? left }
}

export const measuresOf = ({ kept, words }: KeptCase): Whole['measures'] =>
  ('measures' in kept ? kept.measures : []).map(({ id, dueAt, doneAt }) => ({
    id,
    dueAt,
    doneAt,
    what: words.measures[id]?.what ?? '',
    who: words.measures[id]?.who ?? '',
    result: words.measures[id]?.result ?? '',
  }))

function outcomeOf({ kept }: KeptCase): Whole['outcome'] {
  if (kept.state === 'struck') return kept.outcome
  return 'concludedAt' in kept ? kept.state : null
}

type Deed = Whole['may'][number]

function deedsOf(actor: Actor, { kept }: KeptCase): Deed[] {
  const { state } = kept
  const holds = (action: 'hardship.open' | 'hardship.assess' | 'hardship.second'): boolean =>
    mayOnCase(actor, action, kept) !== null
  const works = worksOnCase(actor, kept)
  const runs = state === 'listed' || state === 'helping'
  const assesses =
    state === 'appealed'
      ? holds('hardship.second') && kept.refusedBy !== actor.personId
      : holds('hardship.assess')
  const concluded = 'concludedAt' in kept
  const isOther = concluded && kept.concludedBy !== actor.personId && ownerOf(kept) !== actor.personId
  const may: [Deed, boolean][] = [
    ['record_consent', state === 'reported' && kept.consent === null && holds('hardship.open')],
    ['assess', (state === 'reported' || state === 'appealed') && kept.consent !== null && assesses],
    ['measure', runs && works],
    ['done', state === 'helping' && works],
    ['policies', runs && works],
    ['review', runs && works],
    ['strike', isOther && holds('hardship.second')],
    ['pair', runs && kept.buildingId !== null && works],
  ]
  return may.flatMap(([deed, allowed]) => (allowed ? [deed] : []))
}

const eventsOf = ({ tx }: Asking, { kept }: KeptCase) =>
  tx
    .selectFrom('hardship_events')
    .select(['seq', 'kind', 'at', 'actor_id'])
    .where('street_id', '=', kept.streetId)
    .where('case_id', '=', kept.id)
    .orderBy('seq')
    .execute()

/** The pairing that grew out of it and still stands. */
async function pairingOf({ tx }: Asking, { kept }: KeptCase): Promise<string | null> {
  const rows = await tx
    .selectFrom('pairings')
    .select(['id', 'body'])
    .where('street_id', '=', kept.streetId)
    .where('building_id', '=', kept.buildingId ?? '')
    .where('state', 'in', ['suggested', 'proposed', 'active'])
    .execute()
  const born = rows.find(({ body: { source } }) => source.kind === 'hardship' && source.id === kept.id)
  return born?.id ?? null
}
