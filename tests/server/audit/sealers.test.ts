import { sql } from 'kysely'
import { Client } from 'pg'
import { sealAudit } from '../../../src/server/audit/seal'
import { verifyChain } from '../../../src/server/audit/verify'
import { isUnavailable, openDatabase } from '../../../src/server/storage/database'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, LAMP, STREET, type Street, smallStreet } from '../concerns/small-street'

describe('many at the same moment, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  beforeEach(async () => {
    fresh = await freshPostgres()
    street = await smallStreet(fresh.store)
  })
  afterEach(() => fresh.drop())

  const verify = () => verifyChain(fresh.store.db, STREET, { chain: 'audit_log', vault: street.system.vault })
  const many = (n: number) =>
    sql`
    insert into audit_log (street_id, id, at, office, operation, request_id, input_hash, outcome)
    select ${STREET}, 'row-' || n, n, 'clock', 'x', 'x', 'x', 'done' from generate_series(1, ${n}::int) n`.execute(
      fresh.store.db,
    )

  test('commands and four sealers at once: one whole chain, every command in it once', async () => {
    const commands = Promise.all(
      Array.from({ length: 20 }, async () => answerOf(await street.ask('resident', 'concerns.submit', LAMP))),
    )
    const sealer = async () => {
      for (let n = 0; n < 15; n += 1) await sealAudit(street.system, 7)
    }
    await Promise.all([commands, sealer(), sealer(), sealer(), sealer()])
    await sealAudit(street.system, 1_000)
    expect(await verify()).toMatchObject({ end: { seq: 20 }, unsealed: 0, findings: [] })
  })

  test('sealers killed in the middle of it leave no gap, no doubled row and lose none', async () => {
    await many(3_000)
    let done = false
    const killing = killer(fresh.url, () => done)
    await Promise.all([1, 2, 3].map(() => sealUntilNothingIsLeft(street, fresh.url)))
    done = true
    expect(await killing).toBeGreaterThan(0)
    expect(await verify()).toMatchObject({ end: { seq: 3_000 }, unsealed: 0, findings: [] })
  })

  test('a process that dies between a command and its sealing has lost nothing: the next one seals it', async () => {
    answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    const next = await openDatabase({ databaseUrl: fresh.url, databasePool: 1, dataFolder: '' })
    expect(await sealAudit({ ...street.system, store: next }, 10)).toBe(1)
    await next.close()
    expect(await verify()).toMatchObject({ end: { seq: 1 }, findings: [] })
  })

  test('sealers that do not hold the end of the chain would break it', async () => {
    await many(400)
    await sql`alter table audit_log disable trigger user`.execute(fresh.store.db)
    await sql`drop index audit_log_in_order`.execute(fresh.store.db)
    await Promise.all([1, 2, 3, 4].map(() => sealWithoutLock(fresh)))
    expect((await verify()).findings.length).toBeGreaterThan(0)
  })
})

async function sealUntilNothingIsLeft(street: Street, url: string): Promise<void> {
  const store = await openDatabase({ databaseUrl: url, databasePool: 1, dataFolder: '' })
  for (let idle = 0; idle < 5; ) {
    const sealed = await sealAudit({ ...street.system, store }, 100).catch((killed: unknown) => {
      if (!isUnavailable(killed)) throw killed
      return 1
    })
    idle = sealed === 0 ? idle + 1 : 0
  }
  await store.close()
}

async function killer(url: string, isOver: () => boolean): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  let kills = 0
  while (!isOver() && kills < 25) {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
       and application_name = 'loudong' and backend_xid is not null order by random() limit 1`,
    )
    kills += rowCount ?? 0
    await new Promise((wake) => setTimeout(wake, 5))
  }
  await client.end()
  return kills
}

/** The same work as one would write it first: look at the end, go on from there. */
async function sealWithoutLock({ store }: FreshPostgres): Promise<void> {
  for (let n = 0; n < 10; n += 1)
    await store.transaction(async (tx) => {
      const end = await sql<{ seq: number; hash: string }>`
        select seq, hash from audit_log where seq is not null order by seq desc limit 1`.execute(tx)
      const { seq, hash } = end.rows[0] ?? { seq: 0, hash: '0'.repeat(64) }
      await sql`select pg_sleep(0.002)`.execute(tx)
      await sql`update audit_log set seq = ${seq} + 1, prev_hash = ${hash}, hash = md5(id)
        where id = (select id from audit_log where seq is null order by at limit 1)`.execute(tx)
    })
}
