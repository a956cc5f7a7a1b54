import { sql } from 'kysely'
import { PREVIEW } from '../../../src/core/evaluation/life'
import type { WeeklyGoal } from '../../../src/core/goals/goal'
import { spanOfWeek } from '../../../src/core/goals/week'
import { runScores } from '../../../src/server/evaluation/clock'
import { verifyScores } from '../../../src/server/evaluation/verify'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, GRID, personOf, refusalOf, STREET, type Street } from '../concerns/small-street'
import { cast, closed, councilOf, voting } from '../council/making'
import { chairHasHouse, codeOf, EVERYBODY_THERE, leads, notified, signIn } from '../council/meeting-making'
import { busyMonth, cardOf, DAY, detail, HOUR, newYear, PERIOD, turn, WINDOW } from './making'

const HEADS = { kind: 'head', gridPath: GRID, period: PERIOD } as const

describeOnEveryEngine('the month of a head', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await newYear(store)
    await busyMonth(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const versionOf = async (id: string) => (await detail(street, 'head', id)).version
  const appeal = async () => {
    const { id } = await cardOf(street, 'head')
    const said = { component: 'patrols', eventId: 'week:2022-12-12', words: '那周巡过，忘了记' } as const
    return answerOf(await street.ask('head', 'scores.appeal', { id, version: await versionOf(id), ...said }))
  }

  test('is computed once, from what happened in it, and shown to him for three days', async () => {
    await turn(street)
    const mine = await cardOf(street, 'head')
    expect(mine).toMatchObject({ period: PERIOD, label: '1栋', state: 'preview', edition: 1 })
    expect(mine.previewUntil).toBe(street.time.now + PREVIEW)
    const { components, applicable, formula, name } = await detail(street, 'head', mine.id)
    const told = Object.fromEntries(components.map(({ key, num, den }) => [key, `${num}/${den}`]))
    expect(told).toEqual({
      record: '2/2',
      occupancy: '1/1',
      notices: '1/1',
      contact: '0/0',
      closing: '0/0',
      satisfaction: '0/0',
      attendance: '0/0',
      ballots: '0/0',
      patrols: '3/4',
      hazards: '0/0',
      appraisal: '36/45',
    })
    // 10 + 10 + 5 + 12·3/4 + 10·36/45 = 42 of 47.
    expect([applicable, mine.score, mine.stars]).toEqual([47, 893, 4])
    expect([formula, name]).toEqual(['head-1', '姓名-head'])
    expect(components.find(({ key }) => key === 'patrols')?.events.map(({ id }) => id)).toContain(
      'week:2022-12-12',
    )
    const inbox = answerOf(await street.ask('head', 'inbox.list', {}))
    expect(inbox.items.map(({ kind, title }) => [kind, title])).toEqual([['score_preview', '1栋']])
    expect(await runScores(street.system, 50)).toBe(0)
  })

  test('is nobody else’s to read in detail, before and after it is published', async () => {
    await turn(street)
    const { id } = await cardOf(street, 'head')
    for (const who of ['resident', 'grid_staff', 'secretary', 'police', 'volunteer'] as const)
      expect([who, refusalOf(await street.ask(who, 'scores.get', { id }))]).toEqual([who, 'NOT_FOUND'])
    for (const who of ['community_staff', 'street_admin', 'auditor'] as const)
      expect([who, refusalOf(await street.ask(who, 'scores.get', { id }))]).toEqual([who, null])
    expect(answerOf(await street.ask('guest', 'scores.list', HEADS)).groups[0]?.n).toBe(0)
  })

  test('is confirmed by the community after the preview, then published with grade and score alone', async () => {
    await turn(street)
    expect(answerOf(await street.ask('community_staff', 'scores.confirm', HEADS))).toEqual({
      done: 0,
      left: 1,
    })
    street.time.now += PREVIEW
    expect(answerOf(await street.ask('street_admin', 'scores.confirm', HEADS))).toEqual({ done: 0, left: 1 })
    const board = answerOf(await street.ask('community_staff', 'scores.board', HEADS))
    expect(board).toMatchObject({ states: { preview: 1 }, ready: 1, may: ['confirm', 'adjust'] })
    expect(answerOf(await street.ask('community_staff', 'scores.confirm', HEADS))).toEqual({
      done: 1,
      left: 0,
    })
    expect(answerOf(await street.ask('community_staff', 'scores.publish', HEADS))).toEqual({
      done: 1,
      left: 0,
    })
    const list = answerOf(await street.ask('guest', 'scores.list', { kind: 'head', gridPath: GRID }))
    const { id } = await cardOf(street, 'head')
    expect(list).toEqual({
      period: PERIOD,
      periods: [PERIOD],
      groups: [
        {
          band: null,
          n: 1,
          items: [{ id, subjectId: 'JX-001', label: '1栋', name: '姓名-head', score: 893, stars: 4 }],
        },
      ],
    })
    expect(refusalOf(await street.ask('guest', 'scores.list', { kind: 'head', gridPath: STREET }))).toBe(
      'VALIDATION',
    )
  })

  test('an appeal that is upheld makes a new edition; the old one is kept, and both count again', async () => {
    await turn(street)
    const { id, version } = await appeal()
    const given = { id, version, as: 'granted', note: '看了照片，巡过' } as const
    const [asked] = (await detail(street, 'community_staff', id)).appeals
    const appealId = asked?.id ?? ''
    const { appeals } = answerOf(await street.ask('community_staff', 'scores.board', HEADS))
    expect(appeals).toMatchObject([{ lifeId: id, label: '1栋' }])
    expect(refusalOf(await street.ask('head', 'scores.answer', { ...given, appealId }))).toBe('FORBIDDEN')
    street.time.now += DAY
    answerOf(await street.ask('community_staff', 'scores.answer', { ...given, appealId }))
    const after = await detail(street, 'head', id)
    expect(after).toMatchObject({ edition: 2, state: 'preview', previewUntil: street.time.now + PREVIEW })
    // 45 of 47.
    expect(after.editions.map(({ score }) => score)).toEqual([893, 957])
    expect(after.appeals).toMatchObject([{ answer: { as: 'granted' } }])
    // Whoever answered does not confirm it; a colleague does.
    street.time.now += PREVIEW
    expect(answerOf(await street.ask('community_staff', 'scores.confirm', HEADS))).toEqual({
      done: 0,
      left: 1,
    })
    expect(answerOf(await street.ask('follower', 'scores.confirm', HEADS))).toEqual({ done: 1, left: 0 })
    expect(await verifyScores(store.db, STREET)).toEqual({ checked: 3, findings: [] })
  })

  test('an appeal that is not upheld leaves the card as it is, with the answer', async () => {
    await turn(street)
    const { id, version } = await appeal()
    const appealId = (await detail(street, 'head', id)).appeals[0]?.id ?? ''
    const given = { id, version, appealId, as: null, note: '没有记录' }
    answerOf(await street.ask('street_admin', 'scores.answer', given))
    expect(await detail(street, 'head', id)).toMatchObject({
      edition: 1,
      score: 893,
      appeals: [{ answer: { as: null, note: '没有记录' } }],
    })
  })

  test('points take two people, and make a new edition with three days anew', async () => {
    await turn(street)
    const reason = {
      buildingId: 'JX-001',
      period: PERIOD,
      reason: 'leads_project',
      evidence: '活动室验收单',
    } as const
    const { id } = answerOf(await street.ask('community_staff', 'scores.adjust', reason))
    expect(refusalOf(await street.ask('street_admin', 'scores.adjust', reason))).toBe('NOT_IN_THIS_STATE')
    const decide = { id, version: 1, approve: true }
    expect(refusalOf(await street.ask('community_staff', 'scores.decideAdjustment', decide))).toBe(
      'SELF_APPROVAL',
    )
    const board = answerOf(await street.ask('street_admin', 'scores.board', HEADS))
    expect(board.adjustments).toMatchObject([{ id, label: '1栋', reason: 'leads_project', mine: false }])
    answerOf(await street.ask('street_admin', 'scores.decideAdjustment', decide))
    const mine = await cardOf(street, 'head')
    expect(mine).toMatchObject({ edition: 2, score: 913, stars: 5 })
    expect(await detail(street, 'head', mine.id)).toMatchObject({
      points: 2,
      adjustments: [{ reason: 'leads_project', points: 2, evidence: '活动室验收单' }],
    })
  })

  test('★ twice in a row asks for a talk and a plan', async () => {
    await sql`delete from inspections`.execute(store.db)
    await sql`update appraisal_sums set points = 9`.execute(store.db)
    await sql`insert into appraisal_sums select street_id, building_id, '2022-Q3', head_id, answers, points from appraisal_sums`.execute(
      store.db,
    )
    await sql`update registrations set body = body || '{"confirmedAt": 3}'`.execute(store.db)
    await sql`update head_notice_houses set passed_by = null, passed_at = null`.execute(store.db)
    await sql`
      insert into residencies (street_id, id, person_id, building_id, kind, floating, from_at)
      values (${STREET}, 'r.unseen', 'p.phoneless', 'JX-001', 'tenant', true, ${WINDOW.from - 20 * DAY})`.execute(
      store.db,
    )
    await sql`update head_notices set at = ${WINDOW.from - DAY}`.execute(store.db)
    answerOf(await street.ask('street_admin', 'scores.compute', { period: '2022-11' }))
    await turn(street)
    street.time.now += PREVIEW
    for (const period of ['2022-11', PERIOD])
      for (const step of ['scores.confirm', 'scores.publish'] as const)
        answerOf(await street.ask('community_staff', step, { ...HEADS, period }))
    const { items } = answerOf(await street.ask('head', 'scores.mine', {}))
    expect(items.map(({ period, stars }) => [period, stars])).toEqual([
      [PERIOD, 1],
      ['2022-11', 1],
    ])
    const { talks } = answerOf(await street.ask('community_staff', 'scores.board', HEADS))
    expect(talks).toMatchObject([{ lifeId: items[0]?.id, label: '1栋' }])
    const { id, version } = await detail(street, 'community_staff', talks[0]?.lifeId ?? '')
    answerOf(await street.ask('community_staff', 'scores.plan', { id, version, words: '网格员结对帮三个月' }))
    expect(await detail(street, 'head', id)).toMatchObject({ talk: { plan: '网格员结对帮三个月' } })
    expect(answerOf(await street.ask('head', 'heads.mine', {})).buildings).toHaveLength(1)
  })

  test('a grid’s goals count from its first one on: one done, one missed, a week without any is missed, too', async () => {
    const body = (n: number, state: object) => ({
      id: `goal.${n}`,
      streetId: STREET,
      gridPath: GRID,
      week: `2022-W${49 + n}`,
      text: '修好三盏路灯',
      ownerId: 'p.grid_staff',
      about: null,
      setBy: 'p.grid_staff',
      setAt: 1,
      ...state,
    })
    const goals = [
      body(0, { state: 'done', doneAt: 2, doneBy: 'p.grid_staff', note: '' }),
      body(1, { state: 'missed', missedAt: 2 }),
    ] as WeeklyGoal[]
    for (const goal of goals)
      await store.db
        .insertInto('weekly_goals')
        .values({
          street_id: STREET,
          id: goal.id,
          version: 1,
          body: goal,
          due_at: spanOfWeek(goal.week).to,
          next_at: null,
        })
        .execute()
    await turn(street)
    const mine = await cardOf(street, 'grid_staff', 'grid')
    const { components } = await detail(street, 'secretary', mine.id)
    expect(components.find((one) => one.key === 'goals')).toMatchObject({ num: 1, den: 3 })
  })

  test('a grid’s month is confirmed by the street and compared within its size', async () => {
    await turn(street)
    const mine = await cardOf(street, 'grid_staff', 'grid')
    const { components } = await detail(street, 'secretary', mine.id)
    const of = (key: string) => components.find((one) => one.key === key)
    expect(of('seats')).toMatchObject({ num: 7, den: 8 })
    expect(of('register')).toMatchObject({ num: 1, den: 2 })
    expect(of('goals')).toMatchObject({ den: 0 })
    expect(mine).toMatchObject({ score: null, stars: null })
    street.time.now += PREVIEW
    const month = { kind: 'grid', gridPath: STREET, period: PERIOD } as const
    for (const step of ['scores.confirm', 'scores.publish'] as const)
      expect(answerOf(await street.ask('street_admin', step, month))).toEqual({ done: 1, left: 0 })
    const list = answerOf(await street.ask('guest', 'scores.list', { kind: 'grid', gridPath: STREET }))
    expect(list.groups).toMatchObject([{ band: 'small', n: 1, items: [{ label: '第2级', score: null }] }])
  })

  test('a month that is not over is not computed', async () => {
    expect(refusalOf(await street.ask('street_admin', 'scores.compute', { period: '2023-01' }))).toBe(
      'NOT_YET',
    )
    expect(answerOf(await street.ask('street_admin', 'scores.compute', { period: PERIOD }))).toEqual({
      computed: 2,
    })
    expect(answerOf(await street.ask('street_admin', 'scores.compute', { period: PERIOD }))).toEqual({
      computed: 0,
    })
  })

  test('whoever alters a card behind our back is found', async () => {
    await turn(street)
    const { id } = await cardOf(street, 'head')
    await expect(sql`update score_cards set body = body`.execute(store.db)).rejects.toThrow('never changed')
    await sql`alter table score_cards disable trigger score_cards_kept`.execute(store.db)
    const doubts = async () => (await verifyScores(store.db, STREET)).findings.map(({ doubt }) => doubt)
    const ofHead = sql`id = (select card_id from score_lives where id = ${id})`
    await sql`update score_cards set body = replace(body, '"score":893', '"score":993') where ${ofHead}`.execute(
      store.db,
    )
    expect(await doubts()).toEqual(['another_score'])
    await sql`update score_cards set body = replace(body, '"score":993', '"score":893') where ${ofHead}`.execute(
      store.db,
    )
    expect(await doubts()).toEqual([])
    await sql`update score_cards set hash = repeat('0', 64) where ${ofHead}`.execute(store.db)
    expect(await doubts()).toEqual(['another_card'])
    await sql`update score_cards set period = '2022-10' where kind = 'grid'`.execute(store.db)
    expect((await doubts()).sort()).toEqual(['another_card', 'misplaced'])
  })
})

