import { sql } from 'kysely'
import { runVolunteerClock } from '../../../src/server/volunteers/clock'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, personOf, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'
import { DAY, draftOf, HOUR, join, newsOf, planOf, published, taskOf, wordsOf } from './making'

describeOnEveryEngine('volunteers', (open) => {
  let street: Street
  beforeAll(async () => {
    street = await smallStreet(await open())
  })
  beforeEach(async () => {
    street = await smallStreet(street.store)
  })
  const clock = () => runVolunteerClock(street.system, 20)

  test('a head proposes, the captain publishes; residents see it only then', async () => {
    const draft = answerOf(await street.ask('head', 'tasks.draft', draftOf(street.time.now)))
    expect(await newsOf(street, 'captain')).toEqual(['task_to_publish'])
    expect(refusalOf(await street.ask('resident', 'tasks.get', { id: draft.id }))).toBe('NOT_FOUND')
    expect(refusalOf(await street.ask('head', 'tasks.publish', draft))).toBe('FORBIDDEN')
    expect(answerOf(await street.ask('captain', 'tasks.list', { show: 'drafts' })).items).toHaveLength(1)
    answerOf(await street.ask('captain', 'tasks.publish', draft))
    expect(answerOf(await street.ask('guest', 'tasks.list', {})).items).toMatchObject([
      { title: '打扫布置活动室', phase: 'open', shifts: [{ taken: 0, capacity: 2 }] },
    ])
    expect(refusalOf(await street.ask('resident', 'tasks.draft', draftOf(street.time.now)))).toBe('FORBIDDEN')
  })

  test('a high risk is not published without insurance, nor joined without training', async () => {
    const risky = { risk: 'high' as const, riskNote: '站在路边', minAge: 18, training: '交警带练' }
    const draft = answerOf(
      await street.ask('captain', 'tasks.draft', draftOf(street.time.now, { words: wordsOf(risky) })),
    )
    expect(refusalOf(await street.ask('captain', 'tasks.publish', draft))).toBe('INSURANCE_REQUIRED')
    const words = wordsOf({ ...risky, insurance: '街道意外险' })
    const { version } = answerOf(await street.ask('captain', 'tasks.change', { ...draft, words, shifts: [] }))
    answerOf(await street.ask('captain', 'tasks.publish', { id: draft.id, version }))
    const [shift] = (await taskOf(street, draft.id)).shifts
    const shiftId = shift?.id ?? ''
    expect(refusalOf(await street.ask('resident', 'signups.join', { shiftId }))).toBe('TRAINING_REQUIRED')
    answerOf(await street.ask('resident', 'signups.join', { shiftId, trained: true }))
  })

  test('two places, two who wait in turn; a cancel lets the first of them move up, and tells him', async () => {
    const { id, shifts } = await published(street)
    const [shiftId] = shifts
    const first = await join(street, 'resident', shiftId)
    await join(street, 'neighbour', shiftId)
    expect(await join(street, 'follower', shiftId)).toMatchObject({ state: 'waiting', place: 1 })
    expect(await join(street, 'volunteer', shiftId)).toMatchObject({ state: 'waiting', place: 2 })
    expect(refusalOf(await street.ask('resident', 'signups.join', { shiftId: shiftId ?? '' }))).toBe(
      'SIGNED_UP_ALREADY',
    )
    expect(answerOf(await street.ask('resident', 'signups.cancel', { id: first.id }))).toMatchObject({
      late: false,
    })
    expect((await taskOf(street, id, 'follower')).mine).toMatchObject([{ state: 'accepted' }])
    expect((await taskOf(street, id, 'volunteer')).mine).toMatchObject([{ state: 'waiting', place: 1 }])
    expect(await newsOf(street, 'follower')).toEqual(['signup_promoted'])
    expect(refusalOf(await street.ask('neighbour', 'signups.cancel', { id: first.id }))).toBe('NOT_FOUND')
  })

  test('close to the start a place is offered for two hours, then to the next', async () => {
    const { id, shifts } = await published(street, {
      shifts: [
        planOf(street.time.now, {
          capacity: 1,
          startsAt: street.time.now + 20 * HOUR,
          endsAt: street.time.now + 21 * HOUR,
        }),
      ],
    })
    const one = await join(street, 'resident', shifts[0])
    const two = await join(street, 'neighbour', shifts[0])
    await join(street, 'follower', shifts[0])
    answerOf(await street.ask('resident', 'signups.cancel', { id: one.id }))
    expect((await taskOf(street, id, 'neighbour')).mine).toMatchObject([{ state: 'offered' }])
    street.time.now += 2 * HOUR
    expect(refusalOf(await street.ask('neighbour', 'signups.confirm', { id: two.id }))).toBe(
      'NOT_IN_THIS_STATE',
    )
    expect(await clock()).toBe(1)
    expect(await newsOf(street, 'neighbour')).toEqual(['signup_offer_over', 'signup_offered'])
    const [mine] = (await taskOf(street, id, 'follower')).mine
    answerOf(await street.ask('follower', 'signups.confirm', { id: mine?.id ?? '' }))
    expect((await taskOf(street, id, 'follower')).mine).toMatchObject([{ state: 'accepted' }])
    expect(await clock()).toBe(0)
  })

  test('nobody is in two places at once; a neighbour without a phone is brought along and forgotten after', async () => {
    const { id, shifts } = await published(street, {
      shifts: [
        planOf(street.time.now),
        planOf(street.time.now, { startsAt: street.time.now + 3 * DAY + HOUR }),
      ],
    })
    await join(street, 'resident', shifts[0])
    expect(refusalOf(await street.ask('resident', 'signups.join', { shiftId: shifts[1] ?? '' }))).toBe(
      'TIME_OVERLAP',
    )
    const guest = { name: '罗阿婆', agreed: true as const }
    answerOf(await street.ask('resident', 'signups.join', { shiftId: shifts[0] ?? '', guest }))
    expect((await taskOf(street, id, 'captain')).roster?.map(({ name }) => name)).toContain('罗阿婆')
    expect((await taskOf(street, id, 'neighbour')).roster).toBeNull()
    const { rows } = await sql<{ text: string }>`select body::text as text from volunteer_signups`.execute(
      street.store.db,
    )
    expect(rows.map(({ text }) => text).join()).not.toContain('罗阿婆')
    street.time.now += 4 * DAY
    await clock()
    expect((await taskOf(street, id, 'captain')).roster?.map(({ name }) => name)).not.toContain('罗阿婆')
  })

  test('fewer than its minimum a day before: it does not take place, and everybody is told', async () => {
    const { id, shifts } = await published(street, { shifts: [planOf(street.time.now, { minimum: 2 })] })
    await join(street, 'resident', shifts[0])
    street.time.now += 2 * DAY - 1
    expect(await clock()).toBe(0)
    street.time.now += 1
    expect(await clock()).toBe(1)
    expect(await taskOf(street, id, 'resident')).toMatchObject({
      phase: 'cancelled',
      shifts: [{ state: 'cancelled', taken: 0 }],
    })
    expect(await newsOf(street, 'resident')).toEqual(['task_too_few'])
    expect(await clock()).toBe(0)
  })

  test('whoever signed up is told of a change and of the end; more places go to the queue', async () => {
    const { id, version, shifts } = await published(street)
    for (const who of ['resident', 'neighbour', 'follower'] as const) await join(street, who, shifts[0])
    const plan = planOf(street.time.now)
    const input = { id, version, words: wordsOf(), shifts: [{ id: shifts[0] ?? '', ...plan, capacity: 3 }] }
    expect(refusalOf(await street.ask('resident', 'tasks.change', input))).toBe('FORBIDDEN')
    const changed = answerOf(await street.ask('captain', 'tasks.change', input))
    expect(await newsOf(street, 'follower')).toEqual(
      expect.arrayContaining(['task_changed', 'signup_promoted']),
    )
    answerOf(await street.ask('captain', 'tasks.cancel', { ...changed, note: '下大雨，不安全' }))
    expect((await newsOf(street, 'resident'))[0]).toBe('task_cancelled')
    expect(await taskOf(street, id)).toMatchObject({ phase: 'cancelled', note: '下大雨，不安全' })
  })

  test('who cancels late is seen by whoever answers for the task, and reads it in his own record', async () => {
    const { id, shifts } = await published(street)
    const late = await join(street, 'resident', shifts[0])
    const early = await join(street, 'neighbour', shifts[0])
    answerOf(await street.ask('neighbour', 'signups.cancel', { id: early.id }))
    street.time.now += 3 * DAY - 11 * HOUR
    expect(answerOf(await street.ask('resident', 'signups.cancel', { id: late.id })).late).toBe(true)
    expect((await taskOf(street, id, 'captain')).late).toMatchObject([
      { shiftId: shifts[0], at: street.time.now },
    ])
    for (const who of ['guest', 'resident', 'neighbour'] as const)
      expect((await taskOf(street, id, who)).late).toBeNull()
    const record = async (who: Who) => answerOf(await street.ask(who, 'service.mine', {}))
    expect(await record('resident')).toMatchObject({
      times: 0,
      noShows: 0,
      entries: [{ kind: 'late', minutes: 0, mayDispute: false }],
    })
    expect((await record('neighbour')).entries).toEqual([])
  })

  test('a weekly task comes again by itself, once', async () => {
    const { id } = await published(street, {
      repeats: { days: 7, until: street.time.now + 40 * DAY },
      shifts: [planOf(street.time.now), planOf(street.time.now)],
    })
    street.time.now += 4 * DAY
    expect(await clock()).toBe(2)
    const { items } = answerOf(await street.ask('guest', 'tasks.list', {}))
    expect(items).toHaveLength(1)
    expect(items[0]?.id).not.toBe(id)
    expect(items[0]?.shifts.map(({ startsAt }) => startsAt)).toEqual([
      street.time.now + 6 * DAY,
      street.time.now + 6 * DAY,
    ])
  })

  test('a series that has ended is gone on with by who leads it, once, and comes again in the future', async () => {
    const repeats = { days: 7 as const, until: street.time.now + 5 * DAY }
    const { id, version } = await published(street, { repeats })
    const first = street.time.now + 3 * DAY
    street.time.now += 4 * DAY
    await clock()
    expect(await newsOf(street, 'captain')).toContain('task_series_over')
    street.time.now += 10 * DAY
    const asked = { id, version }
    expect((await taskOf(street, id, 'captain')).may).toContain('go_on')
    expect((await taskOf(street, id, 'resident')).may).not.toContain('go_on')
    expect(refusalOf(await street.ask('resident', 'tasks.go_on', asked))).toBe('FORBIDDEN')
    const tries = await Promise.all([1, 2, 3, 4].map(() => street.ask('captain', 'tasks.go_on', asked)))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    await clock()
    const { items } = answerOf(await street.ask('guest', 'tasks.list', {}))
    expect(items.map(({ shifts }) => shifts[0]?.startsAt)).toEqual([first + 14 * DAY])
    const now = await taskOf(street, id, 'captain')
    expect(now.may).not.toContain('go_on')
    expect(refusalOf(await street.ask('captain', 'tasks.go_on', { id, version: now.version }))).toBe(
      'NOT_IN_THIS_STATE',
    )
  })

  test('three times not come, the captain is asked; with his word he has a place', async () => {
    for (let n = 0; n < 3; n += 1) {
      const { shifts } = await published(street)
      await join(street, 'resident', shifts[0])
      street.time.now += 4 * DAY
      await clock()
    }
    expect((await newsOf(street, 'resident')).filter((kind) => kind === 'signup_no_show')).toHaveLength(3)
    const { id, shifts } = await published(street)
    const asked = await join(street, 'resident', shifts[0])
    expect(asked.state).toBe('asked')
    expect(await newsOf(street, 'captain')).toContain('signup_asked')
    expect(refusalOf(await street.ask('neighbour', 'signups.decide', { id: asked.id, agree: true }))).toBe(
      'FORBIDDEN',
    )
    answerOf(await street.ask('captain', 'signups.decide', { id: asked.id, agree: true }))
    expect((await taskOf(street, id, 'resident')).mine).toMatchObject([{ state: 'accepted' }])
  })

  test('a task that grew out of a concern names it; one of a concern not for everybody is not written', async () => {
    const draft = draftOf(street.time.now, {
      source: { kind: 'concern', id: 'nothing' },
      leaderId: personOf('head'),
    })
    expect(refusalOf(await street.ask('captain', 'tasks.draft', draft))).toBe('NOT_FOUND')
  })

  afterEach(() => expect(street.surprises).toEqual([]))
})
