import { dayOf, yearOf } from '#core/concerns/calendar'
import { CHILD_CONSENT_VERSIONS, CHILD_PURPOSES } from '#core/people/children'
import { HOLDS_FOR } from '#core/residences/residence'
import { placeOfHelped } from '../concerns/helped'
import { codeOf, placeOfRoom } from '../households/keep'
import { keepBirth } from '../people/birth'
import { placeOfChild } from '../people/children'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, STREET } from './codes'
import { buildingId } from './estate'
import { lowest } from './keyed-hash'
import type { Part } from './part'
import { PERSONAS, personOf } from './personas'
import { headOf, residentId } from './residents'
import { digestOf, type SealingVault } from './rows'
import type { World } from './world'

/** In four houses: whose year is nearly over, and whose ran out. */
const ASKING = 9
const LAPSED = 7
/** 李先生 lived next door before; somebody did not know 覃女士 there. */
const BEFORE = [
  { person: 'resident.li', building: 31, from: 3_900, to: 3_653, kind: 'moved', by: null, reason: '' },
  {
    person: 'resident.new',
    building: 60,
    from: 12,
    to: 9,
    kind: 'refused',
    by: headOf(60),
    reason: '租的是61栋，门牌看错了',
  },
] as const

/** What heads and grid staff find on 认住户: newcomers, renewals, years that ran out; and homes of long ago. */
export function homesPart(world: World, epoch: number, vault: SealingVault): Part {
  const written = homesOf(world, epoch)
  return {
    name: 'pilot.homes',
    says: '写下搬家、续认和等着认的住户',
    digest: () => digestOf(written),
    write: async (tx) => {
      await writeHomes(tx, written, epoch)
      await writeHelped(tx, epoch, vault)
      await writeHousehold(tx, epoch, vault)
      await writeMinor(tx, epoch, vault)
      await writeChildren(tx, epoch, vault)
    },
  }
}

function homesOf({ residencies }: World, epoch: number) {
  const here = [23, 44, 45, 61].map(buildingId)
  const personas = new Set(PERSONAS.map(({ id }) => personOf(id)))
  const neighbours = residencies.filter(
    ({ person, building, confirmedBy }) =>
      here.includes(building) &&
      !personas.has(person) &&
      confirmedBy === headOf(Number(building.slice('JX-'.length))),
  )
  const chosen = lowest(neighbours, ASKING + LAPSED, ({ person }) => `year|${person}`).map(
    ({ person }) => person,
  )
  return { epoch, asking: chosen.slice(0, ASKING), lapsed: chosen.slice(ASKING), before: BEFORE }
}

async function writeHomes(
  tx: Tx,
  { asking, lapsed }: ReturnType<typeof homesOf>,
  epoch: number,
): Promise<void> {
  const until = epoch + 20 * DAY
  await tx
    .updateTable('residencies')
    .set({
      confirmed_at: until - HOLDS_FOR,
      expires_at: until,
      reminded_at: epoch - 10 * DAY,
      renewal_asked_at: epoch - 2 * DAY,
    })
    .where('street_id', '=', STREET)
    .where('person_id', 'in', asking)
    .execute()
  await tx
    .updateTable('residencies')
    .set({ confirmed_by: null, confirmed_at: null, expires_at: null })
    .where('street_id', '=', STREET)
    .where('person_id', 'in', lapsed)
    .execute()
  await tx
    .updateTable('residencies')
    .set({ claimed_at: epoch - DAY })
    .where('street_id', '=', STREET)
    .where('person_id', '=', personOf('resident.new'))
    .execute()
  await insertAll(
    tx,
    'residencies',
    BEFORE.map(({ person, building, from, to, kind, by, reason }, at) => ({
      street_id: STREET,
      id: `r.before-${at + 1}`,
      person_id: personOf(person),
      building_id: buildingId(building),
      kind: 'tenant' as const,
      floating: true,
      from_at: epoch - from * DAY,
      claimed_at: epoch - from * DAY,
      to_at: epoch - to * DAY,
      ended_kind: kind,
      ended_by: by ?? personOf(person),
      end_reason: reason,
    })),
  )
}

