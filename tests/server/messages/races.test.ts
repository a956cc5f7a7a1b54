import { setTimeout as pause } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { sendDueMessages } from '../../../src/server/messages/send'
import { isUnavailable, openDatabase } from '../../../src/server/storage/database'
import type { WechatApi } from '../../../src/server/wechat/api'
import { withKiller } from '../../support/killer'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, LAMP, type Street, smallStreet } from '../concerns/small-street'

/** Each generous one has granted as many messages as wait for him, each stingy one only some. */
const GENEROUS = 400
const STINGY = 100
const MATTERS = 5
const FEW = 2
const EXPECTED = GENEROUS * MATTERS + STINGY * FEW
const WORKERS = 8

describe('two thousand messages due at once, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  let wechat: ReturnType<typeof countingWechat>
  beforeAll(async () => {
    fresh = await freshPostgres()
  })
  beforeEach(async () => {
    street = await smallStreet(fresh.store)
    wechat = countingWechat()
    street.system.wechatApi = wechat.api
    street.system.messageTemplates = { progress: { id: 'id', fields: [] } }
    await arrange(street)
  })
  afterAll(() => fresh.drop())

  const count = async (rows: RawBuilder<unknown>) => {
    const counted = await sql<{ n: number }>`select count(*)::int as n from ${rows}`.execute(fresh.store.db)
    return counted.rows[0]?.n ?? 0
  }
  const allWorkers = () => Promise.all(Array.from({ length: WORKERS }, () => work(street, fresh.url)))

  test('eight workers, killed at random, send each once; repeats are counted, nobody gets more than he granted', async () => {
    const kills = await withKiller(fresh.url, 40, async () => {
      // What a worker that died held is free a minute later.
      for (let minute = 0; minute < 4; minute += 1) {
        await allWorkers()
        street.time.now += 61_000
      }
    })
    expect(kills).toBeGreaterThan(0)

    expect(await count(sql`outgoing_messages where settled_at is null`)).toBe(0)
    expect(await count(sql`outgoing_messages where outcome = 'no_grant'`)).toBe(STINGY * (MATTERS - FEW))
    expect(await count(sql`message_grants where spent_on is not null`)).toBe(EXPECTED)

    const received = [...wechat.letters.values()]
    const doubled = received.filter((times) => times > 1).length
    const repeats = await count(sql`outgoing_messages where repeats = 1`)
    console.info(`${kills} kills, ${repeats} taken over, ${doubled} of ${EXPECTED} received twice`)
    expect(received).toHaveLength(EXPECTED)
    expect(Math.max(...received)).toBeLessThanOrEqual(2)
    expect(doubled).toBeLessThanOrEqual(repeats)
    expect(repeats).toBeLessThanOrEqual(kills)
    expect(wechat.clashes()).toBe(0)
    expect(street.surprises).toEqual([])
  })

  test('workers that take messages without a lock would send some of them twice', async () => {
    await Promise.all(Array.from({ length: WORKERS }, () => workWithoutLocks(street)))
    expect([...wechat.letters.values()].filter((times) => times > 1).length).toBeGreaterThan(0)
    expect(wechat.clashes()).toBeGreaterThan(0)
  })
})

/** Takes everything; remembers how often, and how often two came to the same person at once. */
function countingWechat() {
  const letters = new Map<string, number>()
  const underWay = new Set<string>()
  let clashes = 0
  const api: WechatApi = {
    async call(_, { touser, page }) {
      const [openid, letter] = [String(touser), `${touser} ${page}`]
      if (underWay.has(openid)) clashes += 1
      underWay.add(openid)
      letters.set(letter, (letters.get(letter) ?? 0) + 1)
      await pause(3)
      underWay.delete(openid)
      return { kind: 'answered', data: { errcode: 0, errmsg: 'ok' } }
    },
  }
  return { letters, api, clashes: () => clashes }
}

/** Five matters, and everybody waiting for news of each of them. */
async function arrange({ system, store, time, ask }: Street): Promise<void> {
  const { id } = answerOf(await ask('resident', 'concerns.submit', LAMP))
  answerOf(await ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
  await sql`delete from message_grants`.execute(store.db)
  await sql`
    insert into concerns (street_id, id, version, body, changed_at)
    select street_id, 'copy-' || n, version, body || jsonb_build_object('id', 'copy-' || n, 'no', 'XJ' || n), changed_at
    from concerns, generate_series(1, ${MATTERS}::int) as n where id = ${id}`.execute(store.db)
  await sql`
    insert into persons (street_id, id, public_name, created_at)
    select ${system.streetId}::text, 'reader-' || n, '读者', ${time.now}::bigint
    from generate_series(1, ${GENEROUS + STINGY}::int) as n`.execute(store.db)
  await signIn(store, system)
  await sql`
    insert into inbox_messages (street_id, id, person_id, kind, concern_id, at)
    select p.street_id, p.id || ' ' || c.id, p.id, 'accept', c.id, ${time.now}::bigint
    from persons p, concerns c where p.id like 'reader-%' and c.id like 'copy-%'`.execute(store.db)
  await sql`
    insert into outgoing_messages
      (street_id, id, person_id, inbox_id, concern_id, kind, template, weight, urgent, at, due_at, until)
    select street_id, id, person_id, id, concern_id, 'accept', 'progress', 5, false, at, at, at + 86400000
    from inbox_messages where person_id like 'reader-%'`.execute(store.db)
  await sql`
    insert into message_grants (street_id, id, person_id, template, granted_at)
    select street_id, id || ' ' || n, id, 'progress', ${time.now}::bigint
    from persons, generate_series(1, ${MATTERS}::int) as n
    where id like 'reader-%' and (n <= ${FEW}::int or substr(id, 8)::int <= ${GENEROUS}::int)`.execute(
    store.db,
  )
}

async function signIn(store: Street['store'], { vault, streetId }: Street['system']): Promise<void> {
  const login = (n: number) => ({
    street_id: streetId,
    provider: 'wechat' as const,
    subject: `subject-${n}`,
    person_id: `reader-${n}`,
    openid_enc: vault.seal(`openid-${n}`, `login:subject-${n}:openid`),
  })
  const logins = Array.from({ length: GENEROUS + STINGY }, (_, n) => login(n + 1))
  await store.db.insertInto('logins').values(logins).execute()
}

/** A worker with one connection of its own, started again whenever its connection was killed. */
async function work(street: Street, url: string): Promise<void> {
  const store = await openDatabase({ databaseUrl: url, databasePool: 1, dataFolder: '' })
  try {
    for (let idle = 0; idle < 3; ) {
      const tried = await sendDueMessages({ ...street.system, store }, 50).catch((killed: unknown) => {
        if (!isUnavailable(killed)) throw killed
        return 1
      })
      idle = tried === 0 ? idle + 1 : 0
    }
  } finally {
    await store.close()
  }
}

/** The same work as one would write it first: read, send, mark. */
async function workWithoutLocks({ store, system }: Street): Promise<void> {
  for (let n = 0; n < 25; n += 1) {
    const due = await store.db
      .selectFrom('outgoing_messages')
      .selectAll()
      .where('settled_at', 'is', null)
      .orderBy('due_at')
      .orderBy('id')
      .executeTakeFirst()
    if (!due) return
    await system.wechatApi?.call('subscribeMessage.send', { touser: due.person_id, page: due.concern_id })
    await store.db
      .updateTable('outgoing_messages')
      .set({ settled_at: due.at, outcome: 'sent' })
      .where('id', '=', due.id)
      .execute()
  }
}
