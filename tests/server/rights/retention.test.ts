import { sql } from 'kysely'
import { keptFor } from '../../../src/core/people/personal-data'
import { sealAudit } from '../../../src/server/audit/seal'
import { verifyChain } from '../../../src/server/audit/verify'
import { dropFiles } from '../../../src/server/photos/dropped'
import { keepPhoto } from '../../../src/server/photos/uploads'
import { runRetention } from '../../../src/server/retention/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, MONDAY, personOf, STREET, type Street, smallStreet } from '../concerns/small-street'

const DAY = 86_400_000
const MINUTE = 60_000

describeOnEveryEngine('the clock of retention', (open) => {
  let store: Store
  let street: Street
  let removed: string[]
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    removed = []
    await store.db.deleteFrom('dropped_files').execute()
  })

  const sweep = (limit = 200) =>
    runRetention(
      { ...street.system, photoBytes: { remove: async ({ sha256 }) => void removed.push(sha256) } },
      limit,
    )
  const idsIn = async (table: 'photos' | 'sessions' | 'commands' | 'outgoing_messages' | 'call_counts') =>
    (await store.db.selectFrom(table).select('street_id').execute()).length

  test('a session is forgotten once it has run out, not a moment before', async () => {
    const before = await idsIn('sessions')
    street.time.now = MONDAY + keptFor('session') - 1
    await sweep()
    expect(await idsIn('sessions')).toBe(before)
    street.time.now += 1
    await sweep()
    expect(await idsIn('sessions')).toBe(0)
  })

  test('the receipt of a command is kept for thirty days', async () => {
    answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    street.time.now = MONDAY + 30 * DAY
    await sweep()
    expect(await idsIn('commands')).toBe(1)
    street.time.now += 1
    await sweep()
    expect(await idsIn('commands')).toBe(0)
  })

  test('a photo that was sent up and never used goes after thirty days, and its bytes with it', async () => {
    const loose = await street.photo('resident')
    const used = await street.photo('neighbour')
    answerOf(await street.ask('neighbour', 'concerns.submit', { ...LAMP, photoIds: [used] }))
    await store.db
      .updateTable('photos')
      .set({ sha256: 'b'.repeat(64) })
      .where('id', '=', used)
      .execute()
    street.time.now = MONDAY + 30 * DAY + 1
    await sweep()
    expect((await store.db.selectFrom('photos').select('id').execute()).map(({ id }) => id)).toEqual([used])
    expect(loose).not.toBe(used)
    expect(removed).toEqual([])
    street.time.now += 10 * MINUTE
    await sweep()
    expect(removed).toEqual(['a'.repeat(64)])
    expect(await store.db.selectFrom('dropped_files').selectAll().execute()).toEqual([])
  })

  test('bytes that another photo shows as well stay', async () => {
    const [gone] = [await street.photo('resident'), await street.photo('neighbour')]
    await store.transaction((tx) => dropFiles(tx, { streetId: STREET, photoIds: [gone], now: MONDAY }))
    street.time.now = MONDAY + 10 * MINUTE
    await sweep()
    expect(removed).toEqual([])
    expect(await store.db.selectFrom('dropped_files').selectAll().execute()).toEqual([])
  })

  test('a storage that does not answer is asked again later', async () => {
    const photo = await street.photo('resident')
    await store.transaction((tx) => dropFiles(tx, { streetId: STREET, photoIds: [photo], now: MONDAY }))
    street.time.now = MONDAY + 10 * MINUTE
    const down = { remove: async () => Promise.reject(new Error('no answer')) }
    await runRetention({ ...street.system, photoBytes: down }, 10)
    expect(street.surprises).toHaveLength(1)
    await sweep()
    expect(removed).toEqual([])
    street.time.now += 5 * MINUTE
    await sweep()
    expect(removed).toEqual(['a'.repeat(64)])
  })

  test('a face that was replaced is forgotten', async () => {
    const face = await street.photo('resident')
    await store.db.updateTable('photos').set({ use: 'avatar' }).where('id', '=', face).execute()
    answerOf(await street.ask('resident', 'people.showAs', { avatarId: face }))
    answerOf(await street.ask('resident', 'people.showAs', { avatarId: null }))
    expect(await idsIn('photos')).toBe(0)
    street.time.now += 10 * MINUTE
    await sweep()
    expect(removed).toEqual(['a'.repeat(64)])
  })

  test('a picture that comes again while its bytes are being removed has to wait', async () => {
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const send = (id: string) =>
      keepPhoto(
        { ...street.system, photos: { put: async () => null } },
        { id, uploaderId: personOf('resident'), read: async () => ({ ok: true, value: bytes }) },
      )
    expect((await send('first')).ok).toBe(true)
    await store.transaction((tx) => dropFiles(tx, { streetId: STREET, photoIds: ['first'], now: MONDAY }))
    await store.db
      .updateTable('dropped_files')
      .set({ leased_until: MONDAY + 1 })
      .execute()
    expect(await send('second')).toEqual({ ok: false, refusal: 'UNAVAILABLE' })
    await store.db.updateTable('dropped_files').set({ leased_until: null }).execute()
    expect((await send('second')).ok).toBe(true)
    expect(await store.db.selectFrom('dropped_files').selectAll().execute()).toEqual([])
  })

  test('old counts of calls and settled messages go, in batches', async () => {
    const minute = Math.floor(MONDAY / MINUTE)
    const counts = ['a', 'b', 'c'].map((caller) => ({
      ...{ street_id: STREET, caller, minute, calls: 1 },
      counted: 'commands' as const,
    }))
    await store.db.deleteFrom('call_counts').execute()
    await store.db.insertInto('call_counts').values(counts).execute()
    await message()
    street.time.now = MONDAY + 2 * DAY
    await sweep(2)
    expect(await idsIn('call_counts')).toBe(1)
    await sweep(2)
    expect(await idsIn('call_counts')).toBe(0)
    expect(await idsIn('outgoing_messages')).toBe(1)
    street.time.now = MONDAY + 90 * DAY + 1
    await sweep()
    expect(await idsIn('outgoing_messages')).toBe(0)
    expect(await store.db.selectFrom('message_grants').selectAll().execute()).toEqual([])
  })

  test('half a year after a matter is closed its place is a house, or a corner of the estate', async () => {
    const point = { latE6: 23_171_234, lngE6: 114_421_567 }
    const { id: house } = answerOf(
      await street.ask('resident', 'concerns.submit', { ...LAMP, place: { ...LAMP.place, point } }),
    )
    const place = { buildingId: null, point, words: '后巷的路口' }
    const { id: corner } = answerOf(await street.ask('resident', 'concerns.submit', { ...LAMP, place }))
    for (const id of [house, corner])
      answerOf(await street.ask('resident', 'concerns.withdraw', { id, version: 1, note: '' }))
    const placeOf = async (id: string) =>
      (await store.db.selectFrom('concerns').select('body').where('id', '=', id).executeTakeFirstOrThrow())
        .body.place
    street.time.now = MONDAY + 180 * DAY
    await sweep()
    expect((await placeOf(corner)).point).toEqual(point)
    street.time.now += 1
    await sweep()
    expect(await placeOf(corner)).toEqual({ ...place, point: { latE6: 23_171_000, lngE6: 114_422_000 } })
    expect(await placeOf(house)).toMatchObject({ buildingId: LAMP.place.buildingId, point: null })
    // What is rough already is not looked at again.
    expect(await sweep()).toBe(0)
  })

  describe('the logs after three years', () => {
    const THREE_YEARS = 3 * 365 * DAY
    const chain = 'audit_log'
    const lines = async () =>
      (await store.db.selectFrom('audit_log').select('seq').orderBy('seq').execute()).map(({ seq }) => seq)
    const verify = (anchors?: { seq: number; hash: string }[]) =>
      verifyChain(store.db, STREET, { chain, vault: street.system.vault, ...(anchors && { anchors }) })
    const behind = async (change: (db: Store['db']) => Promise<unknown>) => {
      for (const table of ['audit_log', 'audit_checkpoints'])
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(store.db)
      await change(store.db)
      for (const table of ['audit_log', 'audit_checkpoints'])
        await sql`alter table ${sql.table(table)} enable trigger user`.execute(store.db)
    }
    /** Three lines of Monday and two of the next day, sealed; the sessions live on. */
    beforeEach(async () => {
      await behind((db) => sql`truncate audit_log, audit_chains, audit_checkpoints`.execute(db))
      for (let n = 0; n < 5; n += 1) {
        street.time.now = MONDAY + (n < 3 ? 0 : DAY) + n
        answerOf(await street.ask('resident', 'concerns.submit', LAMP))
      }
      await sealAudit(street.system, 100)
    })

    test('the old lines go, and the chain verifies from the signed link before the first that is left', async () => {
      const { end } = await verify()
      street.time.now = MONDAY + THREE_YEARS + 3
      await sweep()
      expect(await lines()).toEqual([4, 5])
      expect(await verify([end])).toEqual({ end, unsealed: 0, findings: [] })
      street.time.now = MONDAY + THREE_YEARS + 2 * DAY
      await sweep()
      expect(await lines()).toEqual([])
      expect((await verify([end])).findings).toEqual([])
    })

    test('a line is not touched a moment before, nor by anybody else', async () => {
      street.time.now = MONDAY + THREE_YEARS
      await sweep()
      expect(await lines()).toEqual([1, 2, 3, 4, 5])
      await expect(store.db.deleteFrom('audit_log').where('seq', '=', 1).execute()).rejects.toThrow(
        'append-only',
      )
      const young = { seq: 5, hash: 'x', before: MONDAY + DAY, made_at: MONDAY + 2 * DAY, signature: 'x' }
      await expect(
        store.db
          .insertInto('audit_checkpoints')
          .values({ street_id: STREET, chain, ...young })
          .execute(),
      ).rejects.toThrow()
    })

    test('who cuts off more, and moves the beginning there, is found out by the signature', async () => {
      street.time.now = MONDAY + THREE_YEARS + 3
      await sweep()
      const fourth = await store.db
        .selectFrom('audit_log')
        .select('hash')
        .where('seq', '=', 4)
        .executeTakeFirst()
      await behind(async (db) => {
        await db.deleteFrom('audit_log').where('seq', '=', 4).execute()
        await db
          .updateTable('audit_checkpoints')
          .set({ seq: 4, hash: fourth?.hash ?? '' })
          .execute()
      })
      expect((await verify()).findings).toEqual([{ seq: 4, kind: 'forged' }])
    })

    test('who takes a line away behind the beginning, or alters one, is found as before', async () => {
      street.time.now = MONDAY + THREE_YEARS + 3
      await sweep()
      await behind((db) => db.deleteFrom('audit_log').where('seq', '=', 4).execute())
      expect((await verify()).findings).toEqual([{ seq: 4, kind: 'missing' }])
    })
  })

  /** One message that was sent on Monday, and the grant it was spent on. */
  async function message(): Promise<void> {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    const inbox = await store.db
      .selectFrom('inbox_messages')
      .select('id')
      .where('person_id', '=', personOf('resident'))
      .executeTakeFirstOrThrow()
    const whose = { street_id: STREET, person_id: personOf('resident') }
    await store.db
      .insertInto('outgoing_messages')
      .values({
        ...whose,
        ...{ id: 'o1', inbox_id: inbox.id, concern_id: id, kind: 'accept', template: 'progress', weight: 1 },
        ...{ urgent: false, at: MONDAY, due_at: MONDAY, until: MONDAY, leased_until: null, errcode: null },
        ...{ settled_at: MONDAY, outcome: 'sent', wechat_id: null },
      })
      .execute()
    await store.db
      .insertInto('message_grants')
      .values({
        ...whose,
        id: 'g1',
        template: 'progress',
        granted_at: MONDAY,
        spent_on: 'o1',
        ended_at: null,
      })
      .execute()
  }
})