describeOnEveryEngine('the council’s polls in a head’s month', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })

  /** 1栋's card after a poll in December; what differs from one poll to another by chance alone is put aside. */
  async function cardAfter(ballots: 'open' | 'secret', choice?: 'for' | 'against' | 'abstain') {
    const street = await newYear(store)
    await busyMonth(store)
    await councilOf(store)
    street.time.now = WINDOW.from + 8 * DAY
    const { pollId, closesAt } = await voting(street, ballots)
    if (choice) answerOf(await cast(street, 'head', pollId, { 'JX-001': choice }))
    await closed(street, closesAt)
    street.time.now = WINDOW.to + 2 * HOUR
    await turn(street)
    const { id } = await cardOf(street, 'head')
    const { text, components } = await detail(street, 'head', id)
    const counted = components.find(({ key }) => key === 'ballots')
    return {
      text: text.replaceAll(pollId, 'POLL'),
      counted,
      closesAt,
      findings: await verifyScores(store.db, STREET),
    }
  }

  test('count that the house took part, and which way changes no byte, in open and in secret polls', async () => {
    const { text, counted, closesAt, findings } = await cardAfter('open', 'for')
    expect(counted).toMatchObject({ num: 1, den: 1, events: [{ at: closesAt, num: 1, den: 1 }] })
    expect(findings).toEqual({ checked: 5, findings: [] })
    for (const [ballots, choice] of [
      ['open', 'against'],
      ['open', 'abstain'],
      ['secret', 'for'],
      ['secret', 'against'],
    ] as const)
      expect([ballots, choice, (await cardAfter(ballots, choice)).text]).toEqual([ballots, choice, text])
  })

  test('count against a head whose house had no ballot in the box', async () => {
    expect((await cardAfter('open')).counted).toMatchObject({ num: 0, den: 1 })
    expect((await cardAfter('secret')).counted).toMatchObject({ num: 0, den: 1 })
  })

  test.each([
    ['came', EVERYBODY_THERE, 1],
    ['stayed away from', EVERYBODY_THERE.slice(1), 0],
  ] as const)('tell of a meeting that his house %s, and of no hand it raised there', async (_, came, num) => {
    const street = await newYear(store)
    await busyMonth(store)
    await councilOf(store)
    await chairHasHouse(street)
    street.time.now = WINDOW.from + 8 * DAY
    const { id, startsAt } = await notified(street)
    street.time.now = startsAt
    const code = await codeOf(street, id)
    for (const [who, house] of came) answerOf(await signIn(street, who, id, house, code))
    await leads(street, 'begin', { id })
    await leads(street, 'close', { id })
    street.time.now = WINDOW.to + 2 * HOUR
    await turn(street)
    const { components } = await detail(street, 'head', (await cardOf(street, 'head')).id)
    expect(components.find(({ key }) => key === 'attendance')).toMatchObject({ num, den: 1 })
    expect(components.find(({ key }) => key === 'ballots')).toMatchObject({ den: 0 })
    expect(await verifyScores(store.db, STREET)).toMatchObject({ findings: [] })
  })
})

