import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, refusalOf, type Street, smallStreet } from '../concerns/small-street'

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describeOnEveryEngine('whatever somebody types', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
    street = await smallStreet(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const submit = (more: object) =>
    street.call('resident', { operation: 'concerns.submit', input: { ...LAMP, ...more } })
  const see = async (title: string) => {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', { ...LAMP, title }))
    return answerOf(await street.ask('guest', 'concerns.get', { id })).title
  }

  test.each([
    ['a null byte', '路灯\u0000不亮了'],
    ['a bell', '路灯\u0007不亮了'],
    ['half an emoji at the front', '\ud83d路灯不亮了'],
    ['half an emoji at the end', '路灯不亮了\ude00'],
    ['nothing to be seen', '\u200b\u200b\u200b\u200b\u200b'],
    ['blanks and nothing to be seen', ' \u200b \ufeff \u2060\u200d '],
  ])('%s in a title is a wrong field, not a surprise', async (_, title) => {
    const refused = await submit({ title })
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION', fields: [{ path: 'title' }] } })
  })

  test('a null byte is refused wherever words are taken', async () => {
    const bad = '楼下\u0000路口'
    const step = { id: 'c', version: 1 }
    for (const [operation, input] of [
      ['concerns.submit', { ...LAMP, detail: bad }],
      ['concerns.submit', { ...LAMP, place: { ...LAMP.place, words: bad } }],
      ['concerns.list', { text: bad }],
      ['concerns.list', { cursor: cursorOf([1, bad]) }],
      ['concerns.readReporter', { id: 'c', reason: bad }],
      ['concerns.contact', { ...step, note: bad }],
      ['concerns.confirm', { ...step, rating: { stars: 5, words: bad } }],
      ['places.plate', { code: bad }],
    ] as const) {
      const called = await street.call('grid_staff', { operation, input })
      expect([operation, refusalOf(called)]).toEqual([operation, 'VALIDATION'])
    }
  })

  test('emoji, Uyghur words and lines of their own are kept as they were typed', async () => {
    for (const title of ['路灯😀不亮了', 'كوچا چىرىغى يانمايدۇ', '路灯👨‍👩‍👧不亮', '灯\n不亮\t了'])
      expect(await see(title)).toBe(title)
  })

  test('marks that turn the reading order around are left out: words cannot be dressed up', async () => {
    expect(await see('路灯\u202e不亮\u202c了')).toBe('路灯不亮了')
  })

  test('a cursor with a number no clock shows is refused', async () => {
    for (const at of [1e300, 1.5, -1, 2 ** 60]) {
      for (const operation of ['concerns.list', 'concerns.mine', 'concerns.queue', 'inbox.list']) {
        const input = { cursor: cursorOf([at, 'id']) }
        expect(refusalOf(await street.call('grid_staff', { operation, input }))).toBe('VALIDATION')
      }
    }
  })

  test('a point on the other side of the earth is kept, and the matter can still be read', async () => {
    const point = { latE6: -23_170_000, lngE6: -65_580_000 }
    const answered = await submit({ place: { buildingId: null, point, words: '' } })
    const { id } = answerOf(answered) as { id: string }
    expect(answerOf(await street.ask('guest', 'concerns.get', { id })).place.point).toEqual(point)
  })

  test('a thousand wrong items are answered with a few of them', async () => {
    const refused = await submit({ photoIds: Array.from({ length: 5_000 }, () => 1) })
    expect(refused.ok ? [] : refused.error.fields).toHaveLength(20)
  })

  test('names every object has are neither operations nor fields', async () => {
    for (const operation of ['constructor', '__proto__', 'hasOwnProperty', 'valueOf'])
      expect(refusalOf(await street.call('resident', { operation, input: {} }))).toBe('NOT_FOUND')
    const input = JSON.parse('{"__proto__":{"personId":"p.head"},"constructor":{}}')
    expect(refusalOf(await street.call('resident', { operation: 'people.me', input }))).toBe('VALIDATION')
  })

  test('an input as deep as a well is a wrong field', async () => {
    let deep: unknown = 'x'
    for (let depth = 0; depth < 20_000; depth += 1) deep = [deep]
    for (const input of [deep, { ...LAMP, place: deep }, { ...LAMP, detail: deep }])
      expect(refusalOf(await street.call('resident', { operation: 'concerns.submit', input }))).toBe(
        'VALIDATION',
      )
  })
})
