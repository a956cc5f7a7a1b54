import { runBirthdays } from '../../../src/server/people/birthdays'
import { erasePerson } from '../../../src/server/people/closing/erase'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  LAMP,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import { moveIn } from '../heads/making'

/** The street's clock stands in December 2022. */
const EIGHT = { year: 2014, month: 5 }
const GROWN = { year: 1980, month: 6 }
const YEARS = 365.25 * 86_400_000

describeOnEveryEngine('a guardian and a child under fourteen', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await moveIn(store, 'resident')
    answerOf(await street.ask('resident', 'people.leaveBirth', GROWN))
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const mine = async (who: Who = 'resident') => answerOf(await street.ask(who, 'children.mine', {})).children
  const register = async (agreed: ('report' | 'household')[] = ['report']) => {
    answerOf(await street.ask('resident', 'children.register', { name: '小禾', born: EIGHT, agreed }))
    const [child] = await mine()
    return child?.id ?? ''
  }
  const report = (childId: string, who: Who = 'resident') =>
    street.ask(who, 'concerns.submit', { ...LAMP, childId })
  const nameRead = async (id: string) =>
    answerOf(await street.ask('grid_staff', 'concerns.readReporter', { id, reason: '约时间' })).helped
      ?.name ?? null
  const kept = () => store.db.selectFrom('children').selectAll().executeTakeFirstOrThrow()
  const turnsFourteen = async () => {
    street.time.now += 7 * YEARS
    await store.db.updateTable('sessions').set({ expires_at: 4_000_000_000_000 }).execute()
    await store.db.updateTable('residencies').set({ expires_at: null }).execute()
  }

  test('he is registered with what was agreed to, sealed, and shown to the guardian alone', async () => {
    await register(['report'])
    expect(await mine()).toMatchObject([
      {
        name: '小禾',
        born: EIGHT,
        grown: false,
        code: null,
        purposes: [
          { purpose: 'report', state: 'given' },
          { purpose: 'household', state: 'withdrawn' },
        ],
      },
    ])
    expect(await mine('neighbour')).toEqual([])
    expect(JSON.stringify(await kept())).not.toMatch(/小禾|2014/)
  })

  test('who lives nowhere here, or has not said that he is grown, registers nobody', async () => {
    const ask = (who: Who) => street.ask(who, 'children.register', { name: '小禾', born: EIGHT, agreed: [] })
    expect(refusalOf(await ask('neighbour'))).toBe('BIRTH_REQUIRED')
    answerOf(await street.ask('neighbour', 'people.leaveBirth', GROWN))
    expect(refusalOf(await ask('neighbour'))).toBe('RESIDENCE_NOT_CONFIRMED')
  })

  test('reported for him, the handlers read his name; taken back, they read it nowhere and the matter stays', async () => {
    const childId = await register(['report'])
    const { id } = answerOf(await report(childId))
    expect(await nameRead(id)).toBe('小禾')
    expect((await mine())[0]?.matters).toBe(1)
    answerOf(await street.ask('resident', 'children.say', { id: childId, purpose: 'report', given: false }))
    expect(await nameRead(id)).toBeNull()
    expect(refusalOf(await report(childId))).toBe('CONSENT_NEEDED')
    expect(answerOf(await street.ask('resident', 'concerns.get', { id })).mine).toBe(true)
    answerOf(await street.ask('resident', 'children.say', { id: childId, purpose: 'report', given: true }))
    expect(refusalOf(await report(childId))).toBeNull()
  })

  test('nobody else acts for him, says yes for him, or takes his registration back', async () => {
    const id = await register(['report'])
    expect(refusalOf(await report(id, 'neighbour'))).toBe('NOT_FOUND')
    const say = { id, purpose: 'household' as const, given: true }
    expect(refusalOf(await street.ask('neighbour', 'children.say', say))).toBe('NOT_FOUND')
    expect(refusalOf(await street.ask('neighbour', 'children.remove', { id }))).toBe('NOT_FOUND')
    expect(refusalOf(await street.ask('neighbour', 'children.handOver', { id }))).toBe('NOT_FOUND')
  })

  test('the household sees him once that was agreed to, and no longer when it is taken back', async () => {
    const id = await register([])
    answerOf(await street.ask('resident', 'households.found', { room: '301' }))
    const seen = async () => answerOf(await street.ask('resident', 'households.mine', {})).household?.children
    expect(await seen()).toEqual([])
    answerOf(await street.ask('resident', 'children.say', { id, purpose: 'household', given: true }))
    expect(await seen()).toEqual(['小禾'])
    answerOf(await street.ask('resident', 'children.say', { id, purpose: 'household', given: false }))
    expect(await seen()).toEqual([])
  })

  test('taken back as a whole, name and birth are gone and what was said stays', async () => {
    const id = await register()
    answerOf(await report(id))
    answerOf(await street.ask('resident', 'children.remove', { id }))
    expect(await mine()).toEqual([])
    expect(await kept()).toMatchObject({ name_enc: null, birth_enc: null, ended_kind: 'removed' })
    expect(await store.db.selectFrom('helped_persons').selectAll().execute()).toEqual([])
    expect(await store.db.selectFrom('child_consents').selectAll().execute()).toHaveLength(2)
    expect(refusalOf(await street.ask('resident', 'children.remove', { id }))).toBe('NOT_FOUND')
  })

  test('at fourteen nobody acts for him; he takes over by a code, and what was reported for him is his', async () => {
    const id = await register()
    const matter = answerOf(await report(id)).id
    expect(refusalOf(await street.ask('resident', 'children.handOver', { id }))).toBe('UNDER_AGE')
    await turnsFourteen()
    expect(refusalOf(await report(id))).toBe('OLD_ENOUGH')
    answerOf(await street.ask('resident', 'children.handOver', { id }))
    const code = (await mine())[0]?.code?.words ?? ''
    const take = (who: Who, words: string) => street.ask(who, 'children.takeOver', { code: words })
    expect(refusalOf(await take('neighbour', 'AAAAAA'))).toBe('NOT_FOUND')
    expect(refusalOf(await take('resident', code))).toBe('NOT_FOUND')
    answerOf(await take('neighbour', code.toLowerCase()))
    expect(answerOf(await street.ask('neighbour', 'concerns.get', { id: matter })).mine).toBe(true)
    expect(answerOf(await street.ask('neighbour', 'guardians.mine', {}))).toMatchObject({
      born: EIGHT,
      standing: 'minor',
    })
    expect(await kept()).toMatchObject({
      name_enc: null,
      ended_kind: 'grown',
      person_id: personOf('neighbour'),
    })
    expect(refusalOf(await take('follower', code))).toBe('NOT_FOUND')
  })

  test('his guardian is told once, in the month after he turned fourteen, and not of any other child', async () => {
    await register()
    answerOf(
      await street.ask('resident', 'children.register', {
        name: '小苗',
        born: { year: 2016, month: 1 },
        agreed: [],
      }),
    )
    const told = async () =>
      (
        await store.db
          .selectFrom('inbox_messages')
          .select('kind')
          .where('kind', '=', 'child_fourteen')
          .execute()
      ).length
    const run = (at: number) => {
      street.time.now = at
      return runBirthdays(street.system, 10)
    }
    expect([await run(street.time.now), await run(street.time.now)]).toEqual([2, 0])
    // In the month of his birthday nobody knows the day.
    expect([await run(Date.UTC(2028, 4, 31, 15, 59)), await told()]).toEqual([2, 0])
    expect([await run(Date.UTC(2028, 4, 31, 16)), await told()]).toEqual([2, 1])
    expect([await run(Date.UTC(2028, 8, 1)), await told()]).toEqual([1, 1])
  })

  test('two clocks at once tell a guardian one time', async () => {
    await register()
    await turnsFourteen()
    await Promise.all([1, 2, 3, 4].map(() => runBirthdays(street.system, 10)))
    const messages = await store.db
      .selectFrom('inbox_messages')
      .selectAll()
      .where('kind', '=', 'child_fourteen')
      .execute()
    expect(messages).toMatchObject([{ person_id: personOf('resident') }])
    expect(JSON.stringify(messages)).not.toContain('小禾')
  })

  test('a code that nobody brought within a week is void', async () => {
    const id = await register()
    await turnsFourteen()
    answerOf(await street.ask('resident', 'children.handOver', { id }))
    const code = (await mine())[0]?.code?.words ?? ''
    street.time.now += 7 * 86_400_000
    expect(refusalOf(await street.ask('neighbour', 'children.takeOver', { code }))).toBe('NOT_FOUND')
    expect((await mine())[0]?.code).toBeNull()
  })

  test('with the guardian’s account the names of his children go', async () => {
    await register()
    const leaving = {
      streetId: STREET,
      personId: personOf('resident'),
      now: street.time.now,
      system: street.system,
    }
    await store.transaction((tx) => erasePerson(tx, leaving))
    expect(await kept()).toMatchObject({ name_enc: null, birth_enc: null, ended_kind: 'closed' })
  })
})
