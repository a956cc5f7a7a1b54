import { sql } from 'kysely'
import { verifyRecord } from '../../../src/core/council/verify'
import { sha256 } from '../../../src/server/council/sha256'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'
import { cast, closed, councilOf, motionOf, voting } from './making'

describeOnEveryEngine('a ballot from paper', (open) => {
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

  const salt = 'c'.repeat(16)
  const enter = async (pollId: string, unitId = 'JX-004', who: Who = 'grid_staff') =>
    street.ask(who, 'slips.enter', {
      pollId,
      unitId,
      channel: 'paper',
      choice: 'against',
      photoIds: [await street.photo(who)],
      salt,
    })
  const slipOf = async (motionId: string, who: Who = 'second_staff') =>
    answerOf(await street.ask(who, 'slips.list', { motionId })).slips[0]
  const kept = async () =>
    (await store.db.selectFrom('ballot_slips').selectAll().execute()).map(({ state, sealed }) => ({
      state,
      sealed: sealed !== null,
    }))
  const inboxOf = async (who: Who) =>
    answerOf(await street.ask(who, 'inbox.list', { cursor: null })).items.map(({ kind }) => kind)

  test('counts as the house’s one vote once another person has read the same on it; the record says how it came', async () => {
    const { id, pollId, closesAt } = await voting(street)
    const slip = answerOf(await enter(pollId))
    expect((await motionOf(street, id)).ballot?.takingPart).toBe(0)
    const own = { id: slip.id, choice: 'against' as const, salt }
    expect(refusalOf(await street.ask('grid_staff', 'slips.confirm', own))).toBe('SELF_APPROVAL')
    const other = { ...own, choice: 'for' as const }
    expect(refusalOf(await street.ask('second_staff', 'slips.confirm', other))).toBe('SLIP_DIFFERS')
    answerOf(await street.ask('second_staff', 'slips.confirm', own))
    expect((await motionOf(street, id)).ballot?.takingPart).toBe(1)
    expect(await kept()).toEqual([{ state: 'counted', sealed: false }])
    expect(await inboxOf('follower')).toEqual(expect.arrayContaining(['slip_entered', 'slip_counted']))

    await cast(street, 'head', pollId, { 'JX-001': 'for' })
    await cast(street, 'neighbour', pollId, { 'JX-002': 'for', 'JX-003': 'for' })
    await closed(street, closesAt)
    const { text, fingerprint } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
    expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
      sound: true,
      tally: { units: { for: 3, against: 1 } },
    })
    expect(text).toContain('"channel":"paper"')
  })

  test('shows a slip and no works: its photo is never tied to another kind of thing', async () => {
    const { pollId } = await voting(street)
    const { id } = answerOf(await enter(pollId))
    const photo_id = await street.photo('grid_staff')
    const { street_id } = await store.db
      .selectFrom('ballot_slips')
      .select('street_id')
      .executeTakeFirstOrThrow()
    const tie = (subject: 'slip' | 'after', subject_id: string) =>
      store.db.insertInto('council_photos').values({ street_id, photo_id, subject, subject_id }).execute()
    await expect(tie('after', id)).rejects.toThrow('another kind of thing')
    await expect(tie('slip', 'no-such-slip')).rejects.toThrow('another kind of thing')
    await tie('slip', id)
  })

  test('shows nobody what the first one entered, and the photo to no neighbour', async () => {
    const { id, pollId } = await voting(street)
    answerOf(await enter(pollId))
    const shown = await slipOf(id)
    expect(JSON.stringify(shown)).not.toMatch(/against|"choice"/)
    expect(shown).toMatchObject({ mine: false, photos: [{ url: expect.any(String) }] })
    expect(refusalOf(await street.ask('head', 'slips.list', { motionId: id }))).toBe('FORBIDDEN')
    expect(JSON.stringify(await motionOf(street, id, 'head'))).not.toContain('photos/')
  })

  test('is refused without its photo, for an empty seat, a second time, and over what a head cast himself', async () => {
    const { pollId } = await voting(street)
    const bare = {
      pollId,
      unitId: 'JX-004',
      channel: 'phone' as const,
      choice: 'for' as const,
      photoIds: [],
      salt,
    }
    expect(refusalOf(await street.ask('grid_staff', 'slips.enter', bare))).toBe('PHOTO_REQUIRED')
    expect(refusalOf(await enter(pollId, 'JX-005'))).toBe('NOT_REPRESENTATIVE')
    answerOf(await enter(pollId))
    expect(refusalOf(await enter(pollId, 'JX-004', 'second_staff'))).toBe('NOT_IN_THIS_STATE')
    await cast(street, 'head', pollId, { 'JX-001': 'for' })
    expect(refusalOf(await enter(pollId, 'JX-001'))).toBe('VOTED_ALREADY')
  })

  test('that its head overtakes on his own phone is confirmed by nobody any more', async () => {
    const { pollId } = await voting(street)
    const { id } = answerOf(await enter(pollId))
    answerOf(await cast(street, 'follower', pollId, { 'JX-004': 'for' }))
    const confirm = { id, choice: 'against' as const, salt }
    expect(refusalOf(await street.ask('second_staff', 'slips.confirm', confirm))).toBe('VOTED_ALREADY')
    answerOf(await street.ask('second_staff', 'slips.refuse', { id, note: '他自己投了' }))
    expect(await kept()).toEqual([{ state: 'refused', sealed: false }])
  })

  test('that nobody confirmed in time is no ballot, and what was read on it is kept no longer', async () => {
    const { id, pollId, closesAt } = await voting(street)
    const slip = answerOf(await enter(pollId))
    await closed(street, closesAt)
    expect(await kept()).toEqual([{ state: 'late', sealed: false }])
    expect((await motionOf(street, id)).ballot?.takingPart).toBe(0)
    const late = { id: slip.id, choice: 'against' as const, salt }
    expect(refusalOf(await street.ask('second_staff', 'slips.confirm', late))).toBe('NOT_IN_THIS_STATE')
  })

  test('the house says that it was not its own; everybody reads it beside the result', async () => {
    const { id, pollId, closesAt } = await voting(street)
    const slip = answerOf(await enter(pollId))
    answerOf(await street.ask('second_staff', 'slips.confirm', { id: slip.id, choice: 'against', salt }))
    // Until the close nobody else learns that the house has voted.
    expect((await motionOf(street, id, 'guest')).ballot?.slips).toEqual([])
    const said = { id: slip.id, words: '我没有签过这张票' }
    expect(refusalOf(await street.ask('head', 'slips.dispute', said))).toBe('NOT_REPRESENTATIVE')
    answerOf(await street.ask('follower', 'slips.dispute', said))
    expect(refusalOf(await street.ask('follower', 'slips.dispute', said))).toBe('NOT_IN_THIS_STATE')
    expect(await inboxOf('secretary')).toContain('slip_disputed')
    await closed(street, closesAt)
    expect((await motionOf(street, id, 'guest')).ballot?.slips).toMatchObject([
      { label: '4栋', channel: 'paper', dispute: '我没有签过这张票' },
    ])
  })

  test('of a secret poll leaves nothing that joins the house and its choice', async () => {
    const { pollId, closesAt } = await voting(street, 'secret')
    const { id } = answerOf(await enter(pollId))
    answerOf(await street.ask('second_staff', 'slips.confirm', { id, choice: 'against', salt }))
    expect(await kept()).toEqual([{ state: 'counted', sealed: false }])
    expect(await store.db.selectFrom('ballots').selectAll().execute()).toEqual([])
    const box = await store.db.selectFrom('poll_buckets').selectAll().executeTakeFirstOrThrow()
    expect(Object.keys(box.slots)).toHaveLength(1)
    expect(JSON.stringify(box)).not.toContain('JX-004')
    await closed(street, closesAt)
    const { text } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
    expect(text).toContain('"against":1')
    expect(text).not.toMatch(/"channel"/)
  })

  test('four eyes, the slip and its words are kept by the database itself', async () => {
    const { pollId } = await voting(street)
    answerOf(await enter(pollId))
    const { now } = street.time
    const attempt = (statement: ReturnType<typeof sql>) => statement.execute(store.db)
    const selfConfirmed = sql`update ballot_slips set state = 'counted', sealed = null,
      decided_by = entered_by, decided_at = ${now}`
    await expect(attempt(selfConfirmed)).rejects.toThrow(/check constraint/)
    const unread = sql`insert into ballots (street_id, poll_id, unit_id, person_id, sealed, receipt, at, channel)
      values ('441302010', ${pollId}, 'JX-004', 'p.follower', 'x', 'y', ${now}, 'paper')`
    await expect(attempt(unread)).rejects.toThrow(/without its slip/)
    await expect(attempt(sql`update ballot_slips set unit_id = 'JX-001'`)).rejects.toThrow(
      /as it was entered/,
    )
    await expect(attempt(sql`delete from ballot_slips`)).rejects.toThrow(/never deleted/)
  })
})
