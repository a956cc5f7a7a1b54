import { runMotionClock } from '../../../src/server/council/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, nameOf, refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { moveIn } from '../heads/making'
import {
  announced,
  COUNCIL,
  cast,
  closed,
  councilOf,
  DAY,
  everybodyVotes,
  motionOf,
  proposed,
  voting,
  words,
} from './making'

describeOnEveryEngine('a motion', (open) => {
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

  test('grows out of a public concern, is seconded, screened, announced, debated, voted on and in force', async () => {
    const concern = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    await moveIn(store, 'resident')
    const input = {
      councilId: COUNCIL,
      concernId: concern.id,
      rule: 'ordinary' as const,
      words: words(street.time.now),
    }
    const { id, no } = answerOf(await street.ask('resident', 'motions.propose', input))
    expect(no).toBe('YT2212190001')
    expect(await motionOf(street, id)).toMatchObject({
      state: 'proposed',
      concern: { id: concern.id, title: LAMP.title },
      needed: { quorum: 4, forAtQuorum: 3, forAtFull: 3 },
      secondsNeeded: 1,
    })
    expect(answerOf(await street.ask('guest', 'concerns.get', { id: concern.id })).motion).toMatchObject({
      id,
    })

    answerOf(await street.ask('head', 'motions.second', { id, unitId: 'JX-001' }))
    const screen = { id, version: 2, decision: 'schedule' as const, note: '合法，归议事会定' }
    answerOf(await street.ask('secretary', 'motions.screen', screen))
    answerOf(await street.ask('grid_staff', 'motions.announce', { id, version: 3 }))
    const debate = { id, version: 4 }
    expect(refusalOf(await street.ask('volunteer', 'motions.open_debate', debate))).toBe('NOT_YET')
    street.time.now += 3 * DAY
    expect(refusalOf(await street.ask('head', 'motions.open_debate', debate))).toBe('FORBIDDEN')
    answerOf(await street.ask('volunteer', 'motions.open_debate', debate))
    answerOf(await street.ask('resident', 'motions.speak', { id, side: 'for', words: '老人推车方便' }))
    const poll = { id, version: 5, days: 2, ballots: 'open' as const }
    answerOf(await street.ask('volunteer', 'motions.open_poll', poll))
    const { ballot } = await motionOf(street, id)
    await everybodyVotes(street, ballot?.id ?? '')
    await closed(street, ballot?.closesAt ?? 0)
    const counted = await motionOf(street, id)
    expect(counted.ballot?.tally).toEqual({
      units: { all: 5, for: 3, against: 1, abstain: 0 },
      area: null,
      votes: null,
      outcome: 'passed',
      needed: 3,
    })
    expect(counted.state).toBe('publicity')
    street.time.now = counted.publicity?.until ?? 0
    expect(await runMotionClock(street.system, 10)).toBe(1)
    const story = await motionOf(street, id)
    expect(story.state).toBe('in_force')
    expect(story.timeline.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      `propose ${nameOf('resident')}`,
      'second 1栋',
      `screen ${nameOf('secretary')}`,
      `announce ${nameOf('grid_staff')}`,
      `open_debate ${nameOf('volunteer')}`,
      `open_poll ${nameOf('volunteer')}`,
      'tally ',
      'enforce ',
    ])
  })

  test('who does not live here, or whom nobody has confirmed, proposes nothing', async () => {
    const input = {
      councilId: COUNCIL,
      concernId: null,
      rule: 'ordinary' as const,
      words: words(street.time.now),
    }
    expect(refusalOf(await street.ask('resident', 'motions.propose', input))).toBe('FORBIDDEN')
    await moveIn(store, 'resident', { confirmed: false })
    expect(refusalOf(await street.ask('resident', 'motions.propose', input))).toBe('FORBIDDEN')
    expect(refusalOf(await street.ask('police', 'motions.propose', input))).toBe('FORBIDDEN')
    const past = { ...input, words: { ...input.words, byWhen: street.time.now } }
    expect(refusalOf(await street.ask('head', 'motions.propose', past))).toBe('VALIDATION')
    const phone = { ...input, words: { ...input.words, text: '打这个电话说一声：13800001111，大家一起去' } }
    expect(refusalOf(await street.ask('head', 'motions.propose', phone))).toBe('CONTENT_RISKY')
  })

  test('a private concern becomes no motion: everybody could read it', async () => {
    const hidden = answerOf(await street.ask('head', 'concerns.submit', { ...LAMP, category: 'HARDSHIP' }))
    const input = { councilId: COUNCIL, rule: 'ordinary' as const, words: words(street.time.now) }
    const answer = await street.ask('head', 'motions.propose', { ...input, concernId: hidden.id })
    expect(refusalOf(answer)).toBe('NOT_FOUND')
  })

  test('a house seconds once, not its own proposal, and only its head speaks for it', async () => {
    const id = await proposed(street)
    const second = async (who: 'head' | 'follower' | 'neighbour', unitId: string) =>
      refusalOf(await street.ask(who, 'motions.second', { id, unitId }))
    expect(await second('head', 'JX-001')).toBe('SELF_APPROVAL')
    expect(await second('follower', 'JX-002')).toBe('NOT_REPRESENTATIVE')
    expect(await second('neighbour', 'JX-002')).toBeNull()
    expect(await second('follower', 'JX-004')).toBe('NOT_IN_THIS_STATE')
    const news = answerOf(await street.ask('secretary', 'inbox.list', {})).items
    expect(news).toMatchObject([{ kind: 'motion_to_screen', motionId: id, title: '1栋旁留一条坡道' }])
  })

  test('the clock lets lapse what nobody seconds in fourteen days', async () => {
    const id = await proposed(street)
    street.time.now += 14 * DAY - 1
    expect(await runMotionClock(street.system, 10)).toBe(0)
    street.time.now += 1
    expect(await runMotionClock(street.system, 10)).toBe(1)
    expect(await motionOf(street, id)).toMatchObject({ state: 'ended', ending: 'lapsed' })
  })

  test('a person says twice where he stands, never twice in a row, and the chair not at all', async () => {
    const { id, version } = await announced(street)
    const say = async (who: 'head' | 'follower' | 'volunteer' | 'guest') =>
      refusalOf(await street.ask(who, 'motions.speak', { id, side: 'against', words: '钱从哪里来' }))
    expect(await say('head')).toBe('NOT_IN_THIS_STATE')
    answerOf(await street.ask('volunteer', 'motions.open_debate', { id, version }))
    expect(await say('volunteer')).toBe('FORBIDDEN')
    expect([await say('head'), await say('head')]).toEqual([null, 'SPOKEN_ALREADY'])
    expect([await say('follower'), await say('head'), await say('follower'), await say('head')]).toEqual([
      null,
      null,
      null,
      'SPOKEN_ALREADY',
    ])
    const { said, speeches } = await motionOf(street, id)
    expect(said.map(({ unit, side }) => `${unit} ${side}`)).toEqual([
      '1栋 against',
      '4栋 against',
      '1栋 against',
      '4栋 against',
    ])
    expect(speeches).toEqual({ for: 0, against: 4 })
  })

  test('one house in five has a result looked at again; the community annuls it with a reason', async () => {
    const { id, pollId, closesAt } = await voting(street)
    await everybodyVotes(street, pollId)
    await closed(street, closesAt)
    const reason = { id, unitId: 'JX-003', words: '坡道会堵住消防通道' }
    expect(refusalOf(await street.ask('follower', 'motions.object', reason))).toBe('NOT_REPRESENTATIVE')
    const { version } = answerOf(await street.ask('neighbour', 'motions.object', reason))
    expect(await motionOf(street, id)).toMatchObject({
      state: 'in_review',
      publicity: { needed: 1, objections: [{ label: '3栋', words: '坡道会堵住消防通道' }] },
    })
    const review = { id, version, decision: 'annul' as const, note: '消防通道不能占' }
    expect(refusalOf(await street.ask('secretary', 'motions.review', review))).toBe('FORBIDDEN')
    answerOf(await street.ask('community_staff', 'motions.review', review))
    expect(await motionOf(street, id)).toMatchObject({ ending: 'annulled', note: '消防通道不能占' })
  })

  test('a poll declared void is never counted, and its ballots are nobody’s to read', async () => {
    const { id, version, pollId, closesAt } = await voting(street)
    await cast(street, 'head', pollId, { 'JX-001': 'for' })
    answerOf(await street.ask('community_staff', 'motions.void', { id, version, note: '名册有误' }))
    expect(refusalOf(await cast(street, 'head', pollId, { 'JX-001': 'for' }))).toBe('POLL_CLOSED')
    await closed(street, closesAt)
    expect(await motionOf(street, id)).toMatchObject({
      ending: 'void',
      ballot: { state: 'void', tally: null },
    })
    expect(refusalOf(await street.ask('guest', 'motions.record', { pollId }))).toBe('POLL_NOT_OVER')
  })

  test('the list tells what is open and what has a result, and which poll waits for my house', async () => {
    const { id, pollId } = await voting(street)
    const list = async (who: 'guest' | 'head', show: 'open' | 'done') =>
      answerOf(await street.ask(who, 'motions.list', { councilId: COUNCIL, show })).items
    expect(await list('guest', 'open')).toMatchObject([
      { id, state: 'voting', waitsForMe: false, poll: { takingPart: 0, units: 5, quorum: 4 } },
    ])
    expect(await list('head', 'open')).toMatchObject([{ waitsForMe: true }])
    const shown = answerOf(await street.ask('head', 'councils.show', {})).council
    expect(shown).toMatchObject({ units: 5, represented: 4, toVote: 1, open: 1, done: 0, mayPropose: true })
    await cast(street, 'head', pollId, { 'JX-001': 'abstain' })
    expect(await list('head', 'open')).toMatchObject([{ waitsForMe: false, poll: { takingPart: 1 } }])
    expect(await list('head', 'done')).toEqual([])
  })
})
