import { sql } from 'kysely'
import type { OutputOf } from '../../../src/contracts/operations'
import {
  FIGURES,
  type Figure,
  monthsUntil,
  OPEN_FIGURES,
  type Share,
} from '../../../src/core/dashboard/figures'
import { contactFact, type Fact, ratingFact, resolutionFact } from '../../../src/core/evaluation/facts'
import { windowOf } from '../../../src/core/evaluation/period'
import { covers } from '../../../src/core/grids/grid'
import { epochOf } from '../../../src/server/seeds/seed'
import type { Store } from '../../../src/server/storage/database'
import { bearer, openTestDoor, type TestDoor } from '../../http/door'
import { pilotStore } from '../../support/pilot-store'
import { NOW, STREET } from '../people/street'

const PILOT = `${STREET}.001.005`
let store: Store
let door: TestDoor
let staff: string
beforeAll(async () => {
  store = await pilotStore(epochOf(NOW))
  door = await openTestDoor(store)
  staff = await door.signIn('staff.grid')
})
afterAll(async () => {
  await door.close()
  await store.close()
})

async function ask(figure: Figure, gridPath = PILOT, token?: string): Promise<OutputOf<'dashboard.figure'>> {
  const { body } = await door.call('dashboard.figure', { figure, gridPath }, token ? bearer(token) : {})
  if (!body.data) throw new Error(JSON.stringify(body))
  return body.data
}
const shareOf = ({ shares }: OutputOf<'dashboard.figure'>, wanted: Share) =>
  shares.find(({ share }) => share === wanted)

const count = async (query: ReturnType<typeof sql<{ n: number }>>) =>
  (await query.execute(store.db)).rows[0]?.n

/** The same year of concerns, counted by the rules of the evaluation, one concern after the other. */
async function factsOf(gridPath: string, kind: Fact['component']): Promise<{ num: number; den: number }[]> {
  const rows = await store.db.selectFrom('concerns').select('body').execute()
  const here = rows.map(({ body }) => body).filter((concern) => covers(gridPath, concern.gridPath))
  return monthsUntil(NOW).map((month) => {
    const { from, to } = windowOf(month)
    const window = { from, to: Math.min(to, NOW + 1) }
    const facts = here.flatMap((concern) => [
      ...contactFact('response', concern, window),
      ...resolutionFact(concern, window),
      ...ratingFact(concern, window),
    ])
    const counted = facts.filter(({ component }) => component === kind)
    return {
      num: counted.reduce((sum, { num }) => sum + num, 0),
      den: counted.reduce((sum, { den }) => sum + den, 0),
    }
  })
}
const total = (months: { num: number; den: number }[]) => ({
  num: months.reduce((sum, { num }) => sum + num, 0),
  den: months.reduce((sum, { den }) => sum + den, 0),
})

test.each([
  ['response', 'response'],
  ['resolution', 'resolution'],
  ['satisfaction', 'satisfaction'],
] as const)(
  '三率: %s of a year is what the rules of the evaluation count, month by month',
  async (share, component) => {
    for (const gridPath of [STREET, `${STREET}.001`, PILOT]) {
      const counted = await factsOf(gridPath, component)
      const told = await ask('concerns', gridPath, staff)
      expect(shareOf(told, share)).toMatchObject(
        gridPath === PILOT || total(counted).den >= 25 ? total(counted) : {},
      )
      if (share === 'resolution' && gridPath === PILOT)
        expect(told.trend.map(({ num, den }) => ({ num, den }))).toEqual(counted)
    }
    expect(total(await factsOf(PILOT, component)).den).toBeGreaterThan(20)
  },
)

test('platform, team and register say how many there are now, of how many', async () => {
  const homes = await count(sql`
    select count(*)::int as n from residencies r join buildings b on b.id = r.building_id
    where r.confirmed_at <= ${NOW} and (r.to_at is null or r.to_at > ${NOW})
      and (r.expires_at is null or r.expires_at > ${NOW}) and b.grid_path like ${`${PILOT}%`}`)
  expect(shareOf(await ask('platform'), 'homes')).toEqual({
    share: 'homes',
    num: homes,
    den: expect.any(Number),
  })

  const team = await ask('team')
  expect(shareOf(team, 'headed')).toEqual({ share: 'headed', num: expect.any(Number), den: 191 })
  expect(shareOf(team, 'seats')).toMatchObject({ den: 8 })
  const houses = await count(sql`
    select count(distinct building_id)::int as n from role_grants
    where role = 'head' and from_at <= ${NOW} and to_at > ${NOW} and grid_path like ${`${PILOT}%`}`)
  expect(shareOf(team, 'headed')?.num).toBe(houses)
  expect(shareOf(await ask('register'), 'fresh')).toMatchObject({ den: 191 })
  expect(shareOf(await ask('councils', STREET), 'active')).toEqual({ share: 'active', num: 1, den: 2 })
})

test('小事不出网格: what was closed, level by level, adds up to all that came to a result', async () => {
  const told = await ask('levels', PILOT, staff)
  const closed = await count(sql`
    select count(*)::int as n from concerns
    where state = 'closed' and jsonb_typeof(body -> 'outcome') = 'object' and grid_path like ${`${PILOT}%`}`)
  expect(told.counts.reduce((sum, { n }) => sum + n, 0)).toBe(closed)
  expect(shareOf(told, 'in_grid')).toMatchObject({ den: closed })
  expect(shareOf(told, 'in_street')?.num).toBeGreaterThanOrEqual(shareOf(told, 'in_grid')?.num ?? 0)
})

test('the public is told no number below five, staff of the place every one', async () => {
  for (const figure of FIGURES.filter((one) => !OPEN_FIGURES.includes(one)))
    for (const gridPath of [PILOT, `${PILOT}.01`]) {
      const { shares, trend, counts } = await ask(figure, gridPath)
      for (const { den } of [...shares, ...trend]) expect(den === null || den >= 5).toBe(true)
      for (const { n } of counts) expect(n).toBeGreaterThanOrEqual(5)
    }
  const exact = await ask('topics', PILOT, staff)
  expect(exact.counts.some(({ n }) => n < 5)).toBe(true)
  const told = await ask('topics')
  const sum = (counts: { n: number }[]) => counts.reduce((all, { n }) => all + n, 0)
  expect(sum(told.counts)).toBe(sum(exact.counts))
})

test('staff of another grid are the public here', async () => {
  const other = await ask('topics', `${STREET}.002`, staff)
  expect(other.counts.every(({ n }) => n >= 5)).toBe(true)
})
