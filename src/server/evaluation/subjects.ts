import { type SqlBool, sql } from 'kysely'
import type { SubjectKind } from '#core/evaluation/formula'
import type { Window } from '#core/evaluation/period'
import type { Tx } from '../storage/database'
import type { GridSubject, HeadSubject } from './sources/source'

interface Wanted {
  streetId: string
  period: string
  window: Window
  limit: number
}

/** Heads in office in the last instant of the month whose card is still to be computed. */
export async function headsWithout(
  tx: Tx,
  { streetId, period, window, limit }: Wanted,
): Promise<HeadSubject[]> {
  return tx
    .selectFrom('role_grants as g')
    .select(['g.building_id as id', 'g.person_id as personId', 'g.grid_path as gridPath'])
    .select('g.from_at as since')
    .where('g.street_id', '=', streetId)
    .where('g.role', '=', 'head')
    .where('g.from_at', '<', window.to)
    .where('g.to_at', '>=', window.to)
    .where(noLife('head', sql.ref('g.building_id'), period))
    .orderBy('g.building_id')
    .limit(limit)
    .$narrowType<{ id: string }>()
    .execute()
}

export async function gridsWithout(tx: Tx, { streetId, period, limit }: Wanted): Promise<GridSubject[]> {
  const rows = await tx
    .selectFrom('grids as g')
    .select(['g.path', 'g.residents'])
    .where('g.street_id', '=', streetId)
    .where('g.level', '=', 2)
    .where(noLife('grid', sql.ref('g.path'), period))
    .orderBy('g.path')
    .limit(limit)
    .execute()
  return rows.map(({ path, residents }) => ({ id: path, personId: null, gridPath: path, residents }))
}

const noLife = (
  kind: SubjectKind,
  subject: ReturnType<typeof sql.ref>,
  period: string,
) => sql<SqlBool>`not exists (
  select from score_lives l where l.street_id = g.street_id and l.kind = ${kind}
    and l.subject_id = ${subject} and l.period = ${period}
)`
