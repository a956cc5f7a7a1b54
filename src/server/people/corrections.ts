import type { GridPath } from '#core/grids/grid'
import { covers } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import { reachOf } from '#core/people/policy'
import { tellPeople } from '../heads/tell'
import type { Asking, System } from '../operation'
import type { Tx } from '../storage/database'
import { keyOf, openFor } from './personal-keys'

/** Where in the database the words of a request stand: bound into their seal. */
export const wordsPlace = (id: string): string => `correction:${id}`

/** Requests with whose they are and where, the longest due first. */
export const correctionsIn = ({ tx, system }: Asking) =>
  tx
    .selectFrom('corrections as k')
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'k.street_id').onRef('p.id', '=', 'k.person_id'),
    )
    .innerJoin('grids as t', (on) =>
      on.onRef('t.street_id', '=', 'k.street_id').onRef('t.path', '=', 'k.grid_path'),
    )
    .select(['k.id', 'k.about', 'k.asked_at as askedAt', 'k.due_at as dueAt', 'k.corrected'])
    .select([
      'k.answered_at as answeredAt',
      'k.grid_path as gridPath',
      'k.person_id',
      'k.words_enc',
      'k.answer_enc',
    ])
    .select([
      'p.public_name as name',
      't.name as gridName',
      keyOf('k.street_id', 'k.person_id').as('key_enc'),
    ])
    .where('k.street_id', '=', system.streetId)
    .orderBy('k.due_at')
    .orderBy('k.id')

interface Sealed {
  id: string
  person_id: string
  key_enc: string | null
  words_enc: string | null
  answer_enc: string | null
}

export const openWords = ({ system }: Asking, row: Sealed): string => opened(system, row, 'words')
export const answerOf = ({ system }: Asking, row: Sealed): string => opened(system, row, 'answer')

function opened({ vault }: Pick<System, 'vault'>, row: Sealed, which: 'words' | 'answer'): string {
  const sealed = which === 'words' ? row.words_enc : row.answer_enc
  if (sealed === null) return ''
  const place = which === 'words' ? wordsPlace(row.id) : `${wordsPlace(row.id)}:answer`
  return openFor(vault, { personId: row.person_id, keyEnc: row.key_enc, sealed, place })
}

export const findForAnswer = ({ tx, system }: Asking, id: string) =>
  tx
    .selectFrom('corrections')
    .select(['person_id as personId', 'grid_path as gridPath'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** The grid somebody lives in; the street for whoever has not said where. */
export async function homeGridOf({ tx, system }: Asking, personId: string): Promise<GridPath> {
  const home = await tx
    .selectFrom('residencies as r')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'r.street_id').onRef('b.id', '=', 'r.building_id'),
    )
    .select('b.grid_path as gridPath')
    .where('r.street_id', '=', system.streetId)
    .where('r.person_id', '=', personId)
    .where('r.to_at', 'is', null)
    .executeTakeFirst()
  if (home) return home.gridPath
  const street = await tx
    .selectFrom('grids')
    .select('path')
    .where('street_id', '=', system.streetId)
    .where('level', '=', 0)
    .executeTakeFirstOrThrow()
  return street.path
}

interface Where {
  gridPath: GridPath
  now: number
}

/** Who may answer a request from this grid, and stands nearest to it. */
export async function keepersOf(tx: Tx, streetId: string, where: Where): Promise<string[]> {
  const all = await allKeepers(tx, streetId, where)
  const nearest = Math.max(...all.map(({ gridPath }) => gridPath.length))
  return [
    ...new Set(all.filter(({ gridPath }) => gridPath.length === nearest).map(({ personId }) => personId)),
  ]
}

async function allKeepers(tx: Tx, streetId: string, { gridPath, now }: Where) {
  const rows = await tx
    .selectFrom('role_grants')
    .select(['person_id as personId', 'grid_path as gridPath', 'role'])
    .where('street_id', '=', streetId)
    .where('from_at', '<=', now)
    .where('to_at', '>', now)
    .where('role', 'in', KEEPERS)
    .execute()
  return rows.filter((row) => covers(row.gridPath, gridPath))
}

const KEEPERS = (['grid_staff', 'grid_head', 'community_staff', 'street_admin'] as Role[]).filter(
  (role) => reachOf('correction.answer', role) !== undefined,
)

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId'>

/** Tells everybody above of requests that nobody has answered in time, at most `limit`; answers how many. Once each. */
export async function runCorrections(
  { store, streetId, clock, newId }: Keeping,
  limit: number,
): Promise<number> {
  return store.transaction(async (tx) => {
    const now = await clock(tx)
    const late = await tx
      .selectFrom('corrections')
      .select(['id', 'grid_path as gridPath'])
      .where('street_id', '=', streetId)
      .where('answered_at', 'is', null)
      .where('reminded_at', 'is', null)
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id, gridPath } of late) {
      const keepers = await allKeepers(tx, streetId, { gridPath, now })
      const personIds = [...new Set(keepers.map(({ personId }) => personId))]
      await tellPeople(tx, { streetId, newId }, { personIds, kind: 'correction_late', title: '', now })
      await tx
        .updateTable('corrections')
        .set({ reminded_at: now })
        .where('street_id', '=', streetId)
        .where('id', '=', id)
        .execute()
    }
    return late.length
  })
}