describeOnEveryEngine('what neighbours say of their head', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await newYear(store)
    await busyMonth(store)
  })

  test('is asked once a quarter of whoever surely lives there, and only its sum is kept', async () => {
    const shown = answerOf(await street.ask('resident', 'appraisals.show', {}))
    expect(shown).toEqual({
      quarter: '2023-Q1',
      house: { buildingId: 'JX-001', label: '1栋', head: '姓名-head' },
      may: true,
      answered: false,
    })
    const said = { buildingId: 'JX-001', marks: [5, 4, 3] }
    answerOf(await street.ask('resident', 'appraisals.answer', said))
    expect(refusalOf(await street.ask('resident', 'appraisals.answer', said))).toBe('NOT_IN_THIS_STATE')
    expect(refusalOf(await street.ask('follower', 'appraisals.answer', said))).toBe('NOT_ELIGIBLE')
    expect(
      refusalOf(await street.ask('resident', 'appraisals.answer', { ...said, buildingId: 'JX-002' })),
    ).toBe('NOT_ELIGIBLE')
    const { rows } = await sql`select answers, points from appraisal_sums where quarter = '2023-Q1'`.execute(
      store.db,
    )
    expect(rows).toEqual([{ answers: 1, points: 12 }])
    expect(answerOf(await street.ask('resident', 'appraisals.show', {}))).toMatchObject({
      may: false,
      answered: true,
    })
  })

  test('counts from three answers on, and not before', async () => {
    await sql`update appraisal_sums set answers = 2, points = 20`.execute(store.db)
    await turn(street)
    const { id } = await cardOf(street, 'head')
    const { components } = await detail(street, 'head', id)
    expect(components.find(({ key }) => key === 'appraisal')).toMatchObject({ num: 0, den: 0, events: [] })
  })
})

