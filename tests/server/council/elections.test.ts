import { verifyRecord } from '../../../src/core/council/verify'
import { runMotionClock } from '../../../src/server/council/clock'
import { sha256 } from '../../../src/server/council/sha256'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, personOf, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'
import { COUNCIL, closed, councilOf, DAY, motionOf, words } from './making'

const SAYS = '晚上都在家，谁叫都应。'

describeOnEveryEngine('an election', (open) => {
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

  const stand = (who: Who, id: string, unitId: string) =>
    street.ask(who, 'motions.stand', { id, unitId, statement: SAYS })

  /** Proposed, seconded, screened and announced: from here people stand. */
  async function gathering(office: 'chair' | 'secretary' | 'member' = 'chair', seats = 1) {
    const { id } = answerOf(
      await street.ask('head', 'motions.propose', {
        councilId: COUNCIL,
        concernId: null,
        rule: 'election',
        words: { ...words(street.time.now), title: '推选议事会召集人' },
        election: { office, seats },
      }),
    )
    answerOf(await street.ask('follower', 'motions.second', { id, unitId: 'JX-004' }))
    answerOf(
      await street.ask('secretary', 'motions.screen', {
        id,
        version: 2,
        decision: 'schedule',
        note: '可以上会',
      }),
    )
    answerOf(await street.ask('grid_staff', 'motions.announce', { id, version: 3 }))
    return id
  }

  async function opened(id: string, ballots: 'open' | 'secret' = 'secret') {
    const { version } = await motionOf(street, id)
    answerOf(
      await street.ask('volunteer', 'motions.open_poll', { id, version, days: 2, ballots, opinion: false }),
    )
    const { ballot } = await motionOf(street, id)
    if (!ballot?.slate) throw new Error('no paper was made')
    return { pollId: ballot.id, closesAt: ballot.closesAt, slate: ballot.slate }
  }

  /** The three heads stand; three days later the vote is open. */
  async function voting(ballots: 'open' | 'secret' = 'secret') {
    const id = await gathering()
    for (const [who, unitId] of [
      ['head', 'JX-001'],
      ['neighbour', 'JX-002'],
      ['follower', 'JX-004'],
    ] as const)
      answerOf(await stand(who, id, unitId))
    street.time.now += 3 * DAY
    return { id, ...(await opened(id, ballots)) }
  }

  const choose = (who: Who, pollId: string, votes: Record<string, string[]>) =>
    street.ask(who, 'ballots.cast', {
      pollId,
      votes: Object.entries(votes).map(([unitId, choice]) => ({ unitId, choice })),
      salt: 'a'.repeat(16),
    })
  const chairNow = async () =>
    (await store.db.selectFrom('councils').select(['chair_id', 'secretary_id']).executeTakeFirstOrThrow())
      .chair_id

  test('whoever was named hears of it, and stands once he has agreed; a house outside heads nobody here', async () => {
    const id = await gathering()
    answerOf(await street.ask('head', 'motions.nominate', { id, houseId: 'JX-004' }))
    const inbox = answerOf(await street.ask('follower', 'inbox.list', {}))
    expect(inbox.items.map(({ kind }) => kind)).toContain('motion_nominated')
    expect((await motionOf(street, id)).election?.candidates).toMatchObject([{ label: '4栋', agreed: false }])
    answerOf(await stand('follower', id, 'JX-004'))
    expect((await motionOf(street, id, 'follower')).election?.candidates).toMatchObject([
      { label: '4栋', agreed: true, statement: SAYS, mine: true },
    ])
    expect(refusalOf(await street.ask('head', 'motions.nominate', { id, houseId: 'JX-005' }))).toBe(
      'NOT_ELIGIBLE',
    )
    expect(refusalOf(await stand('head', id, 'JX-004'))).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(await stand('neighbour', id, 'JX-004'))).toBe('NOT_REPRESENTATIVE')
  })

  test('one candidate for one office is no choice: the vote does not open', async () => {
    const id = await gathering()
    answerOf(await stand('head', id, 'JX-001'))
    street.time.now += 3 * DAY
    const { version } = await motionOf(street, id)
    const opening = { id, version, days: 2, ballots: 'secret' as const, opinion: false }
    expect(refusalOf(await street.ask('volunteer', 'motions.open_poll', opening))).toBe('TOO_FEW_CANDIDATES')
  })

  test.each(['open', 'secret'] as const)(
    'by %s ballot most votes win; the record counts again; the council has its new chair when it is in force',
    async (ballots) => {
      const { id, pollId, closesAt, slate } = await voting(ballots)
      const [first, second, third] = slate.candidates.map((one) => one.id)
      if (!first || !second || !third) throw new Error('three stand')
      expect(refusalOf(await choose('head', pollId, { 'JX-001': [first, second] }))).toBe('TOO_MANY_CHOSEN')
      expect(refusalOf(await choose('head', pollId, { 'JX-001': ['nobody'] }))).toBe('VALIDATION')
      answerOf(await choose('head', pollId, { 'JX-001': [first] }))
      answerOf(await choose('neighbour', pollId, { 'JX-002': [third], 'JX-003': [] }))
      answerOf(await choose('follower', pollId, { 'JX-004': [first] }))
      const { receipts } = answerOf(await choose('follower', pollId, { 'JX-004': [third] }))
      const mine = (await motionOf(street, id, 'follower')).ballot?.mine
      expect(mine).toMatchObject([
        { choice: ballots === 'open' ? [third] : null, receipt: receipts[0]?.receipt },
      ])
      await closed(street, closesAt)

      const seen = await motionOf(street, id)
      expect(seen).toMatchObject({
        state: 'publicity',
        ballot: {
          tally: {
            outcome: 'passed',
            units: { all: 5, for: 3, against: 0, abstain: 1 },
            votes: [
              { candidateId: third, votes: 2 },
              { candidateId: first, votes: 1 },
              { candidateId: second, votes: 0 },
            ],
          },
        },
        election: { candidates: [{ elected: false }, { elected: false }, { elected: true, label: '4栋' }] },
      })
      const { text, fingerprint } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
      expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
        sound: true,
        tally: { election: { elected: [third] } },
      })
      expect(await chairNow()).toBe(personOf('volunteer'))
      street.time.now = seen.publicity?.until ?? 0
      await runMotionClock(street.system, 10)
      expect((await motionOf(street, id)).state).toBe('in_force')
      expect(await chairNow()).toBe(personOf('follower'))
      const line = await store.db
        .selectFrom('audit_log')
        .select(['office', 'subject_id', 'outcome'])
        .where('operation', '=', 'councils.took_office')
        .where('request_id', '=', id)
        .execute()
      expect(line).toEqual([{ office: 'clock', subject_id: personOf('follower'), outcome: 'done' }])
    },
  )

  test('two with as many votes run again; tied once more, the secretary draws and a witness says so', async () => {
    const { id, pollId, closesAt, slate } = await voting()
    const [first, , third] = slate.candidates.map((one) => one.id)
    if (!first || !third) throw new Error('three stand')
    const evenly = async (poll: string) => {
      answerOf(await choose('head', poll, { 'JX-001': [first] }))
      answerOf(await choose('follower', poll, { 'JX-004': [third] }))
      answerOf(await choose('neighbour', poll, { 'JX-002': [], 'JX-003': [] }))
    }
    await evenly(pollId)
    await closed(street, closesAt)
    expect(await motionOf(street, id)).toMatchObject({
      state: 'run_off',
      ballot: { tally: { outcome: 'tied' } },
    })

    const again = await opened(id)
    expect(again.slate).toMatchObject({ round: 2, candidates: [{ id: first }, { id: third }] })
    await evenly(again.pollId)
    await closed(street, again.closesAt)
    const tied = await motionOf(street, id, 'secretary')
    expect(tied).toMatchObject({ state: 'lot', may: ['draw'] })
    const draw = { id, version: tied.version, drawn: [third], note: '两张纸条放碗里，门口抽的' }
    expect(refusalOf(await street.ask('head', 'motions.draw', draw))).toBe('FORBIDDEN')
    answerOf(await street.ask('secretary', 'motions.draw', draw))
    expect(refusalOf(await street.ask('head', 'motions.watch', { id, unitId: 'JX-001' }))).toBe(
      'SELF_APPROVAL',
    )
    answerOf(await street.ask('neighbour', 'motions.watch', { id, unitId: 'JX-002' }))
    expect(await motionOf(street, id)).toMatchObject({
      state: 'publicity',
      election: {
        candidates: [{ elected: false }, { elected: false }, { elected: true }],
        draw: { drawn: [third], note: draw.note, watchedBy: expect.any(String) },
      },
    })
  })

  test('nobody makes an election vanish by waiting: after seven days without a run-off the lot decides', async () => {
    const { id, pollId, closesAt, slate } = await voting()
    const [first, , third] = slate.candidates.map((one) => one.id)
    if (!first || !third) throw new Error('three stand')
    answerOf(await choose('head', pollId, { 'JX-001': [first] }))
    answerOf(await choose('follower', pollId, { 'JX-004': [third] }))
    answerOf(await choose('neighbour', pollId, { 'JX-002': [] }))
    await closed(street, closesAt)
    street.time.now = closesAt + 7 * DAY
    await runMotionClock(street.system, 10)
    expect((await motionOf(street, id)).state).toBe('lot')
  })
})
