import type { Hazard } from '#core/buildings/hazard'
import { CHECKLISTS, type InspectionKind, lastPeriodOf, periodOf } from '#core/buildings/inspection'
import { ALTERATIONS, type Card, PERMITS, type Registration } from '#core/buildings/registration'
import { placeOfContact, sealContact } from '../buildings/contacts'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, HOUR, STREET } from './codes'
import { SEALED, type SeedBuilding } from './estate'
import { below, lowest, pick } from './keyed-hash'
import { headName } from './names'
import type { Part } from './part'
import { phoneOf } from './people'
import { personOf } from './personas'
import { headOf } from './residents'
import { digestOf, type SealingVault } from './rows'
import type { World } from './world'

/** Phones of owners are numbered from here, above everybody's. */
const FIRST_OWNER_PHONE = 6_000_000
const CENSUS_BEGAN = 120
/** Of 191 houses nine were looked at in the census and not since: their cards are stale. */
const STALE = 9

const CHECKER = personOf('staff.grid')
const GRADER = personOf('street.admin')

/** The register of the estate's houses on top of the world: cards, open hazards, rounds, and the census that began it. */
export function registryPart(name: string, world: World, epoch: number, vault: SealingVault): Part {
  const written = registryOf(world.buildings, epoch)
  return {
    name,
    says: `登记${written.cards.length}张楼栋卡、${written.hazards.length}处隐患和巡查`,
    digest: () => digestOf(written),
    write: (tx) => writeRegistry(tx, written, vault),
  }
}

export interface Registry {
  cards: Registration[]
  hazards: Hazard[]
  rounds: { id: string; building: string; kind: InspectionKind; by: string; at: number }[]
  census: { openedAt: number; dueAt: number }
}

export function registryOf(buildings: readonly SeedBuilding[], epoch: number): Registry {
  const stale = new Set(lowest(buildings, STALE, ({ id }) => `stale|${id}`).map(({ id }) => id))
  return {
    cards: buildings.map((building) => cardOf(building, epoch, stale.has(building.id))),
    hazards: buildings
      .filter(({ hazard }) => hazard === 'C' || hazard === 'D')
      .map((one, at) => hazardOf(one, at, epoch)),
    rounds: (['patrol', 'safety'] as const).flatMap((kind) => roundsOf(buildings, kind, epoch)),
    census: { openedAt: epoch - CENSUS_BEGAN * DAY, dueAt: epoch + 60 * DAY },
  }
}

function cardOf(building: SeedBuilding, epoch: number, isStale: boolean): Registration {
  const { id, latE6, lngE6 } = building
  const draftedAt = epoch - (CENSUS_BEGAN - 1 - below(`drafted|${id}`, 10)) * DAY
  const checkedAt = draftedAt + (1 + below(`checked|${id}`, 9)) * DAY
  return {
    buildingId: id,
    card: factsOf(building),
    draftedBy: headOf(building.no),
    draftedAt,
    state: 'verified',
    checkedBy: CHECKER,
    checkedAt,
    photoIds: [],
    point: { latE6, lngE6 },
    confirmedAt: isStale ? checkedAt : epoch - (1 + below(`confirmed|${id}`, 80)) * DAY,
  }
}

function factsOf({ id, address, use, sanXiao, floors, structure }: SeedBuilding): Card {
  const base = 60 + below(`base|${id}`, 60)
  const isAltered = below(`altered|${id}`, 6) === 0
  return {
    address,
    floorsAbove: floors,
    floorsBelow: below(`cellar|${id}`, 30) === 0 ? 1 : 0,
    areaCm2: base * floors * 10_000,
    builtYear: 1_988 + below(`built|${id}`, 28),
    structure,
    uses: use === 'rent' ? (below(`lives|${id}`, 3) === 0 ? ['self', 'rent'] : ['rent']) : ['self'],
    sanXiao,
    alterations: isAltered ? [pick(`alteration|${id}`, [...ALTERATIONS])] : [],
    rooms: use === 'rent' ? floors * (2 + below(`rooms|${id}`, 3)) : floors * 2,
    crowded: sanXiao !== null && floors >= 5,
    permits: pick(`permits|${id}`, [...PERMITS]),
  }
}

const CRACKS = ['二楼外墙有一道斜缝', '楼梯间承重墙开过门洞', '天面加了一层铁皮房', '阳台栏杆松动']

