import type { InputOf } from '../../../src/contracts/operations'
import type { Role } from '../../../src/core/people/actor'
import { ROLES } from '../../../src/core/people/actor'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { personOf, refusalOf, STREET, type Street, smallStreet } from '../concerns/small-street'
import { DAY } from '../heads/making'

/** Where the thing lies, seen from 金兴街网格 and house 1: the office's own, its neighbour, another grid, another street. */
const PLACES = {
  own: { gridPath: `${STREET}.001.005.01`, buildingId: 'JX-001' },
  same_building: { gridPath: `${STREET}.001.005.01`, buildingId: 'JX-002' },
  other_grid: { gridPath: `${STREET}.001.006.01`, buildingId: 'OT-001' },
  other_street: { gridPath: '441302999.001.005.01', buildingId: 'XX-001' },
} as const
type Where = keyof typeof PLACES

/** An office of every role, at 金兴街网格 or the step it belongs to. `resident` is everybody who is signed in. */
const HELD = ROLES.filter((role) => !['guest', 'clock'].includes(role))
const SCOPE: Partial<Record<Role, string>> = {
  head: `${STREET}.001.005.01`,
  community_staff: `${STREET}.001`,
  street_admin: STREET,
  department: STREET,
  auditor: STREET,
}

/**
 * Which roles get through for their own house (o), another house of their grid (s), another grid (g). Nobody ever
 * gets through to another street. Written by hand from domain rule 4.7, not taken from the code.
 */
const AGREED: Record<string, Partial<Record<Role, string>>> = {
  'heads.nominate': { grid_staff: 'os', grid_head: 'os' },
  'heads.confirm': { community_staff: 'osg' },
  'heads.decline': { community_staff: 'osg' },
  'heads.revoke': { community_staff: 'osg' },
  'heads.list': {
    grid_staff: 'os',
    grid_head: 'os',
    secretary: 'os',
    community_staff: 'osg',
    street_admin: 'osg',
    auditor: 'osg',
  },
  'heads.candidates': { grid_staff: 'os', grid_head: 'os' },
  'notices.write': { grid_staff: 'os', grid_head: 'os', community_staff: 'osg', street_admin: 'osg' },
  'notices.pass_on': { head: 'o' },
  'residences.confirm': { head: 'o', grid_staff: 'os' },
  'residences.refuse': { head: 'o', grid_staff: 'os' },
  'offices.list': { community_staff: 'osg', street_admin: 'osg', auditor: 'osg' },
  'offices.assign': { community_staff: 'osg', street_admin: 'osg' },
  'offices.end': { community_staff: 'osg', street_admin: 'osg' },
}
type Scoped =
  | 'heads.nominate'
  | 'heads.confirm'
  | 'heads.decline'
  | 'heads.revoke'
  | 'heads.list'
  | 'heads.candidates'
  | 'notices.write'
  | 'notices.pass_on'
  | 'residences.confirm'
  | 'residences.refuse'
  | 'offices.list'
  | 'offices.assign'
  | 'offices.end'

const LETTER: Record<Where, string> = { own: 'o', same_building: 's', other_grid: 'g', other_street: 'x' }
const gridOf = (where: Where) => PLACES[where].gridPath.split('.').slice(0, 3).join('.')
const say = '说明一下'

const INPUTS: { [Name in Scoped]: (where: Where) => InputOf<Name> } = {
  'heads.nominate': (where) => ({
    buildingId: PLACES[where].buildingId,
    personId: personOf('follower'),
    kind: 'head',
    method: 'elected',
    basis: 'owner',
    basisWords: say,
    days: 365,
  }),
  'heads.confirm': (where) => ({ id: `a.${where}`, version: 1, note: '' }),
  'heads.decline': (where) => ({ id: `a.${where}`, version: 1, reason: say }),
  'heads.revoke': (where) => ({
    id: `a.${where}`,
    version: 1,
    reason: say,
    hearing: { at: 1, statement: say },
  }),
  'heads.list': (where) => ({ gridPath: gridOf(where) }),
  'heads.candidates': (where) => ({ buildingId: PLACES[where].buildingId }),
  'notices.write': (where) => ({ gridPath: PLACES[where].gridPath, title: '停水通知', words: say }),
  'notices.pass_on': (where) => ({ id: 'n', buildingId: PLACES[where].buildingId }),
  'residences.confirm': (where) => ({ id: `r.${where}` }),
  'residences.refuse': (where) => ({ id: `r.${where}`, reason: say }),
  'offices.list': (where) => ({ gridPath: gridOf(where) }),
  'offices.assign': (where) => ({
    personId: personOf('follower'),
    role: 'volunteer',
    gridPath: gridOf(where),
    until: 1,
  }),
  'offices.end': (where) => ({ grantId: `g.${where}`, reason: say }),
}
const NAMES = Object.keys(INPUTS) as Scoped[]

/** Not his, or not there as far as he can tell: neither tells him anything nor changes anything. */
const SHUT = ['FORBIDDEN', 'NOT_FOUND']

