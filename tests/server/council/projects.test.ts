import { sql } from 'kysely'
import { runMotionClock } from '../../../src/server/council/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, GRID, refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { announcedIn, bodyOf, openedIn } from './body-making'
import { cast, closed, councilOf, DAY, everybodyVotes, motionOf, voting } from './making'

describeOnEveryEngine('a resolution that is carried out', (open) => {
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

  const strike = async (at: number) => {
    street.time.now = at
    await runMotionClock(street.system, 10)
  }
  const projectOf = async (id: string, who: 'guest' | 'follower' | 'grid_staff' = 'guest') =>
    answerOf(await street.ask(who, 'projects.get', { id }))

  /** In force, and begun: two steps, 3000 元. */
  async function begun() {
    const { id: motionId, pollId, closesAt } = await voting(street)
    await everybodyVotes(street, pollId)
    return carriedOut(motionId, closesAt)
  }

  async function carriedOut(motionId: string, closesAt: number) {
    await closed(street, closesAt)
    const { publicity } = await motionOf(street, motionId)
    await strike(publicity?.until ?? 0)
    const { version, state } = await motionOf(street, motionId)
    expect(state).toBe('in_force')
    const milestones = ['做模板', '浇水泥'].map((title) => ({ title, dueAt: street.time.now + 9 * DAY }))
    const { id } = answerOf(
      await street.ask('grid_staff', 'projects.begin', { id: motionId, version, milestones }),
    )
    return { id, motionId }
  }
  const enter = (id: string, direction: 'in' | 'out', fen: number) =>
    street.ask('grid_staff', 'projects.enter', { id, direction, source: 'fiscal', fen, words: '街道拨款' })

  async function done(id: string) {
    answerOf(await enter(id, 'in', 300_000))
    let version = answerOf(await street.ask('grid_staff', 'projects.fund', { id, version: 1 })).version
    const before = { id, version, photoIds: [await street.photo('grid_staff')] }
    ;({ version } = answerOf(await street.ask('grid_staff', 'projects.start', before)))
    for (const place of [0, 1])
      ({ version } = answerOf(await street.ask('grid_staff', 'projects.reach', { id, version, place })))
    return finish(id, version)
  }
  const finish = async (id: string, version: number) =>
    answerOf(
      await street.ask('grid_staff', 'projects.finish', {
        id,
        version,
        note: '坡道做好了',
        photoIds: [await street.photo('grid_staff')],
      }),
    ).version
  const sign = (who: 'head' | 'neighbour' | 'follower', id: string, unitId: string, good = true) =>
    street.ask(who, 'projects.sign', { id, unitId, good, words: good ? '' : '雨天还积水' })

  test('what is only planned is no change yet; once work has begun, its own grid finds it to tell of', async () => {
    const { id } = await begun()
    const found = async (gridPath: string) =>
      answerOf(await street.ask('guest', 'projects.of_grid', { gridPath })).items
    expect(await found(GRID)).toEqual([])
    await done(id)
    expect(await found(GRID)).toMatchObject([{ id, state: 'to_accept' }])
    expect(await found(`${GRID}.99`)).toEqual([])
  })

  test('goes from its money to three signatures, its publicity and the archive; everybody follows it', async () => {
    const { id, motionId } = await begun()
    expect(refusalOf(await street.ask('head', 'projects.fund', { id, version: 1 }))).toBe('FORBIDDEN')
    expect(refusalOf(await street.ask('grid_staff', 'projects.fund', { id, version: 1 }))).toBe(
      'LEDGER_SHORT',
    )
    await done(id)
    expect(await projectOf(id, 'follower')).toMatchObject({
      state: 'to_accept',
      before: [{ url: expect.stringContaining('/photos/') }],
      after: [{}],
      toSign: [{ label: '4栋' }],
    })
    answerOf(await sign('head', id, 'JX-001'))
    answerOf(await sign('neighbour', id, 'JX-002'))
    expect(refusalOf(await sign('head', id, 'JX-001'))).toBe('NOT_IN_THIS_STATE')
    expect(refusalOf(await sign('head', id, 'JX-004'))).toBe('NOT_REPRESENTATIVE')
    answerOf(await sign('follower', id, 'JX-004'))
    const accepted = await projectOf(id)
    expect(accepted).toMatchObject({ state: 'accepted', motion: { id: motionId } })
    expect(accepted.acceptedBy.map(({ label }) => label).sort()).toEqual(['1栋', '2栋', '4栋'])
    await strike(accepted.publicUntil ?? 0)
    expect((await projectOf(id)).state).toBe('published')
    expect(await motionOf(street, motionId)).toMatchObject({
      state: 'ended',
      ending: 'archived',
      project: { id, state: 'published' },
    })
  })

  test('of a body is signed by its own units, in its own words', async () => {
    const lines = [
      ['1栋101', 'head'],
      ['1栋201', 'neighbour'],
      ['1栋301', 'follower'],
    ] as const
    const body = await bodyOf(street, { kind: 'household', lines })
    const motion = await announcedIn(street, body, {
      by: 'head',
      seconded: { by: 'neighbour', label: '1栋201' },
    })
    const { pollId, closesAt } = await openedIn(street, motion)
    for (const [label, who] of lines) answerOf(await cast(street, who, pollId, { [body.unit(label)]: 'for' }))
    const { id } = await carriedOut(motion.id, closesAt)
    await done(id)
    expect(await projectOf(id, 'follower')).toMatchObject({
      unitKind: 'household',
      toSign: [{ label: '1栋301' }],
    })
    expect((await projectOf(id)).toSign).toEqual([])
    expect(refusalOf(await sign('head', id, body.unit('1栋201')))).toBe('NOT_REPRESENTATIVE')
    for (const [label, who] of lines) answerOf(await sign(who, id, body.unit(label)))
    expect((await projectOf(id)).state).toBe('accepted')
  })

  test('that three houses send back is mended and signed anew', async () => {
    const { id } = await begun()
    await done(id)
    answerOf(await sign('head', id, 'JX-001'))
    for (const [who, unitId] of [
      ['neighbour', 'JX-002'],
      ['neighbour', 'JX-003'],
      ['follower', 'JX-004'],
    ] as const)
      answerOf(await sign(who, id, unitId, false))
    const back = await projectOf(id)
    expect(back).toMatchObject({ state: 'rework', acceptedBy: [], returnedBy: [] })
    expect(refusalOf(await sign('head', id, 'JX-001'))).toBe('NOT_IN_THIS_STATE')
    await finish(id, back.version)
    answerOf(await sign('head', id, 'JX-001'))
    expect((await projectOf(id)).acceptedBy).toMatchObject([{ label: '1栋' }])
  })

  test('keeps its account in the open: what was wrong is taken back by another line, and nothing is changed', async () => {
    const { id } = await begun()
    expect(refusalOf(await enter(id, 'out', 1))).toBe('LEDGER_SHORT')
    answerOf(await enter(id, 'in', 300_000))
    answerOf(await enter(id, 'out', 120_050))
    const reverse = { id, seq: 2, words: '多记了一笔' }
    answerOf(await street.ask('grid_staff', 'projects.reverse', reverse))
    expect(refusalOf(await street.ask('grid_staff', 'projects.reverse', reverse))).toBe('NOT_IN_THIS_STATE')
    expect((await projectOf(id)).money).toMatchObject({
      in: 300_000,
      out: 0,
      left: 300_000,
      lines: [{ seq: 1 }, { seq: 2, reversed: true }, { seq: 3, direction: 'in', reverses: 2 }],
    })
    for (const statement of [
      sql`update project_money set fen = 1`,
      sql`delete from project_money`,
      sql`insert into project_money select street_id, project_id, 9, 'out', source, fen - 1, words, by_id, at, 1
        from project_money where seq = 1`,
      sql`insert into project_money select street_id, project_id, 9, 'in', source, fen, words, by_id, at, 2
        from project_money where seq = 2`,
    ])
      await expect(statement.execute(store.db)).rejects.toThrow(/written once|the other way|duplicate key/)
  })
})
