import { placeOfPhone } from '../../../src/server/people/profile'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  nameOf,
  personOf,
  refusalOf,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import { moveIn } from '../heads/making'

const PHONE = '10000004321'
/** The street's clock stands in December 2022. */
const SIXTEEN = { year: 2006, month: 6 }
const GROWN = { year: 1980, month: 6 }

describeOnEveryEngine('age and guardians', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await moveIn(store, 'resident', { confirmed: false })
    await moveIn(store, 'neighbour')
    answerOf(await street.ask('neighbour', 'people.leavePhone', { phone: PHONE }))
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const born = (who: Who, when: { year: number; month: number }) => street.ask(who, 'people.leaveBirth', when)
  const mine = async (who: Who) => answerOf(await street.ask(who, 'guardians.mine', {}))
  const asked = async () => {
    answerOf(await born('resident', SIXTEEN))
    answerOf(await street.ask('resident', 'guardians.ask', { phone: PHONE }))
    const [ward] = (await mine('neighbour')).wards
    return ward?.id ?? ''
  }

  test('year and month are sealed, told to nobody else, and said once', async () => {
    answerOf(await born('resident', SIXTEEN))
    const row = await store.db
      .selectFrom('persons')
      .selectAll()
      .where('id', '=', personOf('resident'))
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain('2006')
    expect(() => street.system.vault.open(row.birth_enc ?? '', placeOfPhone(personOf('resident')))).toThrow()
    expect(await mine('resident')).toMatchObject({ born: SIXTEEN, standing: 'minor' })
    expect(refusalOf(await born('resident', GROWN))).toBe('NOT_IN_THIS_STATE')
  })

  test('of a child under fourteen nothing is kept', async () => {
    expect(refusalOf(await born('resident', { year: 2009, month: 1 }))).toBe('UNDER_AGE')
    expect(await mine('resident')).toMatchObject({ born: null, standing: 'unknown' })
  })

  test('a guardian of the same house is asked, says that he is grown, agrees, and may take it back', async () => {
    const id = await asked()
    expect(await mine('resident')).toMatchObject({ guardian: { agreed: false } })
    expect((await mine('neighbour')).wards).toEqual([{ id, name: nameOf('resident'), agreedAt: null }])
    const answer = (who: Who, agree: boolean) => street.ask(who, 'guardians.answer', { id, agree })
    expect(refusalOf(await answer('resident', true))).toBe('NOT_FOUND')
    expect(refusalOf(await answer('neighbour', true))).toBe('BIRTH_REQUIRED')
    answerOf(await born('neighbour', GROWN))
    answerOf(await answer('neighbour', true))
    expect(await mine('resident')).toMatchObject({ guardian: { agreed: true } })
    answerOf(await answer('neighbour', false))
    expect(await mine('resident')).toMatchObject({ guardian: null })
    const kept = await store.db.selectFrom('guardianships').select(['agreed_at', 'ended_at']).execute()
    expect(kept).toEqual([{ agreed_at: street.time.now, ended_at: street.time.now }])
  })

  test('a minor is nobody’s guardian', async () => {
    const id = await asked()
    answerOf(await born('neighbour', { year: 2005, month: 3 }))
    expect(refusalOf(await street.ask('neighbour', 'guardians.answer', { id, agree: true }))).toBe(
      'UNDER_AGE',
    )
  })

  test('whoever lives elsewhere is not asked, and the answer does not tell it', async () => {
    answerOf(await born('resident', SIXTEEN))
    const ask = () => street.ask('resident', 'guardians.ask', { phone: '10000009999' })
    expect(answerOf(await ask())).toEqual({ done: true })
    await store.db
      .updateTable('residencies')
      .set({ building_id: 'JX-001' })
      .where('id', '=', 'r.neighbour')
      .execute()
    expect(answerOf(await street.ask('resident', 'guardians.ask', { phone: PHONE }))).toEqual({ done: true })
    expect(await store.db.selectFrom('guardianships').select('id').execute()).toEqual([])
  })

  test('who is grown, or has not said, asks nobody', async () => {
    const ask = (who: Who) => street.ask(who, 'guardians.ask', { phone: PHONE })
    expect(refusalOf(await ask('resident'))).toBe('NOT_IN_THIS_STATE')
    answerOf(await born('resident', GROWN))
    expect(refusalOf(await ask('resident'))).toBe('NOT_IN_THIS_STATE')
  })
})
