import type { Assigning, OfficeRequest } from '#core/offices/offices'
import type { Role } from '#core/people/actor'
import type { Asking } from '../operation'

/** Offices in force now. */
export const grantsNow = ({ tx, system, now }: Asking) =>
  tx
    .selectFrom('role_grants as g')
    .where('g.street_id', '=', system.streetId)
    .where('g.from_at', '<=', now)
    .where('g.to_at', '>', now)

/**
 * Takes turns with everybody who gives or ends offices of this grid, and with everybody who gives or ends those of the
 * street: the last street admin is counted under this lock.
 */
export async function lockGrid({ tx, system }: Asking, path: string): Promise<boolean> {
  const grid = await tx
    .selectFrom('grids')
    .select('path')
    .where('street_id', '=', system.streetId)
    .where('path', '=', path)
    .where('closed_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return grid !== undefined
}

/** What the rules want to know before somebody is given an office; nothing when nobody is registered under this id. */
export async function assigningOf(asking: Asking, request: OfficeRequest): Promise<Assigning | undefined> {
  const { tx, actor, now, system } = asking
  // Two who give one person two offices that are apart must take turns.
  const person = await tx
    .selectFrom('persons')
    .select('phone_enc')
    .where('street_id', '=', system.streetId)
    .where('id', '=', request.personId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!person) return undefined
  const held = await grantsNow(asking)
    .select(['g.role', 'g.grid_path as gridPath', 'g.department_id as departmentId'])
    .where('g.person_id', '=', request.personId)
    .execute()
  return {
    actor,
    now,
    held,
    hasPhone: person.phone_enc !== null,
    seatTaken: await isSeatTaken(asking, request),
  }
}

async function isSeatTaken(asking: Asking, { role, gridPath, acting }: OfficeRequest): Promise<boolean> {
  const holder = await grantsNow(asking)
    .select('g.id')
    .where('g.role', '=', role)
    .where('g.grid_path', '=', gridPath)
    .where('g.acting', '=', acting)
    .executeTakeFirst()
  return holder !== undefined
}

export async function countOf(asking: Asking, role: Role): Promise<number> {
  const holders = await grantsNow(asking)
    .select('g.person_id')
    .distinct()
    .where('g.role', '=', role)
    .execute()
  return holders.length
}
