import { sql } from 'kysely'
import type { InputOf } from '../../../src/contracts/operations'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import { moveIn } from '../heads/making'
import { announcedIn, type Body, bodyOf, openedIn } from './body-making'
import { cast, councilOf, motionOf } from './making'

describeOnEveryEngine('a vote of a body that is entrusted to another', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await councilOf(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  type Named = InputOf<'proxies.give'>['holder']
  const give = (who: Who, motionId: string, unitId: string, holder: Named) =>
    street.ask(who, 'proxies.give', { motionId, unitId, holder, words: '我出差，请他替我投这一次' })
  const revoke = async (who: Who, motionId: string) => {
    const given = (await motionOf(street, motionId, who)).proxies.find((one) => one.given)
    return street.ask(who, 'proxies.revoke', { id: given?.id ?? '' })
  }
  const inboxOf = async (who: Who) =>
    answerOf(await street.ask(who, 'inbox.list', { cursor: null })).items.map(({ kind }) => kind)
  const line = (body: Body, label: string): Named => ({ way: 'line', unitId: body.unit(label) })

  async function put(body: Body) {
    const motion = await announcedIn(street, body, {
      by: 'head',
      seconded: { by: 'neighbour', label: '1栋201' },
    })
    return { motionId: motion.id, ...(await openedIn(street, motion)) }
  }
  const LINES = [
    ['1栋101', 'head'],
    ['1栋201', 'neighbour'],
    ['1栋301', 'follower'],
    ['1栋401', null],
  ] as const

  test('goes from household to household, is cast once, and is taken back', async () => {
    const body = await bodyOf(street, { kind: 'household', lines: LINES })
    const { motionId, pollId } = await put(body)
    const [one, two, three] = ['1栋101', '1栋201', '1栋301'].map(body.unit) as [string, string, string]
    expect(refusalOf(await give('head', motionId, two, line(body, '1栋301')))).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(await give('neighbour', motionId, two, line(body, '1栋201')))).toBe('SELF_APPROVAL')
    for (const nobody of [line(body, '1栋401'), { way: 'line' as const, unitId: 'JX-004' }])
      expect(refusalOf(await give('neighbour', motionId, two, nobody))).toBe('NOT_ELIGIBLE')
    const byNumber = { way: 'phone' as const, phone: '13900000009' }
    expect(refusalOf(await give('neighbour', motionId, two, byNumber))).toBe('NOT_ELIGIBLE')
    answerOf(await give('neighbour', motionId, two, line(body, '1栋101')))
    expect(refusalOf(await give('neighbour', motionId, two, line(body, '1栋301')))).toBe('NOT_IN_THIS_STATE')
    expect(await inboxOf('head')).toContain('proxy_given')

    expect((await motionOf(street, motionId, 'head')).ballot?.mine.map(({ label }) => label)).toEqual([
      '1栋101',
      '1栋201',
    ])
    answerOf(await cast(street, 'head', pollId, { [one]: 'for', [two]: 'against' }))
    expect((await motionOf(street, motionId)).ballot?.takingPart).toBe(2)
    expect((await motionOf(street, motionId, 'follower')).proxies).toEqual([])
    expect(refusalOf(await street.ask('head', 'proxies.revoke', { id: 'nothing' }))).toBe('NOT_FOUND')
    answerOf(await revoke('neighbour', motionId))
    expect(refusalOf(await cast(street, 'head', pollId, { [two]: 'for' }))).toBe('NOT_REPRESENTATIVE')
    answerOf(await cast(street, 'neighbour', pollId, { [two]: 'for' }))
    expect((await motionOf(street, motionId)).ballot?.takingPart).toBe(2)
    expect(refusalOf(await cast(street, 'head', pollId, { [three]: 'for' }))).toBe('NOT_REPRESENTATIVE')
    const unknown = sql`insert into proxies
      (street_id, id, motion_id, unit_id, given_by, holder_id, place, words, given_at)
      values (${STREET}, 'x', ${motionId}, 'nowhere', 'p.head', 'p.follower', 1, '请他投', 1)`
    await expect(unknown.execute(store.db)).rejects.toThrow('nobody knows')
  })

  test('of an owner goes to anybody known here by his whole number, who reads that he was looked up', async () => {
    const body = await bodyOf(street, {
      kind: 'owner',
      lines: [...LINES.slice(0, 3), ['1栋401', 'pioneer']],
    })
    const { motionId, pollId } = await put(body)
    await store.db
      .updateTable('persons')
      .set({ phone_index: street.system.vault.index('13900000009', 'phone') })
      .where('id', '=', personOf('captain'))
      .execute()
    const captain = { way: 'phone' as const, phone: '13900000009' }
    const nobody = { ...captain, phone: '13911111111' }
    const [first, second, third, fourth] = ['1栋101', '1栋201', '1栋301', '1栋401'].map(body.unit) as string[]
    expect(refusalOf(await give('head', motionId, first ?? '', nobody))).toBe('NOT_ELIGIBLE')
    answerOf(await give('head', motionId, first ?? '', captain))
    answerOf(await give('neighbour', motionId, second ?? '', captain))
    expect(refusalOf(await give('follower', motionId, third ?? '', captain))).toBe('TOO_MANY_PROXIES')
    answerOf(await give('follower', motionId, third ?? '', line(body, '1栋401')))
    expect((await motionOf(street, motionId, 'captain')).proxies.map(({ label }) => label)).toEqual([
      '1栋101',
      '1栋201',
    ])
    expect((await motionOf(street, motionId, 'head')).proxies).toMatchObject([{ holder: nameOf('captain') }])
    const looks = await store.db
      .selectFrom('access_log')
      .select(['actor_id', 'subject_id', 'reason'])
      .execute()
    expect(looks).toContainEqual({
      actor_id: personOf('head'),
      subject_id: personOf('captain'),
      reason: '委托投票：1栋旁留一条坡道',
    })
    const both = { [first ?? '']: 'for' as const, [second ?? '']: 'against' as const }
    answerOf(await cast(street, 'captain', pollId, both))
    answerOf(await cast(street, 'pioneer', pollId, { [third ?? '']: 'for', [fourth ?? '']: 'for' }))
    expect((await motionOf(street, motionId)).ballot?.takingPart).toBe(4)
  })

  test('in one house ends when who gave it, or who holds it, has moved out', async () => {
    for (const who of ['head', 'neighbour', 'follower'] as const)
      await moveIn(store, who, { buildingId: 'JX-002' })
    const body = await bodyOf(street, {
      kind: 'person',
      buildingId: 'JX-002',
      lines: [
        ['1栋101', 'head'],
        ['1栋201', 'neighbour'],
        ['1栋301', 'follower'],
      ],
    })
    const { motionId, pollId } = await put(body)
    const [one, two, three] = ['1栋101', '1栋201', '1栋301'].map(body.unit) as [string, string, string]
    answerOf(await give('neighbour', motionId, two, line(body, '1栋101')))
    answerOf(await give('head', motionId, one, line(body, '1栋301')))
    const move = (who: Who, back: boolean) =>
      store.db
        .updateTable('residencies')
        .set(back ? { to_at: null, ended_kind: null } : { to_at: street.time.now, ended_kind: 'moved_out' })
        .where('id', '=', `r.${who}`)
        .execute()
    await move('head', false)
    expect(refusalOf(await cast(street, 'head', pollId, { [two]: 'for' }))).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(await cast(street, 'follower', pollId, { [one]: 'for' }))).toBe('NOT_REPRESENTATIVE')
    await move('head', true)
    answerOf(await cast(street, 'head', pollId, { [two]: 'for' }))
    answerOf(await cast(street, 'follower', pollId, { [one]: 'for', [three]: 'for' }))
  })
})
