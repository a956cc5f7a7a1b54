import type { InputOf } from '../../../src/contracts/operations'
import type { MotionState } from '../../../src/core/council/motion'
import { ROLES, type Role } from '../../../src/core/people/actor'
import type { Store } from '../../../src/server/storage/database'
import { motionIn } from '../../core/council/making'
import { describeOnEveryEngine } from '../../support/database'
import { personOf, refusalOf, STREET, type Street, smallStreet } from '../concerns/small-street'
import { COUNCIL, councilOf, voting, words } from '../council/making'

/** Seen from 金兴街网格 and house 1: the own house, another of the same council, another grid's council, another street's. */
const PLACES = {
  own: { gridPath: `${STREET}.001.005`, councilId: COUNCIL, unitId: 'JX-001' },
  same_building: { gridPath: `${STREET}.001.005`, councilId: COUNCIL, unitId: 'JX-002' },
  other_grid: { gridPath: `${STREET}.001.006`, councilId: 'council-ot', unitId: 'OT-001' },
  other_street: { gridPath: '441302999.001.005', councilId: 'council-xx', unitId: 'XX-001' },
} as const
type Where = keyof typeof PLACES
const ALL = Object.keys(PLACES) as Where[]
const LETTER: Record<Where, string> = { own: 'o', same_building: 's', other_grid: 'g', other_street: 'x' }

const HELD = ROLES.filter((role) => !['guest', 'clock'].includes(role))
const SCOPE: Partial<Record<Role, string>> = {
  head: `${STREET}.001.005.01`,
  community_staff: `${STREET}.001`,
  street_admin: STREET,
  department: STREET,
  auditor: STREET,
}

/**
 * Which roles get through, written by hand from domain rule 4.7: a head for his own house only; whoever announces,
 * screens, voids and reviews within his grid; to lead and to change a motion is nobody's by office.
 */
const AGREED: { [Name in Scoped]: Partial<Record<Role, string>> } = {
  'motions.propose': {
    head: 'os',
    pioneer: 'os',
    grid_staff: 'os',
    grid_head: 'os',
    secretary: 'os',
    community_staff: 'osg',
  },
  'motions.speak': {
    head: 'os',
    pioneer: 'os',
    grid_staff: 'os',
    grid_head: 'os',
    secretary: 'os',
    community_staff: 'osg',
  },
  'motions.second': { head: 'o' },
  'motions.object': { head: 'o' },
  'motions.screen': { secretary: 'os', community_staff: 'osg' },
  'motions.announce': { secretary: 'os', grid_staff: 'os', grid_head: 'os' },
  'motions.open_debate': {},
  'motions.open_poll': {},
  'motions.revise': {},
  'motions.amend': {},
  'motions.withdraw': {},
  'motions.void': { community_staff: 'osg', street_admin: 'osg' },
  'motions.review': { community_staff: 'osg', street_admin: 'osg' },
  'ballots.cast': { head: 'o' },
}
const STATE: Partial<Record<Scoped, MotionState>> = {
  'motions.speak': 'debating',
  'motions.second': 'proposed',
  'motions.object': 'publicity',
  'motions.screen': 'seconded',
  'motions.announce': 'scheduled',
  'motions.open_debate': 'announced',
  'motions.open_poll': 'announced',
  'motions.revise': 'returned',
  'motions.amend': 'debating',
  'motions.withdraw': 'proposed',
  'motions.void': 'voting',
  'motions.review': 'in_review',
}
type Scoped = (typeof NAMES)[number]
const NAMES = [
  'motions.propose',
  'motions.speak',
  'motions.second',
  'motions.object',
  'motions.screen',
  'motions.announce',
  'motions.open_debate',
  'motions.open_poll',
  'motions.revise',
  'motions.amend',
  'motions.withdraw',
  'motions.void',
  'motions.review',
  'ballots.cast',
] as const

const note = '说明一下'
const changed = { words: words(4_000_000_000_000), changed: note }
const inputFor = (
  where: Where,
  { id, pollId }: { id: string; pollId: string },
): { [Name in Scoped]: InputOf<Name> } => {
  const { councilId, unitId } = PLACES[where]
  const step = { id, version: 1 }
  return {
    'motions.propose': { councilId, concernId: null, rule: 'ordinary', words: changed.words },
    'motions.speak': { id, side: 'for', words: note },
    'motions.second': { id, unitId },
    'motions.object': { id, unitId, words: note },
    'motions.screen': { ...step, decision: 'schedule', note },
    'motions.announce': step,
    'motions.open_debate': step,
    'motions.open_poll': { ...step, days: 2, ballots: 'open' },
    'motions.revise': { ...step, ...changed },
    'motions.amend': { ...step, ...changed },
    'motions.withdraw': { ...step, note },
    'motions.void': { ...step, note },
    'motions.review': { ...step, decision: 'uphold', note },
    'ballots.cast': {
      pollId: where === 'other_street' ? 'no-such-poll' : pollId,
      votes: [{ unitId, choice: 'for' }],
      salt: 'a'.repeat(16),
    },
  }
}