describeOnEveryEngine('how far each office reaches', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
    street = await smallStreet(store)
    await otherGrid(store)
    for (const where of Object.keys(PLACES) as Where[]) await things(store, where)
  })

  test.each(NAMES)('%s: every role, four places, no answer that was not agreed', async (name) => {
    const unexpected: string[] = []
    for (const role of HELD) {
      await hold(store, role)
      for (const where of Object.keys(PLACES) as Where[]) {
        const code = refusalOf(await street.call('resident', { operation: name, input: INPUTS[name](where) }))
        const passed = code === null || !SHUT.includes(code)
        const agreed = AGREED[name]?.[role]?.includes(LETTER[where]) ?? false
        if (passed !== agreed) unexpected.push(`${role} ${where}: ${code}`)
        await undo(store)
      }
    }
    expect(unexpected).toEqual([])
    expect(street.surprises).toEqual([])
  })
})

/** The asking person holds this office and no other. */
async function hold({ db }: Store, role: Role): Promise<void> {
  await db.deleteFrom('role_grants').execute()
  await db
    .insertInto('role_grants')
    .values([
      ...(role === 'resident' ? [] : [grant('g.mine', 'resident', role, SCOPE[role] ?? `${STREET}.001.005`)]),
      ...(['own', 'same_building', 'other_grid'] as const).map((where) =>
        grant(`g.${where}`, 'volunteer', 'volunteer', gridOf(where)),
      ),
    ])
    .execute()
}

const grant = (id: string, who: 'resident' | 'volunteer', role: Role, grid_path: string) => ({
  street_id: STREET,
  id,
  person_id: personOf(who),
  role,
  grid_path,
  building_id: role === 'head' ? 'JX-001' : null,
  department_id: role === 'department' ? 'water' : null,
  from_at: 1,
  to_at: 4_000_000_000_000,
})

/** What a command that was let through has changed is put back. */
async function undo({ db }: Store): Promise<void> {
  await db
    .updateTable('residencies')
    .set({ to_at: null, ended_kind: null, confirmed_by: null, confirmed_at: null })
    .execute()
  await db
    .updateTable('role_grants')
    .set({ to_at: 4_000_000_000_000 })
    .where('ended_by', 'is not', null)
    .execute()
  await db.updateTable('head_notice_houses').set({ passed_at: null, passed_by: null }).execute()
  await db.deleteFrom('head_appointments').where('id', 'not like', 'a.%').execute()
  for (const where of ['own', 'same_building', 'other_grid'] as const)
    await db
      .updateTable('head_appointments')
      .set({ version: 1, body: appointment(where) })
      .where('id', '=', `a.${where}`)
      .execute()
}

async function otherGrid({ db }: Store): Promise<void> {
  for (const [path, level] of [
    [`${STREET}.001.006`, 2],
    [`${STREET}.001.006.01`, 3],
  ] as const)
    await db
      .insertInto('grids')
      .values({
        street_id: STREET,
        path,
        level,
        parent_path: path.slice(0, path.lastIndexOf('.')),
        name: '别的网格',
        kind: null,
      })
      .execute()
  const { ...house } = await db
    .selectFrom('buildings')
    .selectAll()
    .where('id', '=', 'JX-001')
    .executeTakeFirstOrThrow()
  const other = { id: 'OT-001', no: 77, plate_code: 'other', grid_path: `${STREET}.001.006.01` }
  await db
    .insertInto('buildings')
    .values({ ...house, ...other })
    .execute()
}

/** In each place: somebody posted, somebody who waits to be vouched for, a notice to pass on. */
async function things({ db }: Store, where: Where): Promise<void> {
  if (where === 'other_street') return
  const { buildingId } = PLACES[where]
  const who = { own: 'neighbour', same_building: 'phoneless', other_grid: 'pioneer' } as const
  await db
    .insertInto('head_appointments')
    .values({ street_id: STREET, id: `a.${where}`, version: 1, body: appointment(where) })
    .execute()
  await db
    .insertInto('residencies')
    .values({
      street_id: STREET,
      id: `r.${where}`,
      person_id: personOf(who[where]),
      building_id: buildingId,
      kind: 'tenant',
      floating: true,
      from_at: 1,
      to_at: null,
      confirmed_by: null,
      confirmed_at: null,
      expires_at: null,
    })
    .execute()
  await db
    .insertInto('head_notices')
    .values({
      street_id: STREET,
      id: 'n',
      grid_path: STREET,
      title: '通知',
      words: say,
      author_id: personOf('volunteer'),
      author_role: 'street_admin',
      at: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('head_notice_houses')
    .values({ street_id: STREET, notice_id: 'n', building_id: buildingId })
    .execute()
}

const appointment = (where: Where) => ({
  id: `a.${where}`,
  streetId: STREET,
  ...PLACES[where],
  personId: personOf('captain'),
  kind: 'head' as const,
  method: 'elected' as const,
  basis: 'residence' as const,
  basisWords: '',
  nominatedBy: personOf('volunteer'),
  nominatedAt: 1,
  publicUntil: 2,
  term: DAY,
  objections: [],
  state: 'nominated' as const,
})
