import { CHECKLISTS } from '../../../src/core/buildings/inspection'
import { runHazardClock } from '../../../src/server/buildings/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, CARD, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'
import { moveIn } from '../heads/making'

const DAY = 86_400_000
const HOUSE = 'JX-001'

describeOnEveryEngine('a hazard', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const report = async (who: Who = 'resident') =>
    answerOf(
      await street.ask(who, 'hazards.report', {
        buildingId: HOUSE,
        kind: 'structure',
        words: '二楼外墙裂了一道缝',
        photoIds: [await street.photo(who)],
      }),
    ).id
  const house = async () =>
    store.db
      .selectFrom('buildings')
      .select(['hazard_grade', 'status', 'use'])
      .where('id', '=', HOUSE)
      .executeTakeFirstOrThrow()
  const note = '去看过'

  test('graded D empties the house at once, and the house is in use again when it is cleared by another', async () => {
    const id = await report()
    expect(refusalOf(await street.ask('head', 'hazards.grade', { id, version: 1, grade: 'D', note }))).toBe(
      'FORBIDDEN',
    )
    answerOf(await street.ask('grid_staff', 'hazards.propose', { id, version: 1, grade: 'D' }))
    expect(
      refusalOf(await street.ask('community_staff', 'hazards.grade', { id, version: 2, grade: 'D', note })),
    ).toBe('FORBIDDEN')
    answerOf(await street.ask('street_admin', 'hazards.grade', { id, version: 2, grade: 'D', note }))
    expect(await house()).toEqual({ hazard_grade: 'D', status: 'evacuated', use: 'vacant' })
    const let_ = { id: HOUSE, version: 0, card: CARD }
    expect(refusalOf(await street.ask('head', 'buildings.submitCard', let_))).toBe('NOT_LETTABLE')

    answerOf(await street.ask('grid_staff', 'hazards.control', { id, version: 3, control: 'seal', note }))
    expect((await house()).status).toBe('sealed')
    const until = street.time.now + 20 * DAY
    answerOf(
      await street.ask('grid_staff', 'hazards.rectify', {
        id,
        version: 4,
        measure: 'reinforce',
        note,
        until,
      }),
    )
    const photoIds = [await street.photo('grid_staff')]
    answerOf(await street.ask('grid_staff', 'hazards.finish', { id, version: 5, note, photoIds }))
    const review = { id, version: 6, passed: true, gradeAfter: 'B' as const, note }
    expect(refusalOf(await street.ask('community_staff', 'hazards.review', review))).toBe('FORBIDDEN')
    answerOf(await street.ask('street_admin', 'hazards.review', review))
    expect(await house()).toMatchObject({ hazard_grade: 'B', status: 'in_use' })
  })

  test('a house with two hazards is as bad as the worse one until that is gone', async () => {
    const first = await report()
    const second = await report('neighbour')
    answerOf(await street.ask('street_admin', 'hazards.grade', { id: first, version: 1, grade: 'C', note }))
    answerOf(
      await street.ask('community_staff', 'hazards.grade', { id: second, version: 1, grade: 'B', note }),
    )
    expect((await house()).hazard_grade).toBe('C')
  })

  test('is read by who told of it and who works there, and exists for nobody else', async () => {
    const id = await report()
    for (const who of ['resident', 'head', 'grid_staff', 'police', 'auditor'] as const)
      expect(answerOf(await street.ask(who, 'hazards.get', { id })).photos).toHaveLength(1)
    for (const who of ['neighbour', 'secretary', 'volunteer'] as const)
      expect(refusalOf(await street.ask(who, 'hazards.get', { id }))).toBe('NOT_FOUND')
    expect(answerOf(await street.ask('neighbour', 'hazards.list', {})).items).toEqual([])
    expect(answerOf(await street.ask('head', 'hazards.list', {})).items.map((one) => one.id)).toEqual([id])
  })

  test('left alone it goes up a level a day until the street has it, once, however many clocks run', async () => {
    const id = await report()
    const level = async () => answerOf(await street.ask('grid_staff', 'hazards.get', { id })).level
    const levels: number[] = []
    for (let day = 0; day < 4; day += 1) {
      await Promise.all([1, 2, 3].map(() => runHazardClock(street.system, 10)))
      levels.push(await level())
      street.time.now += DAY
    }
    expect(levels).toEqual([2, 1, 0, 0])
    expect(
      answerOf(await street.ask('street_admin', 'hazards.list', { show: 'overdue' })).items,
    ).toHaveLength(1)
  })

  test('found on a round, each bad item becomes a hazard once', async () => {
    const items = CHECKLISTS.patrol.map((item) => ({
      item,
      found: item === 'ebike' ? ('bad' as const) : ('fine' as const),
    }))
    const round = { buildingId: HOUSE, kind: 'patrol' as const, items, note: '二楼楼道在充电', photoIds: [] }
    expect(answerOf(await street.ask('head', 'inspections.record', round)).hazards).toBe(1)
    expect(answerOf(await street.ask('grid_staff', 'inspections.record', round)).hazards).toBe(0)
    expect(
      refusalOf(await street.ask('head', 'inspections.record', { ...round, buildingId: 'JX-002' })),
    ).toBe('FORBIDDEN')
    expect(
      refusalOf(await street.ask('head', 'inspections.record', { ...round, items: items.slice(1) })),
    ).toBe('VALIDATION')
    const { counts } = answerOf(await street.ask('grid_staff', 'buildings.list', {}))
    expect(counts).toMatchObject({ no_patrol: 1, no_safety: 2 })
  })

  test('two reviewers at once: one step is taken, the other is told', async () => {
    const id = await report()
    const grade = (key: string) =>
      street.ask('street_admin', 'hazards.grade', { id, version: 1, grade: 'C', note }, key)
    const answers = await Promise.all(['key-grade-1', 'key-grade-2'].map(grade))
    expect(answers.map(refusalOf).sort()).toEqual(['VERSION_CONFLICT', null].sort())
  })

  test('head, grid and the owner in the house hear of it; late, the next step up; cleared, whoever found it', async () => {
    await moveIn(store, 'neighbour', { buildingId: HOUSE })
    await store.db.updateTable('residencies').set({ kind: 'owner' }).execute()
    const id = await report()
    const heard = async (who: Who) =>
      answerOf(await street.ask(who, 'inbox.list', {})).items.map(({ kind, about }) => [kind, about?.kind])
    for (const who of ['head', 'grid_staff', 'grid_head'] as const)
      expect(await heard(who)).toEqual([['hazard_found', 'hazard']])
    expect(await heard('neighbour')).toEqual([['hazard_found', 'house']])
    for (const who of ['resident', 'community_staff', 'police'] as const) expect(await heard(who)).toEqual([])

    street.time.now += DAY
    await runHazardClock(street.system, 10)
    expect(await heard('community_staff')).toEqual([['hazard_late', 'hazard']])
    expect(await heard('street_admin')).toEqual([])
    answerOf(await street.ask('community_staff', 'hazards.grade', { id, version: 2, grade: 'A', note }))
    expect(await heard('resident')).toEqual([['hazard_cleared', 'hazard']])
    expect(await heard('neighbour')).toEqual([
      ['hazard_cleared', 'house'],
      ['hazard_found', 'house'],
    ])
  })
})
