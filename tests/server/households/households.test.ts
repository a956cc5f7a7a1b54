import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import {
  answerOf,
  nameOf,
  personOf,
  refusalOf,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import { DAY, moveIn } from '../heads/making'

const mineOf = async (street: Street, who: Who) =>
  answerOf(await street.ask(who, 'households.mine', {})).household
const codeOf = async (street: Street, who: Who) => (await mineOf(street, who))?.code ?? ''

/** The founder's household, with the others let in one after the other. */
async function together(street: Street, founder: Who, ...others: Who[]): Promise<void> {
  answerOf(await street.ask(founder, 'households.found', { room: '301房' }))
  for (const who of others) {
    street.time.now += 1
    answerOf(await street.ask(who, 'households.join', { code: await codeOf(street, founder) }))
    const [one] = (await mineOf(street, founder))?.waiting ?? []
    answerOf(await street.ask(founder, 'households.admit', { id: one?.id ?? '', admit: true }))
  }
}

async function choice(street: Street, who: Who, wanted: Who) {
  const found = (await mineOf(street, who))?.members.find(({ name }) => name === nameOf(wanted))
  return street.ask(who, 'households.choose', { id: found?.id ?? 'nothing' })
}

describeOnEveryEngine('households', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    for (const who of ['resident', 'neighbour', 'follower'] as const) await moveIn(store, who)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const speaks = async (who: Who) =>
    (await mineOf(street, who))?.members.filter((one) => one.speaks).map(({ name }) => name)

  test('written down by who lives there; its room is sealed and shown to its people alone', async () => {
    await moveIn(store, 'volunteer', { confirmed: false })
    expect(refusalOf(await street.ask('volunteer', 'households.found', { room: '1' }))).toBe(
      'RESIDENCE_NOT_CONFIRMED',
    )
    await together(street, 'resident')
    expect(await mineOf(street, 'resident')).toMatchObject({ room: '301房', standing: 'member' })
    expect(refusalOf(await street.ask('resident', 'households.found', { room: '2' }))).toBe(
      'NOT_IN_THIS_STATE',
    )
    expect(JSON.stringify(await store.db.selectFrom('households').selectAll().execute())).not.toContain('301')
  })

  test('by the code, from the same house, and only who is let in belongs to it', async () => {
    await together(street, 'resident')
    const code = await codeOf(street, 'resident')
    const join = (who: Who, typed = code) => street.ask(who, 'households.join', { code: typed })
    expect(refusalOf(await join('neighbour', 'AAAAAA'))).toBe('NOT_FOUND')
    expect(refusalOf(await join('captain'))).toBe('HOME_ELSEWHERE')
    answerOf(await join('neighbour', code.toLowerCase()))
    expect(await mineOf(street, 'neighbour')).toMatchObject({ standing: 'asked', room: '', members: [] })
    const [asked] = (await mineOf(street, 'resident'))?.waiting ?? []
    const admit = { id: asked?.id ?? '', admit: true }
    expect(refusalOf(await street.ask('neighbour', 'households.admit', admit))).toBe('NOT_FOUND')
    answerOf(await street.ask('resident', 'households.admit', { ...admit, admit: false }))
    expect(await mineOf(street, 'neighbour')).toBeNull()
  })

  test('all of them say the same, and another one speaks for them; who did before stays known', async () => {
    await together(street, 'resident', 'neighbour')
    expect(await speaks('neighbour')).toEqual([nameOf('resident')])
    answerOf(await choice(street, 'neighbour', 'neighbour'))
    expect(await speaks('resident')).toEqual([nameOf('resident')])
    street.time.now += DAY
    answerOf(await choice(street, 'resident', 'neighbour'))
    expect(await speaks('resident')).toEqual([nameOf('neighbour')])
    const terms = await store.db
      .selectFrom('household_representatives')
      .select(['person_id', 'from_at', 'to_at'])
      .orderBy('from_at')
      .execute()
    expect(terms).toMatchObject([
      { person_id: personOf('resident'), to_at: street.time.now },
      { person_id: personOf('neighbour'), from_at: street.time.now, to_at: null },
    ])
  })

  test('a child is not chosen and has no say', async () => {
    await together(street, 'resident', 'neighbour')
    answerOf(await street.ask('neighbour', 'people.leaveBirth', { year: 2007, month: 1 }))
    expect(refusalOf(await choice(street, 'resident', 'neighbour'))).toBe('UNDER_AGE')
    expect(refusalOf(await choice(street, 'neighbour', 'resident'))).toBe('UNDER_AGE')
  })

  test('who moves out leaves the household with the house, and another one speaks for it', async () => {
    await together(street, 'resident', 'neighbour')
    const id = 'r.resident'
    answerOf(await street.ask('resident', 'residences.move_out', { id }))
    expect(await mineOf(street, 'resident')).toBeNull()
    expect(await speaks('neighbour')).toEqual([nameOf('neighbour')])
    answerOf(await street.ask('neighbour', 'households.leave', {}))
    expect(refusalOf(await street.ask('neighbour', 'households.leave', {}))).toBe('NOT_FOUND')
    const open = await store.db
      .selectFrom('household_representatives')
      .select('id')
      .where('to_at', 'is', null)
      .execute()
    expect(open).toEqual([])
  })
})

describe('one representative at any instant, on a real server', () => {
  let fresh: FreshPostgres
  beforeAll(async () => {
    fresh = await freshPostgres()
  })
  afterAll(() => fresh.drop())

  test('three who choose, leave and move out at once leave one who speaks for those who stay', async () => {
    for (let round = 0; round < 10; round += 1) {
      const street = await smallStreet(fresh.store)
      for (const who of ['resident', 'neighbour', 'follower'] as const) await moveIn(fresh.store, who)
      await together(street, 'resident', 'neighbour', 'follower')
      await Promise.all([
        choice(street, 'resident', 'neighbour'),
        choice(street, 'follower', 'neighbour'),
        choice(street, 'neighbour', 'neighbour'),
        street.ask('resident', 'residences.move_out', { id: 'r.resident' }),
        street.ask('follower', 'households.leave', {}),
      ])
      const open = await fresh.store.db
        .selectFrom('household_representatives')
        .select('person_id')
        .where('to_at', 'is', null)
        .execute()
      expect(open).toEqual([{ person_id: personOf('neighbour') }])
      expect(street.surprises).toEqual([])
    }
  })
})
