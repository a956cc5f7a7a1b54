import type { Asking } from '../operation'

type Names = Map<string, string>
type MaybeId = string | null | undefined

/** Public names, by id. */
export async function personNames({ tx, system }: Asking, wanted: MaybeId[]): Promise<Names> {
  const ids = known(wanted)
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('persons')
    .select(['id', 'public_name as name'])
    .where('street_id', '=', system.streetId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Names of departments, by id. */
export async function departmentNames({ tx, system }: Asking, wanted: MaybeId[]): Promise<Names> {
  const ids = known(wanted)
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('street_id', '=', system.streetId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const known = (wanted: MaybeId[]): string[] => [...new Set(wanted.filter((id) => typeof id === 'string'))]
