import { v7 as newId } from 'uuid'
import type { Envelope } from '../../../src/contracts/envelope'
import {
  type InputOf,
  OPERATION_NAMES,
  type OperationName,
  type OutputOf,
} from '../../../src/contracts/operations'
import { refusalsOf } from '../../../src/contracts/refused'
import type { Role } from '../../../src/core/people/actor'
import { type Call, dispatch } from '../../../src/server/dispatch'
import type { System } from '../../../src/server/operation'
import { placeOfPhone } from '../../../src/server/people/profile'
import { openSession } from '../../../src/server/people/sessions'
import { openVault } from '../../../src/server/people/vault'
import { openPhotoLinks } from '../../../src/server/photos/links'
import type { Store } from '../../../src/server/storage/database'
import { emptied } from '../../support/emptying'

/** Monday 2022-12-19, 09:00 in China. */
export const MONDAY = Date.UTC(2022, 11, 19, 1)
export const STREET = '441302010'
export const PIECE = `${STREET}.001.005.01`
export const GRID = `${STREET}.001.005`
const COMMUNITY = `${STREET}.001`

/** Somebody to ask as: everybody has the public name 姓名-<key>, so that a leak is found by searching for it. */
export type Who = 'guest' | keyof typeof PEOPLE

const OFFICES: Partial<Record<Role, string>> = {
  volunteer: GRID,
  captain: GRID,
  pioneer: GRID,
  grid_staff: GRID,
  grid_head: GRID,
  secretary: GRID,
  police: GRID,
  traffic: GRID,
  community_staff: COMMUNITY,
  street_admin: STREET,
  department: STREET,
  auditor: STREET,
}

const PEOPLE = {
  resident: null,
  neighbour: null,
  follower: null,
  /** Has not left a phone. */
  phoneless: null,
  head: 'head',
  volunteer: 'volunteer',
  captain: 'captain',
  pioneer: 'pioneer',
  grid_staff: 'grid_staff',
  second_staff: 'grid_staff',
  grid_head: 'grid_head',
  secretary: 'secretary',
  police: 'police',
  traffic: 'traffic',
  community_staff: 'community_staff',
  street_admin: 'street_admin',
  department: 'department',
  auditor: 'auditor',
} as const satisfies Record<string, Role | null>

export const EVERYBODY = ['guest', ...Object.keys(PEOPLE)] as Who[]
export const roleOf = (who: Who): Role => (who === 'guest' ? 'guest' : (PEOPLE[who] ?? 'resident'))
export const personOf = (who: Who): string => `p.${who}`
export const nameOf = (who: Who): string => `姓名-${who}`

export interface Street {
  system: System
  store: Store
  /** Moved by tests; nothing else moves it. */
  time: { now: number }
  /** What the system was surprised by. */
  surprises: unknown[]
  ask<Name extends OperationName>(
    who: Who,
    operation: Name,
    input: InputOf<Name>,
    key?: string,
  ): Promise<Envelope<OutputOf<Name>>>
  call(who: Who, call: Partial<Call> & Pick<Call, 'operation' | 'input'>): Promise<Envelope<unknown>>
  photo(who: Who): Promise<string>
}

/** The system of the small street over a database that holds it, at an hour that only tests move. */
export function systemOn(store: Store, time: { now: number }, report: System['report']): System {
  const vault = openVault('a secret of the tests, long enough for a key')
  return {
    store,
    streetId: STREET,
    mode: 'development',
    vault,
    wechat: { openidOf: async () => ({ ok: false, refusal: 'UNAVAILABLE' }) },
    wechatApi: null,
    messageTemplates: {},
    photoLinks: openPhotoLinks(vault),
    photoBytes: { remove: async () => undefined },
    cloudFiles: null,
    publicUrl: null,
    leadsHere: async () => false,
    clock: async () => time.now,
    newId,
    report,
  }
}

/** One small street with two buildings, a department and somebody in every office; what was there before is gone. */
export async function smallStreet(store: Store): Promise<Street> {
  const time = { now: MONDAY }
  const surprises: unknown[] = []
  const system = systemOn(store, time, (surprise) => surprises.push(surprise))
  await empty(store)
  await register(store, system)
  const tokens = await signIn(store)

  const call: Street['call'] = async (who, given) => {
    const token = tokens.get(who)
    const envelope = await dispatch(system, {
      key: newId(),
      credentials: token ? { kind: 'token', token } : { kind: 'none' },
      requestId: 'test',
      ...given,
    })
    const known = OPERATION_NAMES.find((name) => name === given.operation)
    // Whatever a test makes an operation refuse must stand in the published contract.
    if (known && !envelope.ok && !refusalsOf(known).includes(envelope.error.code))
      throw new Error(`${known} does not publish ${envelope.error.code}`)
    return envelope
  }
  return {
    system,
    store,
    time,
    surprises,
    call,
    // The contract ties the answer to the name; the door itself answers unknown.
    ask: (who, operation, input, key) => call(who, { operation, input, ...(key && { key }) }) as never,
    photo: (who) => addPhoto(store, who),
  }
}

