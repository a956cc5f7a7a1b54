import { CHECKLISTS } from '#core/buildings/inspection'
import { lastQuarterBy, type Period, weeksOf, windowOf } from '#core/evaluation/period'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, HOUR, PILOT_GRID, STREET } from './codes'
import { buildingId, type SeedBuilding } from './estate'
import { below } from './keyed-hash'
import { neighbourName } from './names'
import { phoneOf } from './people'
import { personOf } from './personas'
import { headOf } from './residents'
import { personRow, type SealingVault } from './rows'

/** Phones of those who stayed for a while are numbered from here. */
const FIRST_STAY_PHONE = 7_000_000

interface Round {
  id: string
  building: string
  by: string
  at: number
}

interface Stay {
  id: string
  building: string
  by: string
  from: number
  seenAt: number
}

interface Passing {
  notice: string
  building: string
  by: string
  at: number | null
}

/** What heads did in the months their cards are of, on top of what the register tells of the last days. */
export interface Deeds {
  rounds: Round[]
  stays: Stay[]
  notices: { id: string; title: string; words: string; at: number }[]
  passings: Passing[]
  sums: { building: string; quarter: string; head: string; answers: number; points: number }[]
}

const street_id = STREET

export function deedsOf(
  buildings: readonly SeedBuilding[],
  periods: readonly Period[],
  epoch: number,
): Deeds {
  const notices = periods.flatMap(noticesOf)
  return {
    rounds: periods.flatMap((period) => buildings.flatMap((house) => roundsOf(house, period, epoch))),
    stays: periods.flatMap((period) => buildings.flatMap((house) => stayOf(house, period))),
    notices,
    passings: notices.flatMap(({ id, at }) => buildings.map((house) => passingOf(house, id, at))),
    sums: [...new Set(periods.map((period) => lastQuarterBy(windowOf(period))))].flatMap((quarter) =>
      buildings.flatMap((house) => sumOf(house, quarter)),
    ),
  }
}

/** 23栋 and 45栋 have one week each without a round: they object to it. */
const MISSES = [buildingId(23), buildingId(45)]

function roundsOf({ id, no, status }: SeedBuilding, period: Period, epoch: number): Round[] {
  if (status !== 'in_use') return []
  const window = windowOf(period)
  return weeksOf(window, 0)
    .filter(({ to }, week) => to < epoch - 7 * DAY && !isMissed(id, period, week))
    .map(({ name, from }) => ({
      id: `in.${name}.${id.toLowerCase()}`,
      building: id,
      by: headOf(no),
      at: from + 9 * HOUR + below(`walk|${name}|${id}`, 6) * DAY,
    }))
}

const isMissed = (id: string, period: Period, week: number): boolean =>
  MISSES.includes(id) ? week === 0 : below(`walked|${period}|${week}|${id}`, 7) === 0

/** In three houses of five somebody stayed for a while and has moved on. */
function stayOf({ id, no }: SeedBuilding, period: Period): Stay[] {
  if (!MISSES.includes(id) && below(`stay|${period}|${id}`, 5) < 2) return []
  const from = windowOf(period).from + below(`stay-from|${period}|${id}`, 20) * DAY + 18 * HOUR
  const days = below(`stay-seen|${period}|${id}`, 5) === 0 ? 5 : 1
  return [
    {
      id: `stay-${period}-${id.toLowerCase()}`,
      building: id,
      by: headOf(no),
      from,
      seenAt: from + days * DAY,
    },
  ]
}

const noticesOf = (period: Period): Deeds['notices'] => {
  const { from } = windowOf(period)
  const months = Number(period.slice(5))
  return [
    {
      id: `n.fire-${period}`,
      title: '电动车不进楼道',
      words: `${months}月起网格员和楼栋长一起看楼道，电动车请停到棚里充。`,
      at: from + 4 * DAY + 10 * HOUR,
    },
    {
      id: `n.rent-${period}`,
      title: '新住户请来登记',
      words: '新搬来的邻居请三天内告诉楼栋长，好认一认。',
      at: from + 16 * DAY + 10 * HOUR,
    },
  ]
}

const passingOf = ({ id, no }: SeedBuilding, notice: string, at: number): Passing => ({
  notice,
  building: id,
  by: headOf(no),
  at: below(`told|${notice}|${id}`, 9) === 0 ? null : at + below(`told-at|${notice}|${id}`, 40) * HOUR,
})

/** In four houses of five three or more neighbours have answered. */
function sumOf({ id, no }: SeedBuilding, quarter: string): Deeds['sums'] {
  const answers = below(`answers|${quarter}|${id}`, 5) === 0 ? 2 : 3 + below(`how-many|${quarter}|${id}`, 3)
  const marks = Array.from({ length: answers * 3 }, (_, n) => 3 + below(`mark|${quarter}|${id}|${n}`, 3))
  const points = marks.reduce((sum, mark) => sum + mark, 0)
  return [{ building: id, quarter, head: headOf(no), answers, points }]
}

export async function writeDeeds(
  tx: Tx,
  { rounds, stays, notices, passings, sums }: Deeds,
  { epoch, vault }: { epoch: number; vault: SealingVault },
): Promise<void> {
  await insertAll(
    tx,
    'inspections',
    rounds.map(({ id, building, by, at }) => ({
      street_id,
      id,
      building_id: building,
      kind: 'patrol' as const,
      by_id: by,
      at,
      // Read as JSON with its row, so it stays a list.
      items: CHECKLISTS.patrol.map((item) => ({ item, found: 'fine' })) as unknown as string,
      note: '',
    })),
  )
  await writeStays(tx, stays, { epoch, vault })
  await insertAll(
    tx,
    'head_notices',
    notices.map((notice) => ({
      street_id,
      ...notice,
      grid_path: PILOT_GRID,
      author_id: personOf('staff.grid'),
      author_role: 'grid_staff' as const,
    })),
  )
  await insertAll(
    tx,
    'head_notice_houses',
    passings.map(({ notice, building, by, at }) => ({
      street_id,
      notice_id: notice,
      building_id: building,
      passed_by: at === null ? null : by,
      passed_at: at,
    })),
  )
  await insertAll(
    tx,
    'appraisal_sums',
    sums.map(({ building, quarter, head, answers, points }) => ({
      street_id,
      building_id: building,
      quarter,
      head_id: head,
      answers,
      points,
    })),
  )
}

async function writeStays(
  tx: Tx,
  stays: Stay[],
  { epoch, vault }: { epoch: number; vault: SealingVault },
): Promise<void> {
  const person = personRow(vault, epoch)
  await insertAll(
    tx,
    'persons',
    stays.map(({ id }, n) =>
      person({ id: `p.${id}`, name: neighbourName(id, 30), phone: phoneOf(FIRST_STAY_PHONE + n), age: 30 }),
    ),
  )
  await insertAll(
    tx,
    'residencies',
    stays.map(({ id, building, by, from, seenAt }) => ({
      street_id,
      id: `r.${id}`,
      person_id: `p.${id}`,
      building_id: building,
      kind: 'tenant' as const,
      floating: false,
      from_at: from,
      to_at: seenAt + 4 * DAY,
      ended_kind: 'moved_out' as const,
      confirmed_by: by,
      confirmed_at: seenAt,
      expires_at: seenAt + 365 * DAY,
    })),
  )
}
