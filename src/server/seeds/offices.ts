import { type Appointment, PUBLICITY } from '#core/heads/appointment'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, HOUR, PILOT_GRID, STREET } from './codes'
import { buildingId } from './estate'
import { below } from './keyed-hash'
import type { SeedGrant } from './people'
import { personOf } from './personas'
import { residentId } from './residents'
import type { World } from './world'

/** A head in office came there as the rules have it: proposed by the grid, confirmed by the community. */
export const appointmentRow =
  (epoch: number) =>
  ({ id, person, grid, building, acting, from, to }: SeedGrant) => {
    const since = epoch + from * DAY
    const body: Appointment = {
      id: `a.${id}`,
      streetId: STREET,
      buildingId: building ?? '',
      gridPath: grid,
      personId: person,
      kind: acting ? 'acting' : 'head',
      method: below(`method|${id}`, 3) === 0 ? 'recommended' : 'elected',
      basis: 'residence',
      basisWords: '',
      nominatedBy: personOf('staff.grid'),
      nominatedAt: since - PUBLICITY,
      publicUntil: since,
      term: (to - from) * DAY,
      objections: [],
      confirmedBy: personOf('community.staff'),
      confirmedAt: since,
      note: '',
      from: since,
      to: epoch + to * DAY,
      state: 'active',
      handover: null,
    }
    return { street_id: STREET, id: body.id, version: 1, body }
  }

/** 党群服务站: two are named in the reform's own report, the pilot estate's is invented. */
const STATIONS = [
  { id: 's.jinxing', grid_path: PILOT_GRID, name: '金兴街网格党群服务站', address: '金兴街20号小区23栋旁' },
  {
    id: 's.xinglong',
    grid_path: `${STREET}.201.001`,
    name: '兴隆东街网格党群服务站',
    address: '小铁村兴隆东街（示例地址）',
  },
  {
    id: 's.jindu',
    grid_path: `${STREET}.004.001`,
    name: '金都雅苑党群服务站',
    address: '金都雅苑一楼（示例地址）',
  },
]

/** Who of the seats agreed that his phone is posted; 邓春来 did not. */
const POSTED = ['secretary', 'grid.head', 'staff.grid', 'captain.vol', 'police.seat', 'traffic.seat']

const NOTICE = {
  id: 'n.water',
  title: '周六上午停水两小时',
  words: '自来水公司要换阀门，周六9:00到11:00停水。请各栋楼栋长告诉每一户，提前存好水。',
}

/** What heads and offices have under way on the day of the demo. */
export async function writeOffices(tx: Tx, world: World, epoch: number): Promise<void> {
  const street = { street_id: STREET }
  await insertAll(
    tx,
    'service_stations',
    STATIONS.map((station) => ({ ...street, ...station })),
  )
  await insertAll(
    tx,
    'posted_phones',
    POSTED.map((persona) => ({ ...street, person_id: personOf(persona), since: epoch - 30 * DAY })),
  )
  await insertAll(tx, 'head_appointments', [
    { ...street, id: SUCCESSOR, version: 1, body: successor(world, epoch) },
  ])
  await insertAll(tx, 'head_notices', [
    {
      ...street,
      ...NOTICE,
      grid_path: PILOT_GRID,
      author_id: personOf('community.staff'),
      author_role: 'community_staff',
      at: epoch - 14 * HOUR,
    },
  ])
  await insertAll(tx, 'head_notice_houses', housesOf(world, epoch))
}

const SUCCESSOR = 'a.next-077'

/** 77栋 is bridged until somebody is elected: a neighbour is posted since yesterday. */
function successor({ persons, residencies }: World, epoch: number): Appointment {
  const adults = new Set(persons.filter(({ age }) => age > 25).map(({ id }) => id))
  const house = buildingId(77)
  const head = residentId(77, 1)
  const home = residencies.find(
    ({ building, person }) => building === house && person !== head && adults.has(person),
  )
  const nominatedAt = epoch - DAY + 10 * HOUR
  return {
    id: SUCCESSOR,
    streetId: STREET,
    buildingId: house,
    gridPath: `${PILOT_GRID}.02`,
    personId: home?.person ?? personOf('elder.72'),
    kind: 'head',
    method: 'elected',
    basis: 'residence',
    basisWords: '',
    nominatedBy: personOf('staff.grid'),
    nominatedAt,
    publicUntil: nominatedAt + PUBLICITY,
    term: 2 * 365 * DAY,
    objections: [],
    state: 'nominated',
  }
}

/** Two in three heads have passed the notice on; 温师傅 and 曾大姐 have not yet. */
function housesOf({ grants }: World, epoch: number) {
  const waits = [personOf('head.023'), personOf('head.two')]
  return grants
    .filter(({ role, grid }) => role === 'head' && grid.startsWith(`${PILOT_GRID}.`))
    .map(({ building, person }) => {
      const passed = !waits.includes(person) && below(`passed|${building}`, 3) > 0
      return {
        street_id: STREET,
        notice_id: NOTICE.id,
        building_id: building ?? '',
        passed_by: passed ? person : null,
        passed_at: passed ? epoch - below(`passed-at|${building}`, 12) * HOUR : null,
      }
    })
}
