import { sql } from 'kysely'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { STREET_ROWS, streetFile } from './files'
import { bring, phoneOf, productionSystem, signInWechat } from './first-day'

const LATE = '10000000055'
const ROUNDS = 5

describe('a file and a proven number at the same instant, on a real server', () => {
  let fresh: FreshPostgres
  let wechat: Awaited<ReturnType<typeof signInWechat>>
  beforeAll(async () => {
    wechat = await signInWechat()
  })
  beforeEach(async () => {
    fresh = await freshPostgres()
    await bring(fresh.store, await streetFile())
    await slowCommits()
  })
  afterEach(() => fresh.drop())
  afterAll(() => wechat.stop())

  /** Whoever writes the number, or that it is proven, commits a moment later than he might: the two overlap. */
  const slowCommits = async () => {
    await sql`create function linger() returns trigger language plpgsql as $$
      begin perform pg_sleep(0.4); return null; end $$`.execute(fresh.store.db)
    await sql`create constraint trigger lingers after insert or update on persons deferrable initially deferred
      for each row when (new.phone_index is not null and new.phone_index is distinct from '')
      execute function linger()`.execute(fresh.store.db)
  }

  /** The file brings a grid head by a number that is proven in the very same instant; his offices afterwards. */
  async function bothAtOnce(round: number): Promise<number> {
    const system = await productionSystem(fresh.store, wechat.address)
    const phone = await phoneOf(system, `late-${round}`)
    const [first = {}] = STREET_ROWS.offices ?? []
    const late = { ...first, 公示姓名: '何晓燕', 电话: LATE, 岗位: '网格长', 网格编码: '441302010-001-005' }
    const file = await streetFile({ ...STREET_ROWS, offices: [...(STREET_ROWS.offices ?? []), late] })
    await Promise.all([
      bring(fresh.store, file),
      phone.ask('people.leaveWechatPhone', { code: `phone-${LATE}` }),
    ])
    return (await phone.ask('people.me', {})).offices.length
  }

  test.each(Array.from({ length: ROUNDS }, (_, n) => n))('round %i: he has his office', async (round) => {
    expect(await bothAtOnce(round)).toBe(1)
  })

  test('without the key of the gate neither waits, each misses the other, and the office finds nobody', async () => {
    await sql`alter table register_gates drop constraint register_gates_pkey`.execute(fresh.store.db)
    await sql`delete from register_gates`.execute(fresh.store.db)
    expect(await bothAtOnce(0)).toBe(0)
  })
})
