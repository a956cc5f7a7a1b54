import { sql } from 'kysely'
import { verifyRecord } from '../../../src/core/council/verify'
import { sha256 } from '../../../src/server/council/sha256'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import {
  announced,
  appoint,
  cast,
  closed,
  councilOf,
  DAY,
  everybodyVotes,
  motionOf,
  proposed,
  voting,
} from './making'

describeOnEveryEngine('who has a vote, and who casts it', (open) => {
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

  const openPoll = (id: string, version: number) =>
    street.ask('volunteer', 'motions.open_poll', { id, version, days: 2, ballots: 'open' })
  const lives = (who: Who, buildingId: string) =>
    store.db
      .insertInto('residencies')
      .values({
        street_id: STREET,
        id: `r.${who}.${buildingId}`,
        person_id: personOf(who),
        building_id: buildingId,
        kind: 'tenant',
        floating: true,
        from_at: 1,
        to_at: null,
        confirmed_at: 1,
      })
      .execute()

  test('a house that says it has an interest of its own is counted in no number of the poll, and stands in its record', async () => {
    const { id, version } = await announced(street)
    const said = { motionId: id, unitId: 'JX-004', words: '坡道正好修在我们门口' }
    expect(refusalOf(await street.ask('head', 'rolls.declare', said))).toBe('NOT_REPRESENTATIVE')
    answerOf(await street.ask('follower', 'rolls.declare', said))
    answerOf(await openPoll(id, version))
    const { ballot, strikes } = await motionOf(street, id)
    expect(ballot).toMatchObject({ units: 4, represented: 3, needed: { quorum: 3 } })
    expect(strikes).toMatchObject([{ label: '4栋', reason: 'declared', counts: true }])
    const pollId = ballot?.id ?? ''
    expect(refusalOf(await cast(street, 'follower', pollId, { 'JX-004': 'for' }))).toBe('NOT_IN_ROLL')
    await cast(street, 'head', pollId, { 'JX-001': 'for' })
    await cast(street, 'neighbour', pollId, { 'JX-002': 'for', 'JX-003': 'against' })
    await closed(street, ballot?.closesAt ?? 0)
    const { text, fingerprint } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
    expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
      sound: true,
      tally: { units: { all: 4, for: 2 }, outcome: 'passed' },
    })
    expect(text).toContain('"kind":"strike","unitId":"JX-004","label":"4栋","reason":"declared"')
  })

  test('an office’s word strikes a house only when another person says it, too, and never once the poll is open', async () => {
    const { id, version } = await announced(street)
    const said = { motionId: id, unitId: 'JX-005', reason: 'not_existing' as const, words: '这一栋拆了' }
    answerOf(await street.ask('secretary', 'rolls.strike', said))
    expect(refusalOf(await street.ask('secretary', 'rolls.strike', said))).toBe('SELF_APPROVAL')
    expect((await motionOf(street, id)).strikes).toMatchObject([{ counts: false }])
    answerOf(await street.ask('second_staff', 'rolls.strike', said))
    answerOf(await openPoll(id, version))
    expect((await motionOf(street, id)).ballot?.units).toBe(4)
    const late = { ...said, unitId: 'JX-004' }
    expect(refusalOf(await street.ask('secretary', 'rolls.strike', late))).toBe('NOT_IN_THIS_STATE')
    const alone = sql`update roll_strikes set second_id = by_id`
    await expect(alone.execute(store.db)).rejects.toThrow(/check constraint/)
  })

  test('a neighbour with the house’s proxy casts its one vote, until it is taken back', async () => {
    const { id, pollId } = await voting(street)
    await lives('captain', 'JX-004')
    const given = {
      motionId: id,
      unitId: 'JX-004',
      holder: { way: 'home' as const, residenceId: 'r.captain.JX-004' },
      words: '我出差，请他替我们栋投',
    }
    expect(refusalOf(await cast(street, 'captain', pollId, { 'JX-004': 'for' }))).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(await street.ask('head', 'proxies.give', given))).toBe('NOT_REPRESENTATIVE')
    answerOf(await street.ask('follower', 'proxies.give', given))
    expect((await motionOf(street, id, 'captain')).ballot?.mine).toMatchObject([{ label: '4栋' }])
    answerOf(await cast(street, 'captain', pollId, { 'JX-004': 'for' }))
    expect((await motionOf(street, id)).ballot?.takingPart).toBe(1)
    const [proxy] = (await motionOf(street, id, 'follower')).proxies
    expect(proxy).toMatchObject({ given: true, words: '我出差，请他替我们栋投' })
    expect((await motionOf(street, id, 'head')).proxies).toEqual([])
    answerOf(await street.ask('follower', 'proxies.revoke', { id: proxy?.id ?? '' }))
    expect(refusalOf(await cast(street, 'captain', pollId, { 'JX-004': 'against' }))).toBe(
      'NOT_REPRESENTATIVE',
    )
    answerOf(await cast(street, 'follower', pollId, { 'JX-004': 'against' }))
    expect((await motionOf(street, id)).ballot?.takingPart).toBe(1)
  })

  test('a proxy ends with the office of the one who gave it, and goes to nobody who lives elsewhere', async () => {
    const { id, pollId } = await voting(street)
    await lives('captain', 'JX-003')
    const home = (residenceId: string) => ({ way: 'home' as const, residenceId })
    const given = {
      motionId: id,
      unitId: 'JX-004',
      holder: home('r.captain.JX-003'),
      words: '请他替我们栋投',
    }
    expect(refusalOf(await street.ask('follower', 'proxies.give', given))).toBe('NOT_ELIGIBLE')
    await lives('pioneer', 'JX-004')
    answerOf(await street.ask('follower', 'proxies.give', { ...given, holder: home('r.pioneer.JX-004') }))
    await store.db
      .updateTable('role_grants')
      .set({ to_at: street.time.now })
      .where('id', '=', 'g.follower.JX-004')
      .execute()
    expect(refusalOf(await cast(street, 'pioneer', pollId, { 'JX-004': 'for' }))).toBe('NOT_REPRESENTATIVE')
  })

  test('the chair gives more time once, while too few have taken part; everybody votes until the new close', async () => {
    const { id, version, pollId, closesAt } = await voting(street)
    const more = { id, version, days: 3 }
    expect(refusalOf(await street.ask('secretary', 'motions.extend', more))).toBe('FORBIDDEN')
    const extended = answerOf(await street.ask('volunteer', 'motions.extend', more))
    expect((await motionOf(street, id)).ballot).toMatchObject({
      closesAt: closesAt + 3 * DAY,
      wasExtended: true,
    })
    const twice = { ...more, version: extended.version }
    expect(refusalOf(await street.ask('volunteer', 'motions.extend', twice))).toBe('EXTENSIONS_USED_UP')
    await closed(street, closesAt)
    expect((await motionOf(street, id)).state).toBe('voting')
    await everybodyVotes(street, pollId)
    await closed(street, closesAt + 3 * DAY)
    expect((await motionOf(street, id)).ballot?.tally?.outcome).toBe('passed')
  })

  test('no more time is given once enough have taken part', async () => {
    const { id, version, pollId } = await voting(street)
    await everybodyVotes(street, pollId)
    expect(refusalOf(await street.ask('volunteer', 'motions.extend', { id, version, days: 3 }))).toBe(
      'NOT_IN_THIS_STATE',
    )
  })

  test('a poll too few came to is held once more by its old rule over a new roll', async () => {
    const { id, closesAt } = await voting(street)
    await closed(street, closesAt)
    const before = await motionOf(street, id)
    expect(before.state).toBe('no_quorum')
    await store.db
      .insertInto('council_charters')
      .values({
        street_id: STREET,
        council_id: 'council-jx',
        version: 2,
        body: { rules: { ordinary: ABSOLUTE, special: ABSOLUTE, absolute: ABSOLUTE }, mayChange: false },
        from_at: 2,
      })
      .execute()
    await appoint(store.db, 'captain', 'JX-005')
    answerOf(await openPoll(id, before.version))
    const { ballot } = await motionOf(street, id)
    expect(ballot).toMatchObject({ units: 5, represented: 5, mayChange: true, needed: { quorum: 4 } })
  })

  test('a matter voted down comes back within thirty days only with a third of all houses', async () => {
    const { id, pollId, closesAt } = await voting(street)
    await cast(street, 'head', pollId, { 'JX-001': 'against' })
    await cast(street, 'neighbour', pollId, { 'JX-002': 'against', 'JX-003': 'against' })
    await cast(street, 'follower', pollId, { 'JX-004': 'for' })
    await closed(street, closesAt)
    expect((await motionOf(street, id)).ending).toBe('rejected')
    const again = await motionOf(street, await proposed(street))
    expect(again).toMatchObject({ secondsNeeded: 2, again: { id } })
    answerOf(await street.ask('follower', 'motions.second', { id: again.id, unitId: 'JX-004' }))
    expect((await motionOf(street, again.id)).state).toBe('proposed')
    answerOf(await street.ask('neighbour', 'motions.second', { id: again.id, unitId: 'JX-002' }))
    expect((await motionOf(street, again.id)).state).toBe('seconded')
  })
})

const ABSOLUTE = { pass: { num: 1, den: 2, strict: true, base: 'all' as const } }
