import { verifyRecord } from '../../../src/core/council/verify'
import { runPollReminders } from '../../../src/server/council/closing-soon'
import { sha256 } from '../../../src/server/council/sha256'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'
import { moveIn } from '../heads/making'
import { announcedIn, type Body, bodyOf, openedIn } from './body-making'
import { cast, closed, councilOf, motionOf } from './making'

describeOnEveryEngine('a ballot from paper in a body', (open) => {
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
  const enter = async (who: Who, pollId: string, unitId: string) =>
    street.ask(who, 'slips.enter', {
      ...{ pollId, unitId, channel: 'paper' as const, choice: 'against' as const, salt },
      photoIds: [await street.photo(who)],
    })
  const confirm = (who: Who, id: string) => street.ask(who, 'slips.confirm', { id, choice: 'against', salt })
  const inboxOf = async (who: Who) =>
    answerOf(await street.ask(who, 'inbox.list', { cursor: null })).items.map(({ kind }) => kind)

  /** Flats of a place, one of them the office's own, one whose owner nobody knows. */
  async function owners(): Promise<{ body: Body; motionId: string; pollId: string; closesAt: number }> {
    const body = await bodyOf(street, {
      kind: 'owner',
      lines: [
        ['1栋101', 'head'],
        ['1栋201', 'neighbour'],
        ['1栋301', 'follower'],
        ['1栋401', 'grid_staff'],
        ['1栋501', null],
      ],
    })
    const motion = await announcedIn(street, body, {
      by: 'head',
      seconded: { by: 'neighbour', label: '1栋201' },
    })
    return { body, motionId: motion.id, ...(await openedIn(street, motion)) }
  }

  test('is entered by the grid for an owner, read again by another, told to him, and his to dispute', async () => {
    const { body, motionId, pollId, closesAt } = await owners()
    const flat = body.unit('1栋301')
    expect(refusalOf(await enter('secretary', pollId, flat))).toBe('FORBIDDEN')
    expect(refusalOf(await enter('grid_staff', pollId, body.unit('1栋501')))).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(await enter('grid_staff', pollId, body.unit('1栋401')))).toBe('SELF_APPROVAL')
    expect(refusalOf(await enter('grid_staff', pollId, 'JX-004'))).toBe('NOT_IN_ROLL')
    const { id } = answerOf(await enter('grid_staff', pollId, flat))
    const list = answerOf(await street.ask('second_staff', 'slips.list', { motionId }))
    expect(list).toMatchObject({
      poll: { unitKind: 'owner' },
      slips: [{ label: '1栋301', state: 'waiting' }],
    })
    expect(list.missing.map(({ label }) => label)).toEqual(['1栋101', '1栋201', '1栋401', '1栋501'])
    expect(refusalOf(await confirm('grid_staff', id))).toBe('SELF_APPROVAL')
    answerOf(await confirm('second_staff', id))
    expect(await inboxOf('follower')).toEqual(expect.arrayContaining(['slip_entered', 'slip_counted']))
    expect((await motionOf(street, motionId, 'follower')).ballot).toMatchObject({
      takingPart: 1,
      slips: [{ label: '1栋301', mayDispute: true }],
    })
    expect((await motionOf(street, motionId, 'head')).ballot?.slips).toEqual([])

    answerOf(await cast(street, 'head', pollId, { [body.unit('1栋101')]: 'for' }))
    expect(refusalOf(await enter('grid_staff', pollId, body.unit('1栋101')))).toBe('VOTED_ALREADY')
    const said = { id, words: '我没有签过这张票' }
    expect(refusalOf(await street.ask('head', 'slips.dispute', said))).toBe('NOT_REPRESENTATIVE')
    answerOf(await street.ask('follower', 'slips.dispute', said))
    expect(await inboxOf('secretary')).toContain('slip_disputed')
    await closed(street, closesAt)
    const { text, fingerprint } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
    expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
      sound: true,
      tally: { units: { all: 5, for: 1, against: 1 } },
    })
    expect((await motionOf(street, motionId)).ballot?.slips).toMatchObject([
      { label: '1栋301', dispute: '我没有签过这张票' },
    ])
  })

  test('of one house is entered by its chair and its secretary, too, who enter none elsewhere', async () => {
    const flats = await owners()
    for (const who of ['resident', 'neighbour', 'follower'] as const)
      await moveIn(store, who, { buildingId: 'JX-002' })
    const body = await bodyOf(street, {
      kind: 'household',
      buildingId: 'JX-002',
      lines: [
        ['2栋-1', 'resident'],
        ['2栋-2', 'neighbour'],
        ['2栋-3', 'follower'],
      ],
    })
    const motion = await announcedIn(street, body, {
      by: 'resident',
      seconded: { by: 'neighbour', label: '2栋-2' },
    })
    const { pollId, closesAt } = await openedIn(street, motion, 'secret')
    const { id } = answerOf(await enter('volunteer', pollId, body.unit('2栋-3')))
    expect((await motionOf(street, motion.id, 'secretary')).mayEnterSlips).toBe(true)
    answerOf(await confirm('secretary', id))
    expect((await motionOf(street, motion.id)).ballot?.takingPart).toBe(1)
    for (const who of ['volunteer', 'secretary'] as const)
      expect(refusalOf(await enter(who, flats.pollId, flats.body.unit('1栋301')))).toBe('FORBIDDEN')
    expect(refusalOf(await enter('resident', pollId, body.unit('2栋-2')))).toBe('FORBIDDEN')

    // Whoever moves out takes his household's vote with him: nobody signs for it, and he casts it no more.
    await store.db
      .updateTable('residencies')
      .set({ to_at: street.time.now, ended_kind: 'moved_out' })
      .where('id', '=', 'r.neighbour')
      .execute()
    expect(refusalOf(await enter('grid_staff', pollId, body.unit('2栋-2')))).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(await cast(street, 'neighbour', pollId, { [body.unit('2栋-2')]: 'for' }))).toBe(
      'NOT_REPRESENTATIVE',
    )
    street.time.now = closesAt - 1
    await runPollReminders(street.system, 10)
    expect(await inboxOf('resident')).toContain('motion_closing')
    expect(await inboxOf('neighbour')).not.toContain('motion_closing')
  })
})