/** Not his, not there, or not his house’s to say: none of them changes anything. */
const SHUT = ['FORBIDDEN', 'NOT_FOUND', 'NOT_REPRESENTATIVE', 'NOT_IN_ROLL']

describeOnEveryEngine('how far each office reaches in the councils', (open) => {
  let store: Store
  let street: Street
  let pollId: string
  beforeAll(async () => {
    store = await open()
    street = await smallStreet(store)
    await councilOf(store)
    pollId = (await voting(street)).pollId
    await otherCouncil(store)
  })

  test.each(NAMES)('%s: every role, four places, no answer that was not agreed', async (name) => {
    const unexpected: string[] = []
    for (const role of HELD) {
      for (const where of ALL) {
        await hold(store, role)
        const id = await freshMotion(store, where, STATE[name] ?? 'proposed')
        const input = inputFor(where, { id, pollId })[name]
        const code = refusalOf(await street.call('resident', { operation: name, input }))
        const passed = code === null || !SHUT.includes(code)
        if (passed !== (AGREED[name][role]?.includes(LETTER[where]) ?? false))
          unexpected.push(`${role} ${where}: ${code}`)
      }
    }
    expect(unexpected).toEqual([])
    expect(street.surprises).toEqual([])
  })
})

/** The asking person holds this office and no other. */
async function hold({ db }: Store, role: Role): Promise<void> {
  await db.deleteFrom('role_grants').execute()
  if (role === 'resident') return
  await db
    .insertInto('role_grants')
    .values({
      street_id: STREET,
      id: 'g.mine',
      person_id: personOf('resident'),
      role,
      grid_path: SCOPE[role] ?? `${STREET}.001.005`,
      building_id: role === 'head' ? 'JX-001' : null,
      department_id: role === 'department' ? 'water' : null,
      from_at: 1,
      to_at: 4_000_000_000_000,
    })
    .execute()
}

let motions = 0

/** What is said of a motion is written once, so each attempt has a motion of its own; another street has none. */
async function freshMotion({ db }: Store, where: Where, state: MotionState): Promise<string> {
  if (where === 'other_street') return 'no-such-motion'
  motions += 1
  const { councilId, gridPath } = PLACES[where]
  const id = `m.${motions}`
  const proposerId = personOf('follower')
  const body = motionIn(state, { id, streetId: STREET, no: `YT${motions}`, councilId, gridPath, proposerId })
  await db.insertInto('motions').values({ street_id: STREET, id, version: 1, body, next_at: null }).execute()
  return id
}

/** Another grid with a house and a council of its own, under the same charter. */
async function otherCouncil({ db }: Store): Promise<void> {
  for (const [path, level] of [
    [`${STREET}.001.006`, 2],
    [`${STREET}.001.006.01`, 3],
  ] as const) {
    const parent_path = path.slice(0, path.lastIndexOf('.'))
    await db
      .insertInto('grids')
      .values({ street_id: STREET, path, level, parent_path, name: '别的网格', kind: null })
      .execute()
  }
  const house = await db
    .selectFrom('buildings')
    .selectAll()
    .where('id', '=', 'JX-001')
    .executeTakeFirstOrThrow()
  const other = { id: 'OT-001', no: 77, plate_code: 'other', grid_path: `${STREET}.001.006.01` }
  await db
    .insertInto('buildings')
    .values({ ...house, ...other })
    .execute()
  const council = await db.selectFrom('councils').selectAll().executeTakeFirstOrThrow()
  const { councilId: id, gridPath: grid_path } = PLACES.other_grid
  await db
    .insertInto('councils')
    .values({ ...council, id, grid_path })
    .execute()
  const charter = await db.selectFrom('council_charters').selectAll().executeTakeFirstOrThrow()
  await db
    .insertInto('council_charters')
    .values({ ...charter, council_id: id, body: JSON.parse(JSON.stringify(charter.body)) })
    .execute()
}
