import { sql } from 'kysely'
import { GONE_NAME, GONE_WORDS, THINK_OVER } from '../../../src/core/people/closing'
import { runClosings } from '../../../src/server/people/closing/clock'
import { erasePerson } from '../../../src/server/people/closing/erase'
import { keepOpenid, openidOf } from '../../../src/server/people/openids'
import { runResealing } from '../../../src/server/people/resealing'
import { runRetention } from '../../../src/server/retention/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { asNew } from '../../support/emptying'
import {
  answerOf,
  LAMP,
  MONDAY,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
} from '../concerns/small-street'
import { appointed, moveIn, propose } from '../heads/making'

const PHONE = '10088880001'
const OPENID = 'openid-of-one-who-leaves'
const me = personOf('resident')

describeOnEveryEngine('closing an account', (open) => {
  let store: Store
  let street: Street
  let removed: string[]
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    await asNew(store)
    street = await smallStreet(store)
    removed = []
  })

  const photoBytes = { remove: async ({ sha256 }: { sha256: string }) => void removed.push(sha256) }
  const strike = async () => {
    await runClosings(street.system, 10)
    await runRetention({ ...street.system, photoBytes }, 100)
  }

  /** Everything the database holds, as one text. */
  async function everything(): Promise<string> {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'app'`.execute(store.db)
    const texts: string[] = []
    for (const { name } of rows) {
      const all = await sql`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(store.db)
      texts.push(JSON.stringify(all.rows))
    }
    return texts.join('\n')
  }

  /** Erased at once, as the clock does after the seven days. */
  const leave = () =>
    store.transaction((tx) =>
      erasePerson(tx, { streetId: STREET, system: street.system, personId: me, now: street.time.now }),
    )

  async function photo(sha256: string, use: 'concern' | 'avatar' = 'concern'): Promise<string> {
    const id = await street.photo('resident')
    await store.db.updateTable('photos').set({ sha256, use }).where('id', '=', id).execute()
    return id
  }

  /** Somebody who has used everything there is, and left words of his own in it. */
  async function leadALife(): Promise<{ lamp: string }> {
    const face = await photo('1'.repeat(64), 'avatar')
    await photo('2'.repeat(64))
    const hidden = await photo('3'.repeat(64))
    const shown = await photo('4'.repeat(64))
    answerOf(await street.ask('resident', 'people.leavePhone', { phone: PHONE }))
    answerOf(await street.ask('resident', 'people.showAs', { name: '要走的人', avatarId: face }))
    const subject = street.system.vault.index(OPENID, 'openid')
    await store.db
      .insertInto('logins')
      .values({ street_id: STREET, provider: 'wechat', subject, person_id: me })
      .execute()
    await store.transaction((tx) =>
      keepOpenid(tx, street.system, { personId: me, subject, openid: OPENID, now: MONDAY }),
    )
    const lamp = answerOf(
      await street.ask('resident', 'concerns.submit', { ...LAMP, photoIds: [shown], anonymous: true }),
    )
    answerOf(
      await street.ask('resident', 'concerns.submit', {
        ...LAMP,
        category: 'HARDSHIP',
        title: '私密的题目',
        detail: '私密的细节',
        place: {
          buildingId: 'JX-001',
          point: { latE6: 23_170_001, lngE6: 114_420_001 },
          words: '私密的地点',
        },
        photoIds: [hidden],
      }),
    )
    const step = { id: lamp.id, version: 1 }
    answerOf(await street.ask('grid_staff', 'concerns.accept', { ...step, level: 2, desk: 'grid' }))
    answerOf(
      await street.ask('grid_staff', 'concerns.contact', { ...step, version: 2, note: '电话里说了家事' }),
    )
    answerOf(await street.ask('resident', 'corrections.ask', { about: 'home', words: '更正里写的话' }))
    answerOf(await street.ask('neighbour', 'concerns.endorse', { id: lamp.id }))
    return { lamp: lamp.id }
  }

  const PLANTED = [PHONE, OPENID, '要走的人', nameOf('resident'), '私密的题目', '私密的细节', '私密的地点']
    .concat(['电话里说了家事', '更正里写的话', '23170001'])
    .concat([1, 2, 3].map((n) => String(n).repeat(64)))

  test('seven days to think it over; then nothing of his is left, and what is public lives on', async () => {
    const { lamp } = await leadALife()
    const before = await everything()
    // What is sealed is not found in the open even now.
    const sealed = [PHONE, OPENID, '更正里写的话']
    expect(PLANTED.filter((value) => !before.includes(value))).toEqual(expect.arrayContaining(sealed))
    expect(before).toContain('私密的题目')

    const asked = answerOf(await street.ask('resident', 'people.closeAccount', {}))
    expect(asked).toMatchObject({ closing: { eraseAt: MONDAY + THINK_OVER }, days: 7 })
    street.time.now = MONDAY + THINK_OVER - 1
    await strike()
    expect(answerOf(await street.ask('resident', 'people.me', {})).name).toBe('要走的人')

    street.time.now += 1
    await strike()
    street.time.now += 20 * 60_000
    await strike()
    const after = await everything()
    expect(PLANTED.filter((value) => after.includes(value))).toEqual([])
    expect(removed.sort()).toEqual(['1', '2', '3'].map((n) => n.repeat(64)))
    expect(street.surprises).toEqual([])

    expect(refusalOf(await street.ask('resident', 'people.me', {}))).toBe('NOT_AUTHENTICATED')
    const seen = answerOf(await street.ask('neighbour', 'concerns.get', { id: lamp }))
    expect(seen).toMatchObject({ title: LAMP.title, detail: LAMP.detail, photos: [{}], endorsements: 1 })
    const worked = answerOf(await street.ask('grid_staff', 'concerns.get', { id: lamp }))
    expect(worked.reporter).toContain(GONE_NAME)
  })

  test('the key is gone, so that even a kept copy of what it sealed opens no more', async () => {
    await leadALife()
    const { openid_enc } = await store.db
      .selectFrom('logins')
      .selectAll()
      .where('person_id', '=', me)
      .executeTakeFirstOrThrow()
    answerOf(await street.ask('resident', 'people.closeAccount', {}))
    street.time.now += THINK_OVER
    await strike()
    await store.db
      .insertInto('logins')
      .values({ street_id: STREET, provider: 'wechat', subject: 'copy', person_id: me, openid_enc })
      .execute()
    await expect(store.transaction((tx) => openidOf(tx, street.system, me))).rejects.toThrow('destroyed')
  })

  test('audit lines, and how many said "me too", outlive him under a number that says nothing', async () => {
    const other = answerOf(await street.ask('neighbour', 'concerns.submit', LAMP))
    answerOf(await street.ask('resident', 'concerns.endorse', { id: other.id }))
    answerOf(await street.ask('resident', 'people.closeAccount', {}))
    street.time.now += THINK_OVER
    await strike()
    expect(answerOf(await street.ask('neighbour', 'concerns.get', { id: other.id })).endorsements).toBe(1)
    const lines = await store.db
      .selectFrom('audit_log')
      .select(['operation', 'office', 'subject_id'])
      .where(({ or, eb }) => or([eb('actor_id', '=', me), eb('subject_id', '=', me)]))
      .orderBy('at')
      .orderBy('id')
      .execute()
    expect(lines.map(({ operation, office }) => `${operation} ${office}`)).toEqual([
      'concerns.endorse resident',
      'people.closeAccount resident',
      'people.closeAccount clock',
    ])
  })

  test('he may take it back until the last moment, and asking twice does not begin anew', async () => {
    answerOf(await street.ask('resident', 'people.closeAccount', {}))
    street.time.now += THINK_OVER - 1
    const again = answerOf(await street.ask('resident', 'people.closeAccount', {}))
    expect(again.closing?.eraseAt).toBe(MONDAY + THINK_OVER)
    expect(answerOf(await street.ask('resident', 'people.keepAccount', {})).closing).toBeNull()
    street.time.now += THINK_OVER
    await strike()
    expect(answerOf(await street.ask('resident', 'people.me', {})).name).toBe(nameOf('resident'))
  })

  test.each(['head', 'grid_staff', 'street_admin', 'captain'] as const)(
    'a %s hands his office over first',
    async (who) => {
      expect(refusalOf(await street.ask(who, 'people.closeAccount', {}))).toBe('HAS_DUTIES')
      expect(answerOf(await street.ask(who, 'people.closing', {})).duties.offices).toBe(1)
    },
  )

  test('a volunteer just goes; whoever is given an office meanwhile stays, and is told', async () => {
    answerOf(await street.ask('volunteer', 'people.closeAccount', {}))
    answerOf(await street.ask('resident', 'people.closeAccount', {}))
    await store.db.updateTable('role_grants').set({ person_id: me }).where('id', '=', 'g.captain').execute()
    street.time.now += THINK_OVER
    await strike()
    expect(refusalOf(await street.ask('volunteer', 'people.me', {}))).toBe('NOT_AUTHENTICATED')
    expect(answerOf(await street.ask('resident', 'people.closing', {})).closing).toBeNull()
    const { items } = answerOf(await street.ask('resident', 'inbox.list', {}))
    expect(items.map(({ kind }) => kind)).toContain('closing_stopped')
  })

  test('nobody can call himself by the name of those who have gone', async () => {
    expect(
      refusalOf(await street.ask('resident', 'people.showAs', { name: GONE_NAME, avatarId: null })),
    ).toBe('NAME_OF_OFFICE')
  })

  test('what the house sealed before is moved under keys of their own, and opens as before', async () => {
    const houses = async () =>
      (await store.db.selectFrom('persons').select('id').where('phone_enc', 'not like', 'own.%').execute())
        .length
    const all = await houses()
    expect(all).toBeGreaterThan(10)
    expect(await runResealing(street.system, 3)).toBe(3)
    expect(await houses()).toBe(all - 3)
    await runResealing(street.system, 100)
    expect(await houses()).toBe(0)
    expect(answerOf(await street.ask('neighbour', 'people.me', {})).phone).toBe('100****0001')
  })

  test('a danger he told of stays the house’s, and nobody told of it any more', async () => {
    const danger = { buildingId: 'JX-001', kind: 'ebike' as const, words: '楼道里充电', photoIds: [] }
    const { id } = answerOf(await street.ask('resident', 'hazards.report', danger))
    await leave()
    const { body } = await store.db.selectFrom('hazards').select('body').executeTakeFirstOrThrow()
    expect(body).toMatchObject({ id, words: '楼道里充电', foundBy: null })
    expect(JSON.stringify(await store.db.selectFrom('hazard_events').selectAll().execute())).not.toContain(me)
    expect(refusalOf(await street.ask('guest', 'hazards.get', { id }))).toBe('NOT_AUTHENTICATED')
    expect(street.surprises).toEqual([])
  })

  test('of what he said against a head only that somebody did is left, and the answer to it', async () => {
    await moveIn(store, 'resident')
    await moveIn(store, 'neighbour')
    const { id } = await propose(street, 'neighbour')
    answerOf(await street.ask('resident', 'heads.object', { id, version: 1, words: '他经常不在家' }))
    await leave()
    const { body } = await store.db.selectFrom('head_appointments').select('body').executeTakeFirstOrThrow()
    expect(body.objections).toMatchObject([{ by: '', words: GONE_WORDS }])
    const { objections } = answerOf(await street.ask('community_staff', 'heads.get', { id }))
    expect(objections).toMatchObject([{ words: GONE_WORDS, by: null }])
    expect(street.surprises).toEqual([])
  })

  test('of an office he held house, days and ending stay; what he said and was heard on goes', async () => {
    await moveIn(store, 'resident')
    const { id, version } = await appointed(street, 'resident', { basisWords: '住了二十年，大家都认得' })
    const hearing = { at: street.time.now, statement: '我爱人病了' }
    const revoke = { id, version, reason: '三个月没有巡查', hearing }
    street.time.now += 1
    answerOf(await street.ask('community_staff', 'heads.revoke', revoke))
    await leave()
    const { body } = await store.db.selectFrom('head_appointments').select('body').executeTakeFirstOrThrow()
    expect(JSON.stringify(body)).not.toMatch(/住了二十年|爱人病了/)
    expect(body).toMatchObject({ personId: me, ending: { kind: 'revoked', reason: '三个月没有巡查' } })
  })
})