/** Every C and D is an open hazard (4.2 I2): held, and being mended; the first of them is late. */
function hazardOf({ id, no, grid, hazard }: SeedBuilding, at: number, epoch: number): Hazard {
  const foundAt = epoch - (40 - at) * DAY
  const isSealed = no === SEALED
  const dueAt = at === 0 ? epoch - 2 * DAY : epoch + (10 + at * 5) * DAY
  return {
    id: `hz.${id.toLowerCase()}`,
    streetId: STREET,
    buildingId: id,
    gridPath: grid,
    kind: 'structure',
    words: isSealed ? '地基下沉，整幢倾斜' : (CRACKS[at % CRACKS.length] ?? ''),
    source: 'inspection',
    foundBy: headOf(no),
    foundAt,
    proposed: { grade: hazard, by: CHECKER },
    grade: hazard,
    gradedBy: GRADER,
    gradedAt: foundAt + 5 * HOUR,
    control: {
      kind: isSealed ? 'seal' : 'warn',
      note: isSealed ? '住户已转移，门口贴了封条' : '贴了警示，住户都知道了',
      by: CHECKER,
      at: foundAt + 6 * HOUR,
    },
    plan: {
      measure: isSealed ? 'demolish' : 'reinforce',
      note: isSealed ? '鉴定后拆除' : '请有资质的队伍加固',
      by: CHECKER,
      at: foundAt + DAY,
    },
    done: null,
    review: null,
    state: 'rectifying',
    level: at === 0 ? 0 : 2,
    dueAt,
    nextAt: at === 0 ? null : dueAt,
    clearedAt: null,
  }
}

/** Heads made their rounds in the last period; about one in nine missed it, and this one has just begun. */
function roundsOf(
  buildings: readonly SeedBuilding[],
  kind: InspectionKind,
  epoch: number,
): Registry['rounds'] {
  const last = lastPeriodOf(kind, epoch)
  const length = periodOf(kind, epoch).from - last.from
  return buildings
    .filter(({ id, status }) => status === 'in_use' && below(`missed|${kind}|${id}`, 9) !== 0)
    .map(({ id, no }) => ({
      id: `in.${kind}.${id.toLowerCase()}`,
      building: id,
      kind,
      by: headOf(no),
      at: last.from + 9 * HOUR + below(`round|${kind}|${id}`, Math.floor(length / DAY) - 1) * DAY,
    }))
}

async function writeRegistry(
  tx: Tx,
  { cards, hazards, rounds, census }: Registry,
  vault: SealingVault,
): Promise<void> {
  const street_id = STREET
  await insertAll(
    tx,
    'registrations',
    cards.map((body, at) => registrationRow(body, at, vault)),
  )
  await insertAll(
    tx,
    'hazards',
    hazards.map((body) => ({ street_id, id: body.id, version: 4, body })),
  )
  await insertAll(tx, 'hazard_events', hazards.flatMap(eventsOf))
  await insertAll(
    tx,
    'inspections',
    rounds.map(({ id, building, kind, by, at }) => ({
      street_id,
      id,
      building_id: building,
      kind,
      by_id: by,
      at,
      // Read as JSON with its row, so it stays a list.
      items: CHECKLISTS[kind].map((item) => ({ item, found: 'fine' })) as unknown as string,
      note: '',
    })),
  )
  await insertAll(tx, 'census_campaigns', [
    {
      street_id,
      id: 'census.first',
      name: '全街道楼栋摸排登记',
      grid_path: STREET,
      opened_by: GRADER,
      opened_at: census.openedAt,
      due_at: census.dueAt,
      closed_by: null,
      closed_at: null,
      reached: null,
    },
  ])
}

function registrationRow(body: Registration, at: number, vault: SealingVault) {
  const place = placeOfContact(body.buildingId, 'owner')
  const owner = { name: headName(`owner|${body.buildingId}`), phone: phoneOf(FIRST_OWNER_PHONE + at) }
  const { sealed, index } = sealContact(vault, place, owner)
  return {
    street_id: STREET,
    building_id: body.buildingId,
    version: 2,
    body,
    owner_enc: sealed,
    owner_index: index,
    manager_enc: null,
    manager_index: null,
  }
}

const eventsOf = ({ id, foundBy, foundAt, gradedBy, gradedAt, control, plan }: Hazard) =>
  [
    { kind: 'find', at: foundAt, by: foundBy, role: 'head' as const },
    { kind: 'grade', at: gradedAt ?? foundAt, by: gradedBy, role: 'street_admin' as const },
    { kind: 'control', at: control?.at ?? foundAt, by: CHECKER, role: 'grid_staff' as const },
    { kind: 'rectify', at: plan?.at ?? foundAt, by: CHECKER, role: 'grid_staff' as const },
  ].map(({ kind, at, by, role }, index) => ({
    street_id: STREET,
    hazard_id: id,
    seq: index + 1,
    kind,
    at,
    actor_id: by,
    actor_role: role,
    detail: {},
  }))
