import { v7 as newId } from 'uuid'
import type { Role } from '../../../src/core/people/actor'
import type { Asking, System } from '../../../src/server/operation'
import { actorOf } from '../../../src/server/people/actors'
import { openVault } from '../../../src/server/people/vault'
import { openPhotoLinks } from '../../../src/server/photos/links'
import type { Store, Tx } from '../../../src/server/storage/database'

/** A street of one estate and two houses, and people as a test needs them. */
export const STREET = '441302010'
export const NOW = Date.UTC(2026, 10, 23, 2)
export const DAY = 86_400_000

export const vault = openVault('a secret of at least thirty-two characters')

export const systemOver = (store: Store, differently: Partial<System> = {}): System => ({
  store,
  streetId: STREET,
  mode: 'development',
  vault,
  wechat: { openidOf: async (code) => ({ ok: true, value: `openid-of-${code}` }) },
  wechatApi: null,
  messageTemplates: {},
  photoLinks: openPhotoLinks(vault),
  photoBytes: { remove: async () => undefined },
  cloudFiles: null,
  publicUrl: null,
  leadsHere: async () => false,
  clock: async () => NOW,
  newId,
  report: (surprise) => {
    throw surprise
  },
  ...differently,
})

/** What a handler is given when `personId` asks; a guest when it is left out. */
export async function askingAs(tx: Tx, system: System, personId?: string, now = NOW): Promise<Asking> {
  const actor = personId
    ? await actorOf(tx, STREET, personId, now)
    : ({ personId: null, realNameLevel: 0, hasPhone: false, grants: [] } as const)
  return {
    tx,
    actor: { ...actor, grants: [...actor.grants] },
    now,
    instant: async () => now,
    sessionHash: null,
    outside: {},
    system,
  }
}

export async function registerStreet({ db }: Store): Promise<void> {
  const grid = (path: string, level: 0 | 1 | 2, parent_path: string | null, name: string) => ({
    street_id: STREET,
    path,
    level,
    parent_path,
    name,
    kind: level === 1 ? ('community' as const) : null,
  })
  await db
    .insertInto('grids')
    .values([
      grid(STREET, 0, null, '小金口街道'),
      grid(`${STREET}.001`, 1, STREET, '小金口社区'),
      grid(`${STREET}.001.005`, 2, `${STREET}.001`, '金兴街网格'),
    ])
    .execute()
  await db
    .insertInto('estates')
    .values({ street_id: STREET, id: 'jinxing-20', grid_path: `${STREET}.001.005`, name: '金兴街20号小区' })
    .execute()
  await db
    .insertInto('buildings')
    .values([1, 23].map((no) => building(no)))
    .execute()
}

const building = (no: number) => ({
  street_id: STREET,
  id: `JX-${no}`,
  estate_id: 'jinxing-20',
  grid_path: `${STREET}.001.005`,
  no,
  label: `${no}栋`,
  address: `金兴街20号小区${no}栋`,
  plate_status: 'ok' as const,
  plate_code: `plate-${no}`,
  lat_e6: 23_170_000,
  lng_e6: 114_400_000,
  use: 'rent' as const,
  san_xiao: null,
  floors: 6,
  structure: 'frame' as const,
  hazard_grade: null,
})

export async function register({ db }: Store, id: string, publicName = '李先生'): Promise<void> {
  await db
    .insertInto('persons')
    .values({ street_id: STREET, id, public_name: publicName, created_at: NOW - DAY })
    .execute()
}

interface Home {
  personId: string
  confirmedAt: number | null
  expiresAt?: number
  toAt?: number
}

export async function moveIn({ db }: Store, home: Home): Promise<void> {
  await db
    .insertInto('residencies')
    .values({
      street_id: STREET,
      id: newId(),
      person_id: home.personId,
      building_id: 'JX-23',
      kind: 'tenant',
      floating: true,
      from_at: NOW - 100 * DAY,
      to_at: home.toAt ?? null,
      confirmed_by: null,
      confirmed_at: home.confirmedAt,
      expires_at: home.expiresAt ?? null,
      ended_kind: home.toAt === undefined ? null : 'moved_out',
    })
    .execute()
}

export async function appoint(
  { db }: Store,
  personId: string,
  role: Role,
  [fromAt, toAt]: [number, number],
): Promise<void> {
  await db
    .insertInto('role_grants')
    .values({
      street_id: STREET,
      id: newId(),
      person_id: personId,
      role,
      grid_path: `${STREET}.001.005`,
      building_id: role === 'head' ? 'JX-23' : null,
      department_id: null,
      from_at: fromAt,
      to_at: toAt,
    })
    .execute()
}

export async function giveLogin({ db }: Store, personId: string, persona: string): Promise<void> {
  await db
    .insertInto('logins')
    .values({ street_id: STREET, provider: 'persona', subject: persona, person_id: personId })
    .execute()
}
