import { sql } from 'kysely'
import { verifyRecord } from '../../../src/core/council/verify'
import { sha256 } from '../../../src/server/council/sha256'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, refusalOf, STREET, type Street, smallStreet, type Who } from '../concerns/small-street'
import { announcedIn, type Body, bodyOf, openedIn } from './body-making'
import { cast, closed, councilOf, motionOf } from './making'

describeOnEveryEngine('a unit struck from the roll of a body', (open) => {
  let store: Store
  let street: Street
  let body: Body
  let motionId: string
  let version: number
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await councilOf(store)
    body = await bodyOf(street, {
      kind: 'household',
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
    motionId = motion.id
    version = motion.version
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const strike = (who: Who, label: string) =>
    street.ask(who, 'rolls.strike', {
      motionId,
      unitId: body.unit(label),
      reason: 'not_existing' as const,
      words: '两户早就并成一户了',
    })

  test('declares itself by who stands for it, or is named by two offices; no number of the poll counts it', async () => {
    const declared = { motionId, unitId: body.unit('1栋301'), words: '坡道正好修在我家门口' }
    expect(refusalOf(await street.ask('head', 'rolls.declare', declared))).toBe('NOT_REPRESENTATIVE')
    answerOf(await street.ask('follower', 'rolls.declare', declared))
    answerOf(await strike('secretary', '1栋501'))
    expect(refusalOf(await strike('secretary', '1栋501'))).toBe('SELF_APPROVAL')
    answerOf(await strike('grid_staff', '1栋501'))

    expect((await motionOf(street, motionId)).strikes).toMatchObject([
      { label: '1栋301', reason: 'declared', counts: true },
      { label: '1栋501', reason: 'not_existing', counts: true },
    ])
    const { pollId, closesAt } = await openedIn(street, { id: motionId, version })
    expect((await motionOf(street, motionId)).ballot).toMatchObject({ units: 3, represented: 3 })
    expect(refusalOf(await cast(street, 'follower', pollId, { [body.unit('1栋301')]: 'for' }))).toBe(
      'NOT_IN_ROLL',
    )
    answerOf(await cast(street, 'head', pollId, { [body.unit('1栋101')]: 'for' }))
    answerOf(await cast(street, 'neighbour', pollId, { [body.unit('1栋201')]: 'for' }))
    await closed(street, closesAt)
    const { text, fingerprint } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
    expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
      sound: true,
      poll: { unitKind: 'household' },
      tally: { units: { all: 3, for: 2 }, outcome: 'passed' },
    })
    expect(text).toContain(`"unitId":"${body.unit('1栋501')}","label":"1栋501","reason":"not_existing"`)
    // Who said so reads it among what is kept of him.
    const told = JSON.stringify(answerOf(await street.ask('secretary', 'people.export', {})))
    expect(told).toContain('1栋501：两户早就并成一户了')
  })

  test('is no office’s own, none of another body, and none once the poll is open', async () => {
    expect(refusalOf(await strike('grid_staff', '1栋401'))).toBe('SELF_APPROVAL')
    expect(refusalOf(await strike('neighbour', '1栋301'))).toBe('FORBIDDEN')
    const other = await bodyOf(street, { kind: 'owner', lines: [['1栋101', 'head']] })
    const said = { motionId, reason: 'conflict' as const, words: '他家和施工队有往来' }
    for (const unitId of [other.unit('1栋101'), 'JX-001'])
      expect(refusalOf(await street.ask('secretary', 'rolls.strike', { ...said, unitId }))).toBe('NOT_FOUND')
    await openedIn(street, { id: motionId, version })
    expect(refusalOf(await strike('secretary', '1栋301'))).toBe('NOT_IN_THIS_STATE')
    const unknown = sql`insert into roll_strikes (street_id, motion_id, unit_id, reason, words, by_id, at)
      values (${STREET}, ${motionId}, 'nowhere', 'conflict', '没有这一户', 'p.head', 1)`
    await expect(unknown.execute(store.db)).rejects.toThrow('nobody knows')
  })

  test('is found by its label by who strikes and by who stands in the list, and by nobody else', async () => {
    const found = async (who: Who, text: string) => street.ask(who, 'rolls.units', { motionId, text })
    for (const who of ['head', 'secretary'] as const)
      expect(answerOf(await found(who, '01'))).toEqual({
        items: ['1栋101', '1栋201', '1栋301', '1栋401', '1栋501'].map((label) => ({
          unitId: body.unit(label),
          label,
          represented: label !== '1栋501',
        })),
        more: false,
      })
    expect(answerOf(await found('head', '栋5')).items.map(({ label }) => label)).toEqual(['1栋501'])
    for (const who of ['guest', 'captain'] as const) expect((await found(who, '')).ok).toBe(false)
  })
})
