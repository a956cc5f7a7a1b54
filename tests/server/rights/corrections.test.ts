import { runCorrections } from '../../../src/server/people/corrections'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  MONDAY,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
} from '../concerns/small-street'

describeOnEveryEngine('asking for a correction', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await store.db
      .insertInto('residencies')
      .values({
        ...{ street_id: STREET, id: 'r1', person_id: personOf('resident'), building_id: 'JX-001' },
        ...{ kind: 'tenant', floating: true, from_at: 1, to_at: null },
        ...{ confirmed_by: null, confirmed_at: null, expires_at: null },
      })
      .execute()
  })

  const words = '我是房东，不是租户'
  const ask = () => street.ask('resident', 'corrections.ask', { about: 'home', words })
  const kindsOf = async (who: Parameters<Street['ask']>[0]) =>
    answerOf(await street.ask(who, 'inbox.list', {})).items.map(({ kind }) => kind)

  test('it goes to the grid he lives in, is answered, and he is told', async () => {
    const { id } = answerOf(await ask())
    expect(await kindsOf('grid_staff')).toEqual(['correction_asked'])
    expect(await kindsOf('street_admin')).toEqual([])
    const { items } = answerOf(await street.ask('grid_staff', 'corrections.waiting', {}))
    expect(items).toMatchObject([{ id, words, about: 'home' }])
    answerOf(await street.ask('grid_staff', 'corrections.answer', { id, corrected: true, words: '改好了' }))
    expect(await kindsOf('resident')).toEqual(['correction_done'])
    const mine = answerOf(await street.ask('resident', 'corrections.mine', {})).items
    expect(mine).toMatchObject([{ words, corrected: true, answer: '改好了' }])
    expect(answerOf(await street.ask('grid_staff', 'corrections.waiting', {})).items).toEqual([])
  })

  test('a refusal gives its reason', async () => {
    const { id } = answerOf(await ask())
    const no = { id, corrected: false, words: '房产证上不是您的名字' }
    answerOf(await street.ask('grid_head', 'corrections.answer', no))
    expect(await kindsOf('resident')).toEqual(['correction_refused'])
    expect(answerOf(await street.ask('resident', 'corrections.mine', {})).items[0]?.answer).toBe(no.words)
    expect(refusalOf(await street.ask('resident', 'corrections.ask', { about: 'home', words: '' }))).toBe(
      'VALIDATION',
    )
  })

  test('one about each thing at a time, and nobody answers his own', async () => {
    const { id } = answerOf(await ask())
    expect(refusalOf(await ask())).toBe('NOT_IN_THIS_STATE')
    answerOf(await street.ask('neighbour', 'corrections.ask', { about: 'office', words: '任期写错了' }))
    expect(answerOf(await street.ask('resident', 'corrections.mine', {})).items).toMatchObject([
      { id, words },
    ])
    const own = answerOf(
      await street.ask('street_admin', 'corrections.ask', { about: 'office', words: '任期写错了' }),
    )
    const yes = { corrected: true, words: '改好了' }
    expect(refusalOf(await street.ask('street_admin', 'corrections.answer', { id: own.id, ...yes }))).toBe(
      'SELF_APPROVAL',
    )
    expect(refusalOf(await street.ask('grid_staff', 'corrections.answer', { id: own.id, ...yes }))).toBe(
      'FORBIDDEN',
    )
    expect(refusalOf(await street.ask('neighbour', 'corrections.answer', { id, ...yes }))).toBe('FORBIDDEN')
  })

  test('fifteen working days; then everybody above hears of it, once', async () => {
    const { dueAt } = answerOf(await ask())
    // New Year and fifteen working days after the Monday.
    expect(dueAt).toBeGreaterThan(MONDAY + 18 * 86_400_000)
    street.time.now = dueAt - 1
    expect(await runCorrections(street.system, 10)).toBe(0)
    street.time.now = dueAt
    expect(await runCorrections(street.system, 10)).toBe(1)
    expect(await runCorrections(street.system, 10)).toBe(0)
    for (const who of ['grid_staff', 'community_staff', 'street_admin'] as const)
      expect([who, await kindsOf(who)]).toEqual([who, expect.arrayContaining(['correction_late'])])
  })

  test('the words lie sealed', async () => {
    answerOf(await ask())
    const row = await store.db.selectFrom('corrections').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(words)
    expect(row.words_enc).toMatch(/^own\./)
  })
})
