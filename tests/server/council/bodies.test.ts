import type { InputOf } from '../../../src/contracts/operations'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  GRID,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import { moveIn } from '../heads/making'
import { cast, closed, councilOf, DAY, motionOf, words } from './making'

const M2 = 10_000

describeOnEveryEngine('a body of owners, households or residents', (open) => {
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

  const founding = {
    name: '20号小区业主大会',
    gridPath: GRID,
    kind: 'owner' as const,
    chairId: personOf('volunteer'),
    secretaryId: personOf('secretary'),
  }
  const found = (more: Partial<InputOf<'bodies.found'>> = {}, who: Who = 'community_staff') =>
    street.ask(who, 'bodies.found', { ...founding, ...more })
  const enter = (
    councilId: string,
    label: string,
    personId: string | null,
    area: number | null,
    by: Who = 'community_staff',
  ) => street.ask(by, 'bodies.enter', { councilId, label, personId, area })
  const shown = async (id: string, more: Partial<InputOf<'bodies.show'>> = {}) =>
    answerOf(await street.ask('community_staff', 'bodies.show', { id, ...more }))

  /** Three owners, one of them unknown, with a small, a large and a middling flat. */
  async function owners(): Promise<{ id: string; flats: string[] }> {
    const { id } = answerOf(await found())
    const flats = [
      answerOf(await enter(id, '1栋101', personOf('head'), 50 * M2)).id,
      answerOf(await enter(id, '1栋201', personOf('neighbour'), 300 * M2)).id,
      answerOf(await enter(id, '1栋301', personOf('follower'), 98 * M2 + 3_501)).id,
      answerOf(await enter(id, '1栋401', null, 60 * M2)).id,
    ]
    return { id, flats }
  }

  /** The owners vote, for two days, on what the head of a house proposed. */
  async function voting(councilId: string, flat: string): Promise<{ motionId: string; pollId: string }> {
    const input = { councilId, concernId: null, rule: 'absolute' as const, words: words(street.time.now) }
    const { id } = answerOf(await street.ask('head', 'motions.propose', input))
    answerOf(await street.ask('neighbour', 'motions.second', { id, unitId: flat }))
    const screen = { id, version: 2, decision: 'schedule' as const, note: '可以上会' }
    answerOf(await street.ask('secretary', 'motions.screen', screen))
    const { version } = answerOf(await street.ask('grid_staff', 'motions.announce', { id, version: 3 }))
    street.time.now += 3 * DAY
    const opening = { id, version, days: 2, ballots: 'open' as const, opinion: false }
    answerOf(await street.ask('volunteer', 'motions.open_poll', opening))
    return { motionId: id, pollId: (await motionOf(street, id)).ballot?.id ?? '' }
  }

  test('is founded by the community in its own place, once of a kind, and not by whoever would lead it', async () => {
    expect(refusalOf(await found({}, 'grid_staff'))).toBe('FORBIDDEN')
    expect(refusalOf(await found({}, 'head'))).toBe('FORBIDDEN')
    expect(refusalOf(await found({ gridPath: STREET }))).toBe('FORBIDDEN')
    expect(refusalOf(await found({ gridPath: `${STREET}.999` }))).toBe('NOT_FOUND')
    expect(refusalOf(await found({ chairId: 'p.nobody' }))).toBe('NOT_FOUND')
    expect(refusalOf(await found({ chairId: personOf('community_staff') }))).toBe('SELF_APPROVAL')
    const { id } = answerOf(await found())
    expect(refusalOf(await found({ name: '另一个业主大会' }))).toBe('BODY_THERE')
    answerOf(await found({ kind: 'household', name: '20号小区户代表会议' }, 'street_admin'))
    const { items } = answerOf(await street.ask('street_admin', 'bodies.list', { gridPath: STREET }))
    expect(items.map(({ kind }) => kind)).toEqual(['household', 'owner'])
    expect(items[1]).toMatchObject({
      id,
      chair: nameOf('volunteer'),
      totals: { units: 0, known: 0, area: 0 },
    })
    const { council } = answerOf(await street.ask('guest', 'councils.show', { councilId: id }))
    expect(council).toMatchObject({ name: founding.name, unitKind: 'owner', units: 0, represented: 0 })
    expect(council?.others.map(({ name }) => name)).toContain('20号小区户代表会议')
    const { items: told } = answerOf(await street.ask('volunteer', 'inbox.list', {}))
    expect(told).toContainEqual(expect.objectContaining({ kind: 'office_given', title: founding.name }))
  })

  test('its list is read by who keeps it, searched, and comes to an exact sum', async () => {
    const { id } = await owners()
    for (const who of ['guest', 'head', 'grid_staff'] as const)
      expect((await street.ask(who, 'bodies.show', { id })).ok).toBe(false)
    const all = await shown(id)
    expect(all.items.map(({ label, voter }) => [label, voter])).toEqual([
      ['1栋101', nameOf('head')],
      ['1栋201', nameOf('neighbour')],
      ['1栋301', nameOf('follower')],
      ['1栋401', null],
    ])
    expect(all.totals).toEqual({ units: 4, known: 3, area: 508 * M2 + 3_501 })
    expect((await shown(id, { text: '30' })).items.map(({ label }) => label)).toEqual(['1栋301'])
  })

  test('a long list comes page by page, each line once', async () => {
    const { id } = answerOf(await found({ kind: 'household', name: '20号小区户代表会议' }))
    const labels = Array.from({ length: 25 }, (_, n) => `2栋${n + 101}`)
    for (const label of labels) answerOf(await enter(id, label, null, null))
    const first = await shown(id)
    const rest = await shown(id, { cursor: first.cursor })
    expect([...first.items, ...rest.items].map(({ label }) => label)).toEqual(labels)
    expect(rest.cursor).toBeNull()
    expect(first.totals.units).toBe(25)
  })

  test('a line is corrected and struck by who keeps the list; a label is free again, its story is not', async () => {
    const { id, flats } = await owners()
    const [first = '', second = ''] = flats
    const correct = (line: Partial<InputOf<'bodies.correct'>>, who: Who = 'community_staff') =>
      street.ask(who, 'bodies.correct', { id: first, label: '1栋101', area: 50 * M2, ...line })
    expect(refusalOf(await correct({}, 'grid_staff'))).toBe('FORBIDDEN')
    expect(refusalOf(await correct({ label: '1栋201' }))).toBe('LINE_LISTED')
    expect(refusalOf(await correct({ area: null }))).toBe('VALIDATION')
    expect(refusalOf(await correct({ personId: personOf('community_staff') }))).toBe('SELF_APPROVAL')
    answerOf(await correct({ label: '1栋102', area: 51 * M2 }))
    expect((await shown(id)).items[0]).toMatchObject({
      label: '1栋102',
      voter: nameOf('head'),
      area: 51 * M2,
    })
    const strike = (line: string, who: Who = 'community_staff') =>
      street.ask(who, 'bodies.strike', { id: line, reason: '房子卖了' })
    expect(refusalOf(await strike(second, 'grid_staff'))).toBe('FORBIDDEN')
    expect(
      refusalOf(
        await street.ask('community_staff', 'bodies.strike', { id: second, reason: '打他电话13800138000' }),
      ),
    ).toBe('CONTENT_RISKY')
    answerOf(await strike(second))
    expect(refusalOf(await strike(second))).toBe('NOT_FOUND')
    // Why is read by who keeps the list, and by whose vote it was; by nobody else.
    const struckAt = street.time.now
    const read = await street.ask('street_admin', 'bodies.struck', { id })
    expect(answerOf(read).items).toEqual([
      { id: second, label: '1栋201', voter: nameOf('neighbour'), reason: '房子卖了', struckAt },
    ])
    expect(refusalOf(await street.ask('grid_staff', 'bodies.struck', { id }))).toBe('FORBIDDEN')
    const struckOf = async (who: Who) =>
      answerOf(await street.ask(who, 'councils.show', { councilId: id })).council?.struck
    expect(await struckOf('neighbour')).toEqual([{ label: '1栋201', reason: '房子卖了', struckAt }])
    for (const who of ['guest', 'head', 'follower'] as const) expect(await struckOf(who)).toEqual([])
    expect(answerOf(await street.ask('neighbour', 'inbox.list', {})).items).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'line_struck', title: '20号小区业主大会：1栋201', note: '房子卖了' },
        about: { kind: 'council', id },
      }),
    )
    expect((await shown(id)).totals).toEqual({ units: 3, known: 2, area: 209 * M2 + 3_501 })
    answerOf(await enter(id, '1栋201', personOf('resident'), 300 * M2))
    const gone = store.db.deleteFrom('council_units').where('id', '=', second).execute()
    await expect(gone).rejects.toThrow('struck')
    const back = store.db
      .updateTable('council_units')
      .set({ struck_at: null, struck_reason: null })
      .where('id', '=', second)
      .execute()
    await expect(back).rejects.toThrow('struck')
  })

  test('a roll that is taken stays: the list is for the next one, and no vote under way is given or taken', async () => {
    const { id, flats } = await owners()
    const [first = '', second = '', , empty = ''] = flats
    const { motionId, pollId } = await voting(id, second)
    answerOf(await enter(id, '1栋501', personOf('resident'), 90 * M2))
    const change = { id: first, label: '1栋102', area: 70 * M2 }
    const other = { ...change, personId: personOf('resident') }
    expect(refusalOf(await street.ask('community_staff', 'bodies.correct', other))).toBe('POLL_RUNNING')
    const named = { id: empty, label: '1栋401', area: 60 * M2, personId: personOf('resident') }
    expect(refusalOf(await street.ask('community_staff', 'bodies.correct', named))).toBe('POLL_RUNNING')
    const strike = { id: first, reason: '房子卖了' }
    expect(refusalOf(await street.ask('community_staff', 'bodies.strike', strike))).toBe('POLL_RUNNING')
    answerOf(await street.ask('community_staff', 'bodies.correct', change))
    expect((await shown(id)).items.map(({ inOpenRoll }) => inOpenRoll)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
    const { ballot } = await motionOf(street, motionId, 'head')
    expect(ballot).toMatchObject({ units: 4, represented: 3 })
    expect(ballot?.mine.map(({ label }) => label)).toEqual(['1栋101'])
    answerOf(await cast(street, 'head', pollId, { [first]: 'for' }))
    await closed(street, ballot?.closesAt ?? 0)
    expect((await motionOf(street, motionId)).ballot?.tally).toMatchObject({ units: { all: 4, for: 1 } })
    answerOf(await street.ask('community_staff', 'bodies.strike', strike))
    expect((await shown(id)).totals).toMatchObject({ units: 4, known: 3 })
    // What he voted stays his to see.
    const { items } = answerOf(await street.ask('head', 'ballots.mine', {}))
    expect(items).toHaveLength(1)
  })

  test('many lines come in at once, or none of them and what is wrong with which', async () => {
    const { id } = answerOf(await found({ kind: 'household', name: '20号小区户代表会议' }))
    const phones = {
      resident: '13900000001',
      neighbour: '13900000002',
      community_staff: '13900000003',
    } as const
    for (const who of ['resident', 'neighbour', 'community_staff'] as const)
      await store.db
        .updateTable('persons')
        .set({ phone_index: street.system.vault.index(phones[who], 'phone') })
        .where('id', '=', personOf(who))
        .execute()
    answerOf(await enter(id, '1栋101', null, null))
    const paste = (lines: string[], who: Who = 'community_staff') =>
      street.ask(who, 'bodies.enterAll', { councilId: id, text: lines.join('\n') })
    expect(refusalOf(await paste(['1栋201'], 'grid_staff'))).toBe('FORBIDDEN')
    expect(refusalOf(await paste([',,', ' ']))).toBe('VALIDATION')
    const wrong = answerOf(
      await paste([
        `1栋201 ${phones.resident}`,
        `1栋101 ${phones.neighbour}`,
        '1栋301 98.35',
        '1栋401 13911111111',
        '',
        `1栋501 ${phones.resident}`,
        '1栋201',
        `1栋601 ${phones.community_staff}`,
      ]),
    )
    expect(wrong).toEqual({
      entered: 0,
      same: 0,
      problems: [
        { row: 2, problem: 'LINE_LISTED' },
        { row: 3, problem: 'cell_unknown' },
        { row: 4, problem: 'unknown_person' },
        { row: 6, problem: 'LINE_LISTED' },
        { row: 7, problem: 'LINE_LISTED' },
        { row: 8, problem: 'SELF_APPROVAL' },
      ],
    })
    expect((await shown(id)).totals).toMatchObject({ units: 1, known: 0 })
    const lines = ['1栋101', `1栋201 ${phones.resident}`, `1栋301，${phones.neighbour}`, '1栋401']
    expect(answerOf(await paste(lines))).toEqual({ entered: 3, same: 1, problems: [] })
    // The same again changes nothing.
    expect(answerOf(await paste(lines))).toEqual({ entered: 0, same: 4, problems: [] })
    expect((await shown(id)).items.map(({ label, voter }) => [label, voter])).toEqual([
      ['1栋101', null],
      ['1栋201', nameOf('resident')],
      ['1栋301', nameOf('neighbour')],
      ['1栋401', null],
    ])
    // Whoever was looked up by his number reads who did it and what for.
    const looks = await store.db.selectFrom('access_log').select(['subject_id', 'reason']).execute()
    expect(looks).toContainEqual({
      subject_id: personOf('neighbour'),
      reason: '登记20号小区户代表会议有票的人',
    })
  })

  test('nobody speaks for two households, and two who enter one label at once enter it once', async () => {
    const { id } = answerOf(await found({ kind: 'household', name: '20号小区户代表会议' }))
    answerOf(await enter(id, '1栋101', personOf('head'), null))
    expect(refusalOf(await enter(id, '1栋102', personOf('head'), null))).toBe('LINE_LISTED')
    const both = await Promise.all([
      enter(id, '1栋201', personOf('neighbour'), null),
      enter(id, '1栋201', personOf('follower'), null, 'street_admin'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.flatMap((one) => (one.ok ? [] : [one.error.code]))).toEqual(['LINE_LISTED'])
  })

  /** Three households and one nobody speaks for yet; a meeting of theirs is called, and its time has come. */
  async function meeting(): Promise<{ id: string; units: string[] }> {
    const { id: councilId } = answerOf(await found({ kind: 'household', name: '20号小区户代表会议' }))
    const units: string[] = []
    for (const [label, who] of [
      ['1栋101', 'head'],
      ['1栋201', 'neighbour'],
      ['1栋301', 'volunteer'],
      ['1栋401', null],
    ] as const)
      units.push(answerOf(await enter(councilId, label, who && personOf(who), null)).id)
    const startsAt = street.time.now + 4 * DAY
    const agenda = [{ title: '洗衣房几点关', motionId: null }]
    const plan = { councilId, startsAt, venue: '1栋门口', online: false, agenda }
    const planned = answerOf(await street.ask('secretary', 'meetings.plan', plan))
    answerOf(await street.ask('secretary', 'meetings.notify', planned))
    street.time.now = startsAt
    return { id: planned.id, units }
  }

  test('meets as a council does: whoever stands in the list signs in, speaks and signs, household by household', async () => {
    const { id, units } = await meeting()
    const [one = '', two = '', three = '', nobodys = ''] = units
    const told = answerOf(await street.ask('neighbour', 'inbox.list', {})).items
    expect(told).toContainEqual(expect.objectContaining({ kind: 'meeting_notice' }))
    const { digits: code } = answerOf(await street.ask('secretary', 'meetings.code', { id }))
    const signIn = (who: Who, unitId: string) => street.ask(who, 'meetings.sign_in', { id, unitId, code })
    answerOf(await signIn('head', one))
    expect(refusalOf(await signIn('head', two))).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(await signIn('follower', two))).toBe('FORBIDDEN')
    const admit = (unitIds: string[]) => street.ask('grid_staff', 'meetings.admit', { id, unitIds })
    expect(refusalOf(await admit([nobodys]))).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(await admit(['JX-001']))).toBe('NOT_REPRESENTATIVE')
    answerOf(await admit([two, three]))
    for (const who of ['guest', 'follower'] as const)
      expect((await street.ask(who, 'meetings.roll', { id })).ok).toBe(false)
    const roll = answerOf(await street.ask('head', 'meetings.roll', { id }))
    expect(roll.unitKind).toBe('household')
    expect(roll.items.map(({ label, represented, here }) => [label, represented, here])).toEqual([
      ['1栋101', true, true],
      ['1栋201', true, true],
      ['1栋301', true, true],
      ['1栋401', false, false],
    ])
    answerOf(await street.ask('volunteer', 'meetings.begin', { id }))
    answerOf(await street.ask('volunteer', 'meetings.bring', { id, place: 1 }))
    answerOf(await street.ask('head', 'meetings.raise_hand', { id, place: 1, unitId: one, side: 'for' }))
    answerOf(await street.ask('volunteer', 'meetings.call', { id, unitId: one }))
    street.time.now += 60_000
    answerOf(await street.ask('head', 'meetings.finish_speech', { id, unitId: one }))
    answerOf(await street.ask('volunteer', 'meetings.finish', { id, place: 1 }))
    answerOf(await street.ask('volunteer', 'meetings.close', { id }))
    answerOf(await street.ask('secretary', 'meetings.draft', { id, text: '大家说10点关门，都同意。' }))
    const minutes = async () => answerOf(await street.ask('guest', 'meetings.minutes', { id }))
    const hash = (await minutes()).hash ?? ''
    answerOf(await street.ask('volunteer', 'meetings.sign', { id, hash }))
    expect(refusalOf(await street.ask('follower', 'meetings.sign', { id, hash }))).toBe('FORBIDDEN')
    answerOf(await street.ask('neighbour', 'meetings.sign', { id, hash }))
    expect(await minutes()).toMatchObject({
      state: 'published',
      unitKind: 'household',
      units: 4,
      came: expect.arrayContaining([{ label: '1栋101', how: 'code' }]),
      agenda: [{ spoken: [{ label: '1栋101', side: 'for', seconds: 60 }] }],
    })
  })

  test('debates in the words of its own units: a flat spoke, and its label stands where a name might', async () => {
    const { id, flats } = await owners()
    const input = { councilId: id, concernId: null, rule: 'absolute' as const, words: words(street.time.now) }
    const { id: motionId } = answerOf(await street.ask('head', 'motions.propose', input))
    answerOf(await street.ask('neighbour', 'motions.second', { id: motionId, unitId: flats[1] ?? '' }))
    const screen = { id: motionId, version: 2, decision: 'schedule' as const, note: '可以上会' }
    answerOf(await street.ask('secretary', 'motions.screen', screen))
    const announced = answerOf(
      await street.ask('grid_staff', 'motions.announce', { id: motionId, version: 3 }),
    )
    street.time.now += 3 * DAY
    answerOf(await street.ask('volunteer', 'motions.open_debate', announced))
    const said = { id: motionId, side: 'for' as const, words: '下雨天台阶滑' }
    answerOf(await street.ask('follower', 'motions.speak', said))
    const seen = await motionOf(street, motionId)
    expect(seen.said).toMatchObject([{ unit: '1栋301' }])
    expect(seen.timeline.find(({ kind }) => kind === 'second')?.by).toBe('1栋201')
  })

  describe('of one house', () => {
    const HOUSE = 'JX-002'
    const ofHouse = (more: Partial<InputOf<'bodies.found'>> = {}, who: Who = 'grid_staff') =>
      found({ kind: 'household', name: '2栋户代表会', buildingId: HOUSE, ...more }, who)

    /** Three households of the house and a room nobody speaks for; 志愿者 leads it and lives elsewhere. */
    async function tenants(
      kind: 'household' | 'person' = 'household',
    ): Promise<{ id: string; units: string[] }> {
      for (const who of ['resident', 'neighbour', 'follower'] as const)
        await moveIn(store, who, { buildingId: HOUSE })
      const { id } = answerOf(await ofHouse({ kind, name: '2栋的会' }))
      const units: string[] = []
      for (const [n, who] of (['resident', 'neighbour', 'follower'] as const).entries())
        units.push(answerOf(await enter(id, `2栋-${n + 1}`, personOf(who), null, 'grid_staff')).id)
      return { id, units }
    }

    test('is founded by the grid’s staff, once of a kind, beside that of the whole place; never by its head', async () => {
      for (const who of ['head', 'neighbour', 'secretary'] as const)
        expect(refusalOf(await ofHouse({}, who))).toBe('FORBIDDEN')
      expect(refusalOf(await ofHouse({ kind: 'owner', name: '2栋业主会' }))).toBe('VALIDATION')
      expect(refusalOf(await ofHouse({ buildingId: 'JX-999' }))).toBe('NOT_FOUND')
      expect(refusalOf(await ofHouse({ gridPath: `${STREET}.999` }))).toBe('NOT_FOUND')
      answerOf(await ofHouse())
      expect(refusalOf(await ofHouse({ name: '2栋又一个会' }))).toBe('BODY_THERE')
      answerOf(await ofHouse({ kind: 'person', name: '2栋居民会' }))
      answerOf(await ofHouse({ buildingId: 'JX-003', name: '3栋户代表会' }))
      answerOf(await found({ kind: 'household', name: '20号小区户代表会议' }))
      const list = async (who: Who) =>
        answerOf(await street.ask(who, 'bodies.list', { gridPath: GRID })).items
      expect((await list('community_staff')).map(({ house }) => house)).toEqual(
        expect.arrayContaining(['2栋', '2栋', '3栋', null]),
      )
      // Grid staff keep what is of a house, and no more.
      expect((await list('grid_staff')).map(({ house }) => house)).toEqual(['2栋', '3栋', '2栋'])
      expect(refusalOf(await found({ kind: 'person', name: '20号小区居民会议' }, 'grid_staff'))).toBe(
        'FORBIDDEN',
      )
    })

    test('has only those in its list who live there, and grid staff keep it', async () => {
      const { id } = await tenants()
      const { id: council } = answerOf(await found({ kind: 'household', name: '20号小区户代表会议' }))
      expect(refusalOf(await enter(id, '2栋-4', personOf('captain'), null, 'grid_staff'))).toBe(
        'NOT_OF_HOUSE',
      )
      answerOf(await enter(id, '2栋-4', null, null, 'grid_staff'))
      answerOf(await enter(council, '1栋101', personOf('captain'), null))
      expect(refusalOf(await enter(council, '1栋102', null, null, 'grid_staff'))).toBe('FORBIDDEN')
      expect(refusalOf(await enter(id, '2栋-5', null, null, 'head'))).toBe('FORBIDDEN')
      expect((await shown(id)).totals).toMatchObject({ units: 4, known: 3 })
      await store.db
        .updateTable('persons')
        .set({ phone_index: street.system.vault.index('13900000009', 'phone') })
        .where('id', '=', personOf('captain'))
        .execute()
      const pasted = { councilId: id, text: '2栋-6 13900000009' }
      expect(answerOf(await street.ask('grid_staff', 'bodies.enterAll', pasted)).problems).toEqual([
        { row: 1, problem: 'NOT_OF_HOUSE' },
      ])
    })

    test('stands beside the council for its own people alone; they propose there, and neighbours do not', async () => {
      const { id } = await tenants()
      await moveIn(store, 'captain', { buildingId: 'JX-001' })
      const beside = async (who: Who) =>
        answerOf(await street.ask(who, 'councils.show', {})).council?.others.map(({ name }) => name)
      expect(await beside('resident')).toContain('2栋的会')
      for (const who of ['guest', 'captain', 'head'] as const)
        expect(await beside(who)).not.toContain('2栋的会')
      // From the page of the house, too, to whoever lives or works there.
      const fromHouse = async (who: Who) =>
        answerOf(await street.ask(who, 'buildings.get', { id: HOUSE })).bodies.map(({ name }) => name)
      for (const who of ['resident', 'grid_staff'] as const) expect(await fromHouse(who)).toEqual(['2栋的会'])
      for (const who of ['guest', 'captain'] as const) expect(await fromHouse(who)).toEqual([])
      // His own estate's council stays the one that opens first.
      expect(answerOf(await street.ask('resident', 'councils.show', {})).council?.name).toBe(
        '20号小区楼栋长议事会',
      )
      const propose = (who: Who) =>
        street.ask(who, 'motions.propose', {
          ...{ councilId: id, concernId: null, rule: 'ordinary' as const, words: words(street.time.now) },
        })
      expect(refusalOf(await propose('captain'))).toBe('FORBIDDEN')
      answerOf(await propose('resident'))
    })

    test.each([
      ['household', { units: 3, known: 2 }],
      ['person', { units: 2, known: 2 }],
    ] as const)(
      'counts no %s who moved out: the seat of a household stays, a resident is gone',
      async (kind, after) => {
        const { id, units } = await tenants(kind)
        expect((await shown(id)).totals).toMatchObject({ units: 3, known: 3 })
        await store.db
          .updateTable('residencies')
          .set({ to_at: street.time.now, ended_kind: 'moved_out' })
          .where('person_id', '=', personOf('resident'))
          .execute()
        const list = await shown(id)
        expect(list.totals).toMatchObject(after)
        expect(list.items.map(({ movedOut }) => movedOut)).toEqual([true, false, false])
        const seen = answerOf(await street.ask('resident', 'councils.show', { councilId: id })).council
        expect(seen).toMatchObject({ units: after.units, represented: 2, standsFor: [], mayPropose: false })
        const second = answerOf(await street.ask('neighbour', 'councils.show', { councilId: id })).council
        expect(second?.standsFor).toEqual([{ unitId: units[1], label: '2栋-2' }])
      },
    )

    test('goes with its house to another grid, and the database keeps one of a kind in a house', async () => {
      const { id } = await tenants()
      const add = async (parentPath: string, code: string) =>
        answerOf(await street.ask('street_admin', 'grids.add', { parentPath, code, name: `网格${code}` }))
          .gridPath
      const piece = await add(await add(`${STREET}.001`, '006'), '01')
      answerOf(await street.ask('street_admin', 'grids.moveHouse', { buildingId: HOUSE, gridPath: piece }))
      expect((await shown(id)).body).toMatchObject({ gridPath: piece, house: '2栋' })
      expect(refusalOf(await enter(id, '2栋-9', null, null, 'grid_staff'))).toBe('FORBIDDEN')
      const row = await store.db
        .selectFrom('councils')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const twice = store.db
        .insertInto('councils')
        .values({ ...row, id: 'twice' })
        .execute()
      await expect(twice).rejects.toThrow(/unique|duplicate/)
      const owners = { ...row, id: 'owners', unit_kind: 'owner' as const }
      await expect(store.db.insertInto('councils').values(owners).execute()).rejects.toThrow(
        'councils_of_a_house',
      )
    })
  })
})