describeOnEveryEngine('rewards', (open) => {
  let store: Store
  let street: Street
  let lifeId: string
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await newYear(store)
    await busyMonth(store)
    await turn(street)
    street.time.now += PREVIEW
    for (const step of ['scores.confirm', 'scores.publish'] as const)
      answerOf(await street.ask('community_staff', step, HEADS))
    lifeId = (await cardOf(street, 'head')).id
  })

  const batch = () => ({
    gridPath: GRID,
    period: PERIOD,
    title: '十二月考核奖励',
    unit: 'fen' as const,
    items: [{ lifeId, amount: 20_000 }],
  })

  test('are proposed by the secretary, approved by another, posted for five days and written down', async () => {
    const { id } = answerOf(await street.ask('secretary', 'rewards.propose', batch()))
    const seen = async (who: 'resident' | 'street_admin') =>
      answerOf(await street.ask(who, 'rewards.list', { gridPath: GRID })).items
    expect(await seen('resident')).toEqual([])
    expect(await seen('street_admin')).toMatchObject([{ state: 'proposed', total: 20_000, may: ['decide'] }])
    answerOf(await street.ask('street_admin', 'rewards.decide', { id, version: 1, approve: true }))
    expect(await seen('resident')).toMatchObject([
      { state: 'posted', items: [{ name: '姓名-head', label: '1栋', amount: 20_000 }], may: ['object'] },
    ])
    answerOf(await street.ask('resident', 'rewards.object', { id, version: 2, words: '他没来过几次' }))
    expect(
      refusalOf(await street.ask('volunteer', 'rewards.object', { id, version: 3, words: '不同意' })),
    ).toBe('FORBIDDEN')
    const record = { id, version: 3, note: '' }
    expect(refusalOf(await street.ask('street_admin', 'rewards.record', record))).toBe('PUBLICITY_RUNNING')
    street.time.now += 6 * DAY
    expect(refusalOf(await street.ask('street_admin', 'rewards.record', record))).toBe(
      'OBJECTIONS_UNANSWERED',
    )
    answerOf(await street.ask('street_admin', 'rewards.record', { ...record, note: '查过记录，来过三次' }))
    expect(await seen('resident')).toMatchObject([{ state: 'recorded', objections: [] }])
  })

  test('a card is rewarded once; a declined batch gives it back', async () => {
    const { id } = answerOf(await street.ask('secretary', 'rewards.propose', batch()))
    expect(refusalOf(await street.ask('community_staff', 'rewards.propose', batch()))).toBe(
      'NOT_IN_THIS_STATE',
    )
    answerOf(
      await street.ask('street_admin', 'rewards.decide', {
        id,
        version: 1,
        approve: false,
        reason: '金额不对',
      }),
    )
    answerOf(await street.ask('community_staff', 'rewards.propose', batch()))
  })

  test('only published cards of the grid are rewarded', async () => {
    const other = { ...batch(), items: [{ lifeId: 'nothing', amount: 1 }] }
    expect(refusalOf(await street.ask('secretary', 'rewards.propose', other))).toBe('NOT_FOUND')
    expect(personOf('head')).toBe('p.head')
    expect(WINDOW.to).toBeLessThan(street.time.now)
  })
})