/** The answer, or a failed test that names the refusal. */
export function answerOf<Data>(envelope: Envelope<Data>): Data {
  if (envelope.ok) return envelope.data
  throw new Error(`refused: ${JSON.stringify(envelope.error)}`)
}

export const refusalOf = (envelope: Envelope<unknown>): string | null =>
  envelope.ok ? null : envelope.error.code

/** A broken lamp at building 1, told by whoever asks. */
export const LAMP: InputOf<'concerns.submit'> = {
  category: 'LIGHT_BROKEN',
  title: '1栋门口路灯不亮',
  detail: '晚上看不见路',
  place: { buildingId: 'JX-001', point: null, words: '' },
  photoIds: [],
  anonymous: false,
}

/** What somebody writes on the card of building 1. */
export const CARD: InputOf<'buildings.submitCard'>['card'] = {
  address: '金兴街20号小区1栋',
  floorsAbove: 5,
  floorsBelow: 0,
  areaCm2: 3_865_000,
  builtYear: 2003,
  structure: 'frame',
  uses: ['self', 'rent'],
  sanXiao: null,
  alterations: ['added_floor'],
  rooms: 18,
  crowded: false,
  permits: 'unknown',
}

const empty = (store: Store) =>
  emptied(
    store,
    'grids',
    'departments',
    'persons',
    'concerns',
    'commands',
    'daily_numbers',
    'calendar_years',
    'service_days',
  )

async function register(store: Store, { vault }: System): Promise<void> {
  const street_id = STREET
  const grids = [STREET, COMMUNITY, GRID, PIECE].map((path, level) => ({
    street_id,
    path,
    level: level as 0 | 1 | 2 | 3,
    parent_path: level === 0 ? null : path.slice(0, path.lastIndexOf('.')),
    name: `第${level}级`,
    kind: null,
  }))
  await store.db.insertInto('grids').values(grids).execute()
  await store.db.insertInto('departments').values({ street_id, id: 'water', name: '自来水公司' }).execute()
  await store.db
    .insertInto('estates')
    .values({ street_id, id: 'jx', grid_path: GRID, name: '20号小区' })
    .execute()
  await store.db.insertInto('buildings').values([1, 2].map(building)).execute()
  await store.db
    .insertInto('calendar_years')
    .values([{ year: 2022 }, { year: 2023 }])
    .execute()

  const keys = Object.keys(PEOPLE) as Exclude<Who, 'guest'>[]
  const persons = keys.map((who) => ({
    street_id,
    id: personOf(who),
    public_name: nameOf(who),
    phone_enc: who === 'phoneless' ? null : vault.seal('10000000001', placeOfPhone(personOf(who))),
    phone_index: null,
    birth_year: 1980,
    created_at: MONDAY,
  }))
  await store.db.insertInto('persons').values(persons).execute()
  const grants = keys.flatMap((who) => {
    const role = PEOPLE[who]
    return role ? [grantOf(who, role)] : []
  })
  await store.db.insertInto('role_grants').values(grants).execute()
}

const building = (no: number) => ({
  street_id: STREET,
  id: `JX-00${no}`,
  estate_id: 'jx',
  grid_path: PIECE,
  no,
  label: `${no}栋`,
  address: `金兴街20号小区${no}栋`,
  plate_status: 'ok' as const,
  plate_code: `plate-${no}`,
  lat_e6: 23_170_000 + no * 150,
  lng_e6: 114_420_000,
  use: 'rent' as const,
  san_xiao: null,
  floors: 4,
  structure: 'frame' as const,
  hazard_grade: null,
})

const grantOf = (who: Who, role: Role) => ({
  street_id: STREET,
  id: `g.${who}`,
  person_id: personOf(who),
  role,
  grid_path: OFFICES[role] ?? PIECE,
  building_id: role === 'head' ? 'JX-001' : null,
  department_id: role === 'department' ? 'water' : null,
  from_at: MONDAY - 86_400_000,
  to_at: MONDAY + 700 * 86_400_000,
})

const signIn = (store: Store): Promise<Map<Who, string>> =>
  store.transaction(async (tx) => {
    const tokens = new Map<Who, string>()
    for (const who of Object.keys(PEOPLE) as Who[]) {
      const { token } = await openSession(tx, STREET, { personId: personOf(who), now: MONDAY })
      tokens.set(who, token)
    }
    return tokens
  })

async function addPhoto(store: Store, who: Who): Promise<string> {
  const id = newId()
  await store.db
    .insertInto('photos')
    .values({
      street_id: STREET,
      id,
      uploader_id: personOf(who),
      sha256: 'a'.repeat(64),
      bytes: 1,
      width: 4,
      height: 3,
      created_at: MONDAY,
      state: 'pass',
    })
    .execute()
  return id
}
