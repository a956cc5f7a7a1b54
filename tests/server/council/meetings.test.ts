import { sql } from 'kysely'
import { verifyRecord } from '../../../src/core/council/verify'
import { sha256 } from '../../../src/server/council/sha256'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { COUNCIL, cast, councilOf, DAY, motionOf } from './making'
import {
  chairHasHouse,
  codeOf,
  EVERYBODY_THERE,
  HOUR,
  inRoom,
  leads,
  notified,
  roomOf,
  signIn,
} from './meeting-making'

describeOnEveryEngine('a meeting of the building heads', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await councilOf(store)
    await chairHasHouse(street)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const inboxOf = async (who: 'head' | 'follower' | 'volunteer') =>
    answerOf(await street.ask(who, 'inbox.list', {})).items.map(({ kind, about }) => [kind, about?.id])

  test('from the notice to signed minutes: sign-in, debate, vote by hands, a record anybody can count again', async () => {
    const { id, motionId } = await inRoom(street)
    expect(await inboxOf('follower')).toContainEqual(['meeting_notice', id])
    expect(await roomOf(street, id)).toMatchObject({ units: 5, quorum: 4, present: 4, state: 'in_session' })

    answerOf(await street.ask('head', 'meetings.raise_hand', { id, place: 1, unitId: 'JX-001', side: 'for' }))
    await leads(street, 'call', { id, unitId: 'JX-001' })
    expect((await roomOf(street, id)).floor?.speaker).toMatchObject({ label: '1栋', side: 'for' })
    street.time.now += 120_000
    await leads(street, 'end_speech', { id, unitId: 'JX-001' })
    await leads(street, 'put_question', { id, place: 1 })

    const vote = (await roomOf(street, id)).floor?.vote
    const pollId = vote?.pollId ?? ''
    answerOf(await cast(street, 'head', pollId, { 'JX-001': 'for' }))
    answerOf(await cast(street, 'follower', pollId, { 'JX-004': 'for' }))
    answerOf(await cast(street, 'volunteer', pollId, { 'JX-005': 'against' }))
    expect(refusalOf(await cast(street, 'neighbour', pollId, { 'JX-003': 'for' }))).toBe('NOT_PRESENT')
    answerOf(await cast(street, 'neighbour', pollId, { 'JX-002': 'for' }))
    expect((await roomOf(street, id)).floor?.vote).toMatchObject({ takingPart: 4, tally: null })
    const announce = { id, place: 1 }
    expect(refusalOf(await street.ask('volunteer', 'meetings.announce', announce))).toBe('POLL_NOT_OVER')
    street.time.now = vote?.closesAt ?? 0
    expect(refusalOf(await street.ask('head', 'meetings.announce', announce))).toBe('FORBIDDEN')
    await leads(street, 'announce', announce)
    expect((await motionOf(street, motionId)).state).toBe('publicity')
    const record = answerOf(await street.ask('guest', 'motions.record', { pollId }))
    expect(verifyRecord(record.text, { sha256, fingerprint: record.fingerprint })).toMatchObject({
      sound: true,
      tally: { units: { all: 5, for: 3, against: 1, abstain: 0 }, outcome: 'passed' },
    })

    await leads(street, 'close', { id })
    const text = '大家同意在1栋东侧修一条坡道。'
    answerOf(await street.ask('secretary', 'meetings.draft', { id, text }))
    const minutes = async () => answerOf(await street.ask('guest', 'meetings.minutes', { id }))
    const { hash } = await minutes()
    await leads(street, 'sign', { id, hash: hash ?? '' })
    answerOf(await street.ask('follower', 'meetings.sign', { id, hash: hash ?? '' }))
    answerOf(await street.ask('secretary', 'meetings.correct', { id, words: '4栋晚到十分钟' }))
    expect(await minutes()).toMatchObject({
      state: 'published',
      came: [{ label: '1栋' }, { label: '2栋' }, { label: '4栋' }, { label: '5栋' }],
      agenda: [
        {
          state: 'voted',
          outcome: 'passed',
          spoken: [{ label: '1栋', side: 'for', seconds: 120 }],
          vote: { units: { for: 3, against: 1 }, fingerprint: record.fingerprint },
        },
        { state: 'waiting' },
      ],
      signatures: [{ as: 'chair' }, { as: 'member' }],
      errata: [{ no: 1, words: '4栋晚到十分钟' }],
    })
    expect(await inboxOf('head')).toContainEqual(['meeting_minutes', id])
    await expect(
      sql`update meetings set body = body || '{"venue": "别处"}'`.execute(store.db),
    ).rejects.toThrow(/stay as they were signed/)
  })

  test('a notice comes three days ahead; a change and a cancellation are told to everybody', async () => {
    const { id, startsAt } = await notified(street)
    const agenda = [{ title: '通报路灯', motionId: null }]
    const change = { id, version: 2, startsAt: startsAt + DAY, venue: '1栋门口', online: false, agenda }
    const soon = { ...change, startsAt: street.time.now + DAY }
    expect(refusalOf(await street.ask('secretary', 'meetings.change', soon))).toBe('NOTICE_TOO_SHORT')
    expect(refusalOf(await street.ask('head', 'meetings.change', change))).toBe('FORBIDDEN')
    answerOf(await street.ask('grid_staff', 'meetings.change', change))
    answerOf(await street.ask('secretary', 'meetings.cancel', { id, note: '台风要来' }))
    expect((await inboxOf('head')).map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['meeting_notice', 'meeting_changed', 'meeting_cancelled']),
    )
    expect(await roomOf(street, id)).toMatchObject({ state: 'cancelled', note: '台风要来', venue: '1栋门口' })
    const plan = { councilId: COUNCIL, startsAt, venue: '活动室', online: false, agenda }
    const unknown = { ...plan, agenda: [{ title: '没有的议题', motionId: 'none' }] }
    expect(refusalOf(await street.ask('secretary', 'meetings.plan', unknown))).toBe('NOT_FOUND')
    expect(refusalOf(await street.ask('police', 'meetings.plan', plan))).toBe('FORBIDDEN')
  })

  test('a code of a minute ago, of another meeting, or guessed signs nobody in; staff sign in by hand', async () => {
    const { id, startsAt } = await notified(street)
    const plan = {
      ...{ councilId: COUNCIL, startsAt, venue: '活动室', online: false },
      agenda: [{ title: '另一件', motionId: null }],
    }
    const other = answerOf(await street.ask('secretary', 'meetings.plan', plan))
    answerOf(await street.ask('secretary', 'meetings.notify', other))
    expect(refusalOf(await signIn(street, 'head', id, 'JX-001', null))).toBe('NOT_YET')
    street.time.now = startsAt - HOUR
    const code = await codeOf(street, id)
    const answer = async (digits: string) => refusalOf(await signIn(street, 'head', id, 'JX-001', digits))
    expect(await answer(await codeOf(street, other.id))).toBe('CODE_STALE')
    expect(await answer(code === '123456' ? '654321' : '123456')).toBe('CODE_STALE')
    street.time.now += 60_000
    expect(await answer(code)).toBe('CODE_STALE')
    street.time.now -= 31_000
    expect(await answer(code)).toBeNull()
    expect(await answer(code)).toBe('SIGNED_IN_ALREADY')
    expect(refusalOf(await signIn(street, 'head', other.id, 'JX-001', null))).toBe('FORBIDDEN')
    expect(refusalOf(await street.ask('head', 'meetings.code', { id }))).toBe('FORBIDDEN')
    const admit = (unitIds: string[]) => street.ask('grid_staff', 'meetings.admit', { id, unitIds })
    answerOf(await admit(['JX-001', 'JX-002', 'JX-003']))
    expect(refusalOf(await admit(['JX-999']))).toBe('NOT_REPRESENTATIVE')
    const { items } = answerOf(await street.ask('guest', 'meetings.roll', { id }))
    expect(items.map(({ label, how, here }) => [label, how, here])).toEqual([
      ['1栋', 'code', true],
      ['2栋', 'staff', true],
      ['3栋', 'staff', true],
      ['4栋', null, false],
      ['5栋', null, false],
    ])
  })

  test('a phone that has seen the room is told so in a few bytes, and of whatever changed since', async () => {
    const { id } = await inRoom(street)
    const live = async (since?: string) =>
      answerOf(await street.ask('head', 'meetings.live', { id, ...(since && { since }) }))
    const first = await live()
    const again = await live(first.mark)
    expect(again).toEqual({ mark: first.mark, now: street.time.now, room: null })
    expect(JSON.stringify(again).length).toBeLessThan(100)
    expect(JSON.stringify(first).length).toBeLessThan(2_000)
    answerOf(
      await street.ask('follower', 'meetings.raise_hand', {
        id,
        place: 1,
        unitId: 'JX-004',
        side: 'against',
      }),
    )
    const changed = await live(first.mark)
    expect(changed.room?.floor?.queue).toMatchObject([{ label: '4栋', side: 'against', times: 0 }])
    await leads(street, 'call', { id, unitId: 'JX-004' })
    const speaking = await live(changed.mark)
    expect(speaking.room?.may).not.toContain('end_speech')
    street.time.now += 120_000
    // Nobody acted: the speaker's time is over, and the leader's buttons change with it.
    const over = answerOf(await street.ask('volunteer', 'meetings.live', { id, since: speaking.mark }))
    expect(over.room?.may).toContain('end_speech')
  })

  test('a motion that is not yet three days known does not come before the room', async () => {
    const { id, motionId, startsAt } = await notified(street)
    await sql`update motions set body = jsonb_set(body, '{announcedAt}', to_jsonb(${startsAt}::bigint)) where id = ${motionId}`.execute(
      store.db,
    )
    street.time.now = startsAt
    await leads(street, 'begin', { id })
    expect(refusalOf(await street.ask('volunteer', 'meetings.bring', { id, place: 1 }))).toBe('NOT_YET')
    expect(refusalOf(await street.ask('head', 'meetings.bring', { id, place: 2 }))).toBe('FORBIDDEN')
    await leads(street, 'bring', { id, place: 2 })
    expect(refusalOf(await street.ask('volunteer', 'meetings.bring', { id, place: 1 }))).toBe('FLOOR_TAKEN')
  })

  test('too few in the room talk and do not vote', async () => {
    const { id } = await inRoom(street)
    answerOf(await street.ask('secretary', 'meetings.see_out', { id, unitId: 'JX-004' }))
    const put = () => street.ask('volunteer', 'meetings.put_question', { id, place: 1 })
    expect(refusalOf(await put())).toBe('NO_QUORUM')
    expect((await roomOf(street, id, 'volunteer')).may).not.toContain('put_question')
    answerOf(await street.ask('head', 'meetings.raise_hand', { id, place: 1, unitId: 'JX-001', side: 'for' }))
  })

  test('who has the chair for a while leads, and has the vote opened in its name', async () => {
    const { id } = await inRoom(street)
    await leads(street, 'hand_over', { id, unitId: 'JX-004' })
    expect(refusalOf(await street.ask('volunteer', 'meetings.put_question', { id, place: 1 }))).toBe(
      'FORBIDDEN',
    )
    answerOf(await street.ask('follower', 'meetings.put_question', { id, place: 1 }))
    expect((await roomOf(street, id)).floor?.vote?.state).toBe('voting')
  })

  describe('is kept by the database itself, whatever a program forgets', () => {
    const attempt = (statement: ReturnType<typeof sql>) => statement.execute(store.db)

    test('a second matter before the room, a second speaker, a second line of a house, a hand out of turn', async () => {
      const { id } = await inRoom(street)
      for (const [who, unitId] of EVERYBODY_THERE.slice(0, 2))
        answerOf(await street.ask(who, 'meetings.raise_hand', { id, place: 1, unitId, side: 'for' }))
      await leads(street, 'call', { id, unitId: 'JX-001' })
      const street_id = '441302010'
      for (const statement of [
        sql`update meeting_items set state = 'on_floor' where place = 2`,
        sql`update meeting_speeches set state = 'speaking', began_at = 1, until = 2, warned = false where seq = 2`,
        sql`insert into meeting_signins values (${street_id}, ${id}, 'JX-001', 'p.head', 'code', 1, null)`,
        sql`insert into meeting_speeches values (${street_id}, ${id}, 9, 1, 'JX-004', 'p.follower', 'for', 1, 'raised')`,
        sql`update meeting_speeches set side = 'against'`,
        sql`delete from meeting_signins`,
        sql`delete from meeting_events`,
        sql`update meeting_events set at = 1`,
      ])
        await expect(attempt(statement)).rejects.toThrow(/duplicate|unique|in the order|stays|written once/)
    })
  })
})
