import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, CARD, GRID, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'

const DAY = 86_400_000
const HOUSE = 'JX-001'

describeOnEveryEngine('the card of a house', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const get = async (who: Who, id = HOUSE) => answerOf(await street.ask(who, 'buildings.get', { id }))
  const submit = (who: Who, version = 0, card = CARD, id = HOUSE) =>
    street.ask(who, 'buildings.submitCard', {
      id,
      version,
      card,
      contacts: { owner: { name: '李某', phone: '10000000009' } },
    })
  const check = async (who: Who, version: number, photoIds?: string[]) =>
    street.ask(who, 'buildings.checkCard', {
      id: HOUSE,
      version,
      photoIds: photoIds ?? [await street.photo(who)],
      point: { latE6: 23_170_150, lngE6: 114_420_000 },
    })

  test('is written by the head, checked by the grid on the spot, and stale after ninety days', async () => {
    expect((await get('head')).standing).toBe('unregistered')
    answerOf(await submit('head'))
    expect((await get('grid_staff')).may).toContain('check')
    answerOf(await check('grid_staff', 1))
    expect(await get('head')).toMatchObject({
      standing: 'verified',
      address: CARD.address,
      full: { card: CARD, checkedBy: '姓名-grid_staff', draftedBy: '姓名-head', hasOwner: true },
    })
    // A session does not last that long, so it is the card that ages.
    const { body } = await store.db.selectFrom('registrations').select('body').executeTakeFirstOrThrow()
    const aged = { ...body, confirmedAt: street.time.now - 90 * DAY } as typeof body
    await store.db.updateTable('registrations').set({ body: aged }).execute()
    expect((await get('head')).standing).toBe('stale')
    answerOf(await street.ask('head', 'buildings.reconfirmCard', { id: HOUSE, version: 2 }))
    expect((await get('head')).standing).toBe('verified')
  })

  test('nobody checks his own card, nor with a photo of somebody else', async () => {
    answerOf(await submit('grid_staff'))
    expect((await get('grid_staff')).may).not.toContain('check')
    expect(refusalOf(await check('grid_staff', 1))).toBe('SELF_APPROVAL')
    expect(refusalOf(await check('second_staff', 1, [await street.photo('grid_staff')]))).toBe(
      'PHOTO_REFUSED',
    )
    expect(refusalOf(await check('second_staff', 1, []))).toBe('PHOTO_REQUIRED')
    answerOf(await check('second_staff', 1))
  })

  test('a head edits his own building and no other', async () => {
    expect(refusalOf(await submit('head', 0, CARD, 'JX-002'))).toBe('FORBIDDEN')
    expect(refusalOf(await submit('resident'))).toBe('FORBIDDEN')
    expect(refusalOf(await check('head', 0))).toBe('FORBIDDEN')
  })

  test('two who write at once do not overwrite each other', async () => {
    answerOf(await submit('head'))
    expect(refusalOf(await submit('grid_staff'))).toBe('VERSION_CONFLICT')
    answerOf(await submit('grid_staff', 1))
  })

  test('goes back with a reason, which its writer reads', async () => {
    answerOf(await submit('head'))
    const reason = '三楼上面还有一间'
    answerOf(await street.ask('grid_staff', 'buildings.returnCard', { id: HOUSE, version: 1, reason }))
    expect((await get('head')).full?.returnReason).toBe(reason)
    answerOf(await submit('head', 2))
  })

  test('a guest and a stranger see its front alone; who lives there sees it once the head has confirmed him', async () => {
    answerOf(await submit('head'))
    for (const who of ['guest', 'neighbour', 'secretary'] as const) {
      const card = await get(who)
      expect(card.full).toBeNull()
      expect(card.head).toEqual({ name: '姓名-head', acting: false, appointmentId: null })
      expect(JSON.stringify(card)).not.toContain('李某')
    }
    answerOf(
      await street.ask('neighbour', 'residences.claim', {
        buildingId: HOUSE,
        kind: 'tenant',
        floating: true,
        since: 1,
      }),
    )
    expect(await get('neighbour')).toMatchObject({ mine: { confirmed: false }, full: null })
    await store.db
      .updateTable('residencies')
      .set({ confirmed_by: 'p.head', confirmed_at: street.time.now })
      .execute()
    expect((await get('neighbour')).full).toMatchObject({ residents: 1, floating: 1 })
  })

  test('the owner is read by those who may, with a reason, and every look is written down', async () => {
    answerOf(await submit('head'))
    const look = (who: Who) =>
      street.ask(who, 'buildings.readOwner', { id: HOUSE, reason: '楼顶漏水，联系房主' })
    for (const who of ['head', 'resident', 'street_admin', 'grid_head'] as const)
      expect(refusalOf(await look(who))).toBe('FORBIDDEN')
    expect(answerOf(await look('grid_staff')).owner).toEqual({ name: '李某', phone: '10000000009' })
    const log = await store.db.selectFrom('access_log').select(['actor_id', 'what']).execute()
    expect(log).toEqual([{ actor_id: 'p.grid_staff', what: 'building_owner' }])
    const all = JSON.stringify(await store.db.selectFrom('registrations').selectAll().execute())
    expect(all).not.toContain('10000000009')
  })

  test('a plate is applied for, printed and put up; the old code leads nowhere any more', async () => {
    const step = (who: Who, kind: 'apply' | 'mount' | 'damage') =>
      street.ask(who, 'plates.step', { id: HOUSE, step: kind })
    expect(refusalOf(await step('head', 'apply'))).toBe('NOT_IN_THIS_STATE')
    answerOf(await step('head', 'damage'))
    expect(answerOf(await step('head', 'apply')).plate).toBe('applied')
    expect(refusalOf(await street.ask('guest', 'places.plate', { code: 'plate-1' }))).toBe('NOT_FOUND')
    const printed = answerOf(await street.ask('grid_staff', 'plates.print', { gridPath: GRID }))
    expect([printed.plates, printed.pages]).toEqual([1, 1])
    expect(Buffer.from(printed.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(refusalOf(await step('head', 'mount'))).toBe('FORBIDDEN')
    answerOf(await step('grid_staff', 'mount'))
    const { plateCode } = (await get('head')).full ?? {}
    expect(answerOf(await street.ask('guest', 'places.plate', { code: plateCode ?? '' })).id).toBe(HOUSE)
  })

  test('the list says what is left to do, each to whom it belongs', async () => {
    answerOf(await submit('head'))
    const list = async (who: Who) => answerOf(await street.ask(who, 'buildings.list', {}))
    expect((await list('head')).items.map(({ id }) => id)).toEqual([HOUSE])
    expect((await list('grid_staff')).counts).toEqual({
      all: 2,
      to_check: 1,
      stale: 0,
      missing: 1,
      no_patrol: 2,
      no_safety: 2,
    })
  })
})

describeOnEveryEngine('a census', (open) => {
  let street: Street
  beforeAll(async () => {
    street = await smallStreet(await open())
  })

  test('is opened by the street, one at a time, and shows what is left until it is closed', async () => {
    const opening = { name: '楼栋摸排', gridPath: GRID, dueAt: street.time.now + 30 * DAY }
    expect(refusalOf(await street.ask('community_staff', 'census.open', opening))).toBe('FORBIDDEN')
    const { id } = answerOf(await street.ask('street_admin', 'census.open', opening))
    expect(refusalOf(await street.ask('street_admin', 'census.open', opening))).toBe('CENSUS_OPEN')
    const before = answerOf(await street.ask('grid_staff', 'census.show', {}))
    expect(before).toMatchObject({ whole: { verified: 0, registered: 0, expected: 2 }, missingCount: 2 })

    answerOf(await street.ask('head', 'buildings.submitCard', { id: HOUSE, version: 0, card: CARD }))
    const photoIds = [await street.photo('grid_staff')]
    const point = { latE6: 23_170_150, lngE6: 114_420_000 }
    answerOf(
      await street.ask('grid_staff', 'buildings.checkCard', { id: HOUSE, version: 1, photoIds, point }),
    )
    const after = answerOf(await street.ask('street_admin', 'census.show', { gridPath: GRID }))
    expect(after.whole).toEqual({ verified: 1, registered: 1, expected: 2 })
    expect(after.missing.map((one) => one.id)).toEqual(['JX-002'])
    expect(after.grids.map(({ verified }) => verified)).toEqual([1])

    answerOf(await street.ask('street_admin', 'census.close', { id }))
    expect(refusalOf(await street.ask('street_admin', 'census.close', { id }))).toBe('NOT_IN_THIS_STATE')
    answerOf(await street.ask('street_admin', 'census.open', opening))
  })
})
