import { sql } from 'kysely'
import type { InputOf } from '../../../src/contracts/operations'
import type { Role } from '../../../src/core/people/actor'
import { runJointClock } from '../../../src/server/joint/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  GRID,
  MONDAY,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'

const DAY = 86_400_000
const matter: InputOf<'joint.open'> = {
  estateId: 'jx',
  subject: '小区南门改成单行',
  duties: { party_committee: '值守', residents_committee: '画线', owners: '告知租户' },
  dueAt: MONDAY + 30 * 86_400_000,
}

describeOnEveryEngine('matters of three parties', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await sql`update sessions set expires_at = ${MONDAY + 90 * DAY}`.execute(store.db)
    await give('neighbour', 'party_committee', `${STREET}.001`)
    await give('follower', 'residents_committee', `${STREET}.001`)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const give = (who: Who, role: Role, grid_path: string) =>
    store.db
      .insertInto('role_grants')
      .values({
        street_id: STREET,
        id: `g.${who}.${role}`,
        person_id: personOf(who),
        role,
        grid_path,
        building_id: null,
        department_id: null,
        from_at: 1,
        to_at: MONDAY + 700 * 86_400_000,
      })
      .execute()
  const begin = async () => answerOf(await street.ask('community_staff', 'joint.open', matter)).id
  const sign = (
    who: Who,
    id: string,
    version: number,
    party: 'party_committee' | 'residents_committee' | 'owners',
  ) => street.ask(who, 'joint.sign', { id, version, party, note: '办好了' })
  const kinds = async (who: Who) =>
    answerOf(await street.ask(who, 'inbox.list', {})).items.map(({ kind }) => kind)

  test('without an owners’ committee the heads stand for the owners; three sign, everybody reads it', async () => {
    const id = await begin()
    for (const who of ['neighbour', 'follower', 'head'] as const)
      expect(await kinds(who)).toContain('joint_opened')
    answerOf(await sign('neighbour', id, 1, 'party_committee'))
    answerOf(await sign('follower', id, 2, 'residents_committee'))
    expect(refusalOf(await sign('grid_staff', id, 3, 'owners'))).toBe('FORBIDDEN')
    answerOf(await sign('head', id, 3, 'owners'))
    expect(await kinds('community_staff')).toContain('joint_closed')
    const told = answerOf(await street.ask('guest', 'joint.get', { id }))
    expect(told).toMatchObject({ state: 'closed', owners: 'council', mayFor: [], mayCancel: false })
    expect(told.parties.map(({ signed }) => signed?.name)).toEqual(
      ['neighbour', 'follower', 'head'].map((who) => nameOf(who as Who)),
    )
    expect(told.timeline.map(({ kind }) => kind)).toEqual(['open', 'sign', 'sign', 'sign'])
    const listed = async (show: 'open' | 'over') =>
      answerOf(await street.ask('guest', 'joint.list', { gridPath: GRID, show })).items.length
    expect([await listed('open'), await listed('over')]).toEqual([0, 1])
  })

  test('with an owners’ committee no head signs; a return takes every sign-off back and says why', async () => {
    answerOf(await street.ask('community_staff', 'joint.committee', { estateId: 'jx', exists: true }))
    const id = await begin()
    expect(refusalOf(await sign('head', id, 1, 'owners'))).toBe('FORBIDDEN')
    answerOf(await sign('neighbour', id, 1, 'party_committee'))
    const back = { id, version: 2, party: 'residents_committee' as const, reason: '线还没有画' }
    answerOf(await street.ask('follower', 'joint.return', back))
    const told = answerOf(await street.ask('guest', 'joint.get', { id }))
    expect(told).toMatchObject({ owners: 'owners_committee', signed: [] })
    expect(told.timeline.at(-1)).toMatchObject({ kind: 'return', words: '线还没有画' })
    expect(await kinds('neighbour')).toContain('joint_returned')
  })

  test('a quarter of the time before its day whoever has not signed is reminded, on its day also who opened it', async () => {
    const id = await begin()
    answerOf(await sign('neighbour', id, 1, 'party_committee'))
    const strike = () => runJointClock(street.system, 50)
    street.time.now = MONDAY + 22.5 * DAY - 1
    expect(await strike()).toBe(0)
    street.time.now += 1
    expect([await strike(), await strike()]).toEqual([1, 0])
    expect(await kinds('neighbour')).not.toContain('joint_due_soon')
    for (const who of ['follower', 'head'] as const) expect(await kinds(who)).toContain('joint_due_soon')
    street.time.now = matter.dueAt
    expect([await strike(), await strike()]).toEqual([1, 0])
    for (const who of ['follower', 'head', 'community_staff'] as const)
      expect((await kinds(who)).filter((kind) => kind === 'joint_late')).toHaveLength(1)
    expect(await kinds('neighbour')).not.toContain('joint_late')
  })

  test('workers that strike together remind once; a matter that is signed in time reminds nobody', async () => {
    const id = await begin()
    street.time.now = matter.dueAt
    const told = await Promise.all([1, 2, 3].map(() => runJointClock(street.system, 50)))
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect((await kinds('head')).filter((kind) => kind === 'joint_late')).toHaveLength(1)
    answerOf(await street.ask('community_staff', 'joint.cancel', { id, version: 1, reason: '不办了' }))

    street.time.now = MONDAY
    const other = await begin()
    answerOf(await sign('neighbour', other, 1, 'party_committee'))
    answerOf(await sign('follower', other, 2, 'residents_committee'))
    answerOf(await sign('head', other, 3, 'owners'))
    street.time.now = matter.dueAt
    expect(await runJointClock(street.system, 50)).toBe(0)
  })

  test('the database bears neither a closed matter with two sign-offs nor two by one person', async () => {
    const id = await begin()
    const put = (signOffs: object, state: string) =>
      sql`update joint_matters set body = body || jsonb_build_object('signOffs', ${JSON.stringify(signOffs)}::jsonb,
        'state', ${state}::text) where id = ${id}`.execute(store.db)
    const by = (who: string) => ({ by: who, at: 1, note: '' })
    await expect(put({ party_committee: by('a'), owners: by('b') }, 'closed')).rejects.toThrow(/check/)
    await expect(put({ party_committee: by('a'), owners: by('a') }, 'open')).rejects.toThrow(/check/)
  })

  test('somebody of two offices who signs for both at the same instant signs once', async () => {
    await give('neighbour', 'residents_committee', `${STREET}.001`)
    const id = await begin()
    const answers = await Promise.all([
      sign('neighbour', id, 1, 'party_committee'),
      sign('neighbour', id, 1, 'residents_committee'),
    ])
    expect(answers.map(refusalOf).sort()).toEqual(['VERSION_CONFLICT', null])
    const told = answerOf(await street.ask('guest', 'joint.get', { id }))
    const left = told.signed[0] === 'party_committee' ? 'residents_committee' : 'party_committee'
    expect(refusalOf(await sign('neighbour', id, 2, left))).toBe('SELF_APPROVAL')
  })
})