/** 罗阿姨's head told of it for her; WeChat has vouched for her phone since, so it is hers, too. */
const HELPED = { concern: 'c.open-meals', person: personOf('elder.72'), name: '罗阿姨' }

async function writeHelped(tx: Tx, epoch: number, vault: SealingVault): Promise<void> {
  const { concern, person, name } = HELPED
  const told = await tx
    .selectFrom('concerns')
    .select(['reporter_id', 'submitted_at'])
    .where('street_id', '=', STREET)
    .where('id', '=', concern)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('persons')
    .set({ phone_verified_at: epoch - 3 * DAY })
    .where('street_id', '=', STREET)
    .where('id', '=', person)
    .execute()
  await insertAll(tx, 'helped_persons', [
    {
      street_id: STREET,
      concern_id: concern,
      helper_id: told.reporter_id,
      consent: 'in_person' as const,
      name_enc: vault.seal(name, placeOfHelped(concern, 'name')),
      person_id: person,
      at: told.submitted_at,
    },
  ])
}

/** 李先生 and the neighbour he shares a flat with; he speaks for both. */
const FLAT = 'h.jx-023-301'

async function writeHousehold(tx: Tx, epoch: number, vault: SealingVault): Promise<void> {
  const street = { street_id: STREET }
  const li = personOf('resident.li')
  const since = epoch - 60 * DAY
  await insertAll(tx, 'households', [
    {
      ...street,
      id: FLAT,
      building_id: buildingId(23),
      room_enc: vault.seal('301', placeOfRoom(FLAT)),
      code: codeOf(FLAT),
      founded_by: li,
      founded_at: since,
    },
  ])
  await insertAll(
    tx,
    'household_members',
    [li, residentId(23, 3)].map((person_id, at) => ({
      ...street,
      id: `${FLAT}.${at + 1}`,
      household_id: FLAT,
      person_id,
      asked_at: since + at,
      from_at: since + at,
      admitted_by: li,
    })),
  )
  await insertAll(tx, 'household_representatives', [
    { ...street, id: `${FLAT}.r`, household_id: FLAT, person_id: li, from_at: since },
  ])
}

/** 小周 is sixteen; the head of his house, who is his father, has agreed that he volunteers. */
async function writeMinor(tx: Tx, epoch: number, vault: SealingVault): Promise<void> {
  const minor = personOf('minor.16')
  const born = { year: yearOf(dayOf(epoch)) - 17, month: 12 }
  await keepBirth(tx, { streetId: STREET, vault }, { personId: minor, born })
  await insertAll(tx, 'guardianships', [
    {
      street_id: STREET,
      id: 'w.minor-16',
      minor_id: minor,
      guardian_id: headOf(61),
      asked_at: epoch - 5 * DAY,
      agreed_at: epoch - 4 * DAY,
    },
  ])
}

/** 李先生 acts for 小禾, who is eight; 小苗 has just turned fourteen and may take over. */
async function writeChildren(tx: Tx, epoch: number, vault: SealingVault): Promise<void> {
  const li = personOf('resident.li')
  const year = yearOf(dayOf(epoch))
  await keepBirth(tx, { streetId: STREET, vault }, { personId: li, born: { year: year - 41, month: 3 } })
  const children = [
    { id: 'k.xiaohe', name: '小禾', born: [year - 9, 5], agreed: true },
    { id: 'k.xiaomiao', name: '小苗', born: [year - 15, 6], agreed: false },
  ]
  await insertAll(
    tx,
    'children',
    children.map(({ id, name, born }) => ({
      street_id: STREET,
      id,
      guardian_id: li,
      name_enc: vault.seal(name, placeOfChild(id, 'name')),
      birth_enc: vault.seal(JSON.stringify(born), placeOfChild(id, 'birth')),
      registered_at: epoch - 30 * DAY,
    })),
  )
  await insertAll(
    tx,
    'child_consents',
    children.flatMap(({ id, agreed }) =>
      CHILD_PURPOSES.map((purpose) => ({
        street_id: STREET,
        id: `${id}.${purpose}`,
        child_id: id,
        purpose,
        version: CHILD_CONSENT_VERSIONS[purpose],
        given: agreed,
        at: epoch - 30 * DAY,
      })),
    ),
  )
}
