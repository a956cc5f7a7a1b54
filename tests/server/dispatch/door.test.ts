import type { KyselyPlugin } from 'kysely'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, refusalOf, type Street, smallStreet } from '../concerns/small-street'

describeOnEveryEngine('the door', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })

  const count = async (table: 'concerns' | 'commands' | 'concern_events' | 'inbox_messages') =>
    (await store.db.selectFrom(table).select('street_id').execute()).length

  test('the same command sent twice is carried out once and answered twice the same', async () => {
    const first = await street.ask('resident', 'concerns.submit', LAMP, 'key-00000001')
    const again = await street.ask('resident', 'concerns.submit', LAMP, 'key-00000001')
    expect(again).toEqual(first)
    expect([await count('concerns'), await count('commands')]).toEqual([1, 1])
  })

  test('a key belongs to what was said with it, and to the one who said it', async () => {
    answerOf(await street.ask('resident', 'concerns.submit', LAMP, 'key-00000001'))
    const other = { ...LAMP, title: '2栋门口路灯不亮' }
    expect(refusalOf(await street.ask('resident', 'concerns.submit', other, 'key-00000001'))).toBe(
      'DUPLICATE_COMMAND',
    )
    answerOf(await street.ask('neighbour', 'concerns.submit', other, 'key-00000001'))
    expect(await count('concerns')).toBe(2)
  })

  test('a refused command leaves nothing behind, and its key may be used again', async () => {
    const foreign = { ...LAMP, photoIds: [await street.photo('neighbour')] }
    expect(refusalOf(await street.ask('resident', 'concerns.submit', foreign, 'key-00000001'))).toBe(
      'PHOTO_REFUSED',
    )
    const left = await Promise.all(
      (['concerns', 'commands', 'concern_events', 'inbox_messages'] as const).map((table) => count(table)),
    )
    expect(left).toEqual([0, 0, 0, 0])
    answerOf(await street.ask('resident', 'concerns.submit', LAMP, 'key-00000001'))
  })

  test('a wrong field is named with its rule, and what was typed is never sent back', async () => {
    const phone = '13800001234'
    const typed = {
      ...LAMP,
      category: phone,
      title: phone.repeat(9),
      place: { ...LAMP.place, [phone]: phone },
    }
    const refused = await street.call('resident', { operation: 'concerns.submit', input: typed })
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect(refused.ok ? [] : refused.error.fields).toEqual(
      expect.arrayContaining([
        { path: 'category', problem: 'picklist' },
        { path: 'title', problem: 'max_length', limit: 40 },
      ]),
    )
    expect(JSON.stringify(refused)).not.toContain(phone)
  })

  test('an operation nobody knows, a command without a key and a token nobody gave are refused', async () => {
    const unknown = { operation: 'concerns.destroy', input: {} }
    expect(refusalOf(await street.call('resident', unknown))).toBe('NOT_FOUND')
    expect(refusalOf(await street.call('resident', { operation: 'toString', input: {} }))).toBe('NOT_FOUND')
    const submit = { operation: 'concerns.submit', input: LAMP }
    expect(refusalOf(await street.call('resident', { ...submit, key: null }))).toBe('VALIDATION')
    const stranger = { kind: 'token', token: 'made-up' } as const
    expect(refusalOf(await street.call('resident', { ...submit, credentials: stranger }))).toBe(
      'NOT_AUTHENTICATED',
    )
    expect(street.surprises).toEqual([])
  })

  test('a surprise is told as such, without its text, and reported once', async () => {
    street.system.clock = async () => {
      throw new Error('the row of 13800001234 is broken')
    }
    const answer = await street.ask('resident', 'concerns.list', {})
    expect(answer).toEqual({ ok: false, error: { code: 'INTERNAL', requestId: 'test' } })
    expect(street.surprises).toHaveLength(1)
  })

  test('whatever statement of a submission fails, nothing is half done, and the repeat succeeds', async () => {
    const input = { ...LAMP, photoIds: [await street.photo('resident')] }
    const before = await everything(store)
    const real = store.transaction
    let failAt = 1
    street.system.store = {
      ...store,
      transaction: (work) => real((tx) => work(tx.withPlugin(failingAt(failAt)))),
    }

    while (!(await street.ask('resident', 'concerns.submit', input, 'key-00000001')).ok) {
      expect(street.surprises).toHaveLength(failAt)
      expect(await everything(store)).toEqual(before)
      failAt += 1
    }
    expect(failAt).toBeGreaterThan(12)
    expect(await count('concerns')).toBe(1)
  })
})

/** Lets the n-th statement of a transaction fail. */
function failingAt(n: number): KyselyPlugin {
  let seen = 0
  return {
    transformQuery({ node }) {
      seen += 1
      if (seen === n) throw new Error(`statement ${n} failed`)
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

/** Every row a submission writes or changes. */
const everything = async ({ db }: Store) => ({
  concerns: await db.selectFrom('concerns').select('id').execute(),
  events: await db.selectFrom('concern_events').select('concern_id').execute(),
  timers: await db.selectFrom('timers').select('concern_id').execute(),
  inbox: await db.selectFrom('inbox_messages').select('id').execute(),
  commands: await db.selectFrom('commands').select('key').execute(),
  numbers: await db.selectFrom('daily_numbers').select('last').execute(),
  photos: await db.selectFrom('photos').select(['id', 'concern_id']).execute(),
})
