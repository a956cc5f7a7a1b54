import { sql } from 'kysely'
import type { ParsedOf } from '#contracts/operations'
import { dayOf } from '#core/concerns/calendar'
import { tellPeople } from '../heads/tell'
import type { Vault } from '../people/vault'
import type { Tx } from '../storage/database'
import { CASES, type CaseTale, PAIRINGS, type PairingTale } from './care-tales'
import { DAY, STREET } from './codes'
import { type Play, playIn } from './council-play'
import { buildingId } from './estate'
import { type At, atFrom } from './moves'
import type { Part } from './part'
import { personOf } from './personas'
import { digestOf } from './rows'

const PIONEER = personOf('pioneer.captain')
const STAFF = personOf('staff.grid')
const COMMUNITY = personOf('community.staff')
const SECRETARY = personOf('secretary')

/** 结对、解困: who visits whom since when, one visit that was missed, and cases in every state. */
export function carePart(epoch: number, vault: Vault): Part {
  return {
    name: 'pilot.care',
    says: '写下结对和解困',
    digest: () => digestOf({ epoch, pairings: PAIRINGS, cases: CASES }),
    async write(tx) {
      const telling = { tx, play: playIn(tx, vault, 'ca'), at: atFrom(epoch) }
      for (const tale of CASES) await tellCase(telling, tale)
      for (const tale of PAIRINGS) await tellPairing(telling, tale)
      await readByNow(tx)
    },
  }
}

interface Telling {
  tx: Tx
  play: Play
  at: At
}

async function tellPairing({ tx, play, at }: Telling, tale: PairingTale): Promise<void> {
  const { id, house, by, helper, household, ago } = tale
  const proposal: ParsedOf<'pairings.propose'> = {
    buildingId: buildingId(house),
    name: tale.name,
    phone: null,
    needs: tale.needs,
    told: tale.told,
    visitEvery: tale.every,
    helperId: helper ? personOf(helper) : null,
    source: tale.hardship ? { kind: 'hardship', id: tale.hardship } : { kind: 'none' },
  }
  const person = by ? personOf(by) : PIONEER
  let step = await play.does({ person, at: at(-ago, '9:30'), ids: [id] }, 'pairings.propose', proposal)
  if (household) await link(tx, tale, at(-ago, '9:30'))
  if (!tale.visits) return
  const agreed = at(-ago + 1, '10:00')
  const proof = { how: 'witness', witness: '楼下的邻居' } as const
  step = household
    ? await play.does({ person: personOf(household), at: agreed }, 'pairings.consent', step)
    : await play.does({ person: STAFF, at: agreed }, 'pairings.record_consent', { ...step, proof })
  for (const [n, [days, note]] of tale.visits.entries()) {
    const visitId = `${id}.v${n + 1}`
    const deed = { person: personOf(helper ?? ''), at: at(-days, '18:30'), ids: [visitId] }
    const day = dayOf(at(-days, '12:00'))
    step = await play.does(deed, 'pairings.visit', { ...step, day, note })
    const isLast = n === tale.visits.length - 1
    // The last one waits for the household's word.
    if (household && !isLast)
      await play.does({ person: personOf(household), at: at(-days, '20:00') }, 'pairings.confirm_visit', {
        id,
        visitId,
        came: true,
      })
  }
  if (tale.ended)
    await play.does({ person: PIONEER, at: at(-tale.ended.ago, '9:00') }, 'pairings.end', {
      ...step,
      reason: tale.ended.reason,
      words: tale.ended.words,
    })
}

/** The demo's people have no WeChat: what a number it had vouched for would have joined, and been told, is so here. */
async function link(tx: Tx, { id, house, household = '' }: PairingTale, now: number): Promise<void> {
  const personId = personOf(household)
  await sql`update pairings set body = jsonb_set(body, '{personId}', to_jsonb(${personId}::text))
    where street_id = ${STREET} and id = ${id}`.execute(tx)
  await tellPeople(
    tx,
    { streetId: STREET, newId: () => `cn.${id}` },
    {
      personIds: [personId],
      kind: 'pairing_proposed',
      title: `${house}栋`,
      about: { kind: 'pairing', id },
      now,
    },
  )
}

async function tellCase({ play, at }: Telling, tale: CaseTale): Promise<void> {
  const { id, house, by, own, ago, reasons, told } = tale
  const neighbour = own ? null : { name: tale.name, phone: null, consent: 'in_person' as const }
  const given = { buildingId: buildingId(house), reasons, told, neighbour, agreed: true as const }
  // His own yes is written down first, under an id of its own.
  const ids = own ? [`consent.${id}`, id] : [id]
  await play.does({ person: personOf(by), at: at(-ago, '10:00'), ids }, 'hardship.report', given)
  if (!tale.listed) return
  const { level, owner, words } = tale.listed
  const ownerId = owner ? personOf(owner) : null
  let step = await play.does({ person: COMMUNITY, at: at(-ago + 2, '15:00') }, 'hardship.list_case', {
    ...{ id, version: 1, level, ownerId, reasons, words },
  })
  const worker = owner ? personOf(owner) : COMMUNITY
  for (const [n, { what, who, days, done }] of (tale.measures ?? []).entries()) {
    const begun = at(-ago + 3 + n, '9:00')
    const measureId = `${id}.m${n + 1}`
    step = await play.does({ person: worker, at: begun, ids: [measureId] }, 'hardship.measure', {
      ...{ ...step, what, who, dueAt: begun + days * DAY },
    })
    if (done)
      step = await play.does({ person: worker, at: begun + 5 * DAY }, 'hardship.done', {
        ...{ ...step, measureId, result: done },
      })
  }
  if (tale.policies)
    step = await play.does({ person: worker, at: at(-ago + 6, '9:00') }, 'hardship.policies', {
      ...step,
      policies: tale.policies,
    })
  if (!tale.over) return
  const { conclusion, days, words: said, struck } = tale.over
  step = await play.does({ person: worker, at: at(-days, '9:00') }, 'hardship.review', {
    ...{ ...step, conclusion, words: said },
  })
  if (struck)
    await play.does({ person: SECRETARY, at: at(-days + 3, '9:00') }, 'hardship.strike', {
      ...step,
      words: struck,
    })
}

/** What people were told they have read: their inboxes begin with what is new today. */
const readByNow = (tx: Tx) =>
  tx
    .updateTable('inbox_messages')
    .set(({ ref }) => ({ read_at: ref('at') }))
    .where('street_id', '=', STREET)
    .where((is) => is.or([is('id', 'like', 'ca.%'), is('id', '=', 'cn.pair.luo')]))
    .execute()
