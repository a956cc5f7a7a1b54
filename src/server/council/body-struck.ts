import { type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { personNames } from '../queries/names'
import { bodyRows, mayKeep } from './body-list'

/** What was struck from a list, and why: the last one first. */
export async function struckLines(
  { id, cursor }: ParsedOf<'bodies.struck'>,
  asking: Asking,
): Promise<Result<OutputOf<'bodies.struck'>>> {
  const body = await bodyRows(asking).where('id', '=', id).executeTakeFirst()
  if (!body) return refuse('NOT_FOUND')
  if (!mayKeep(asking, body)) return refuse('FORBIDDEN')
  const after = readCursor(cursor)
  if (!after.ok) return after
  let asked = struckRows(asking, id).limit(PAGE + 1)
  if (after.value) asked = asked.where(sql<SqlBool>`(struck_at, id) < (${after.value.at}, ${after.value.id})`)
  const page = pageOf(await asked.execute(), ({ struckAt, id: line }) => ({ at: struckAt, id: line }))
  const names = await personNames(
    asking,
    page.rows.map(({ personId }) => personId),
  )
  return ok({
    items: page.rows.map(({ personId, ...line }) => ({
      ...line,
      voter: personId === null ? null : (names.get(personId) ?? null),
    })),
    cursor: page.cursor,
  })
}

/** So many of his own somebody is shown beside the body. */
const MOST_OWN = 5

/** What of his own was struck from the list of a body: he reads why. */
export async function ownStruck(
  asking: Asking,
  councilId: string,
): Promise<{ label: string; reason: string; struckAt: number }[]> {
  const { personId } = asking.actor
  if (personId === null) return []
  const rows = await struckRows(asking, councilId).where('person_id', '=', personId).limit(MOST_OWN).execute()
  return rows.map(({ label, reason, struckAt }) => ({ label, reason, struckAt }))
}

const struckRows = ({ tx, system }: Asking, councilId: string) =>
  tx
    .selectFrom('council_units')
    .select(['id', 'label', 'person_id as personId'])
    // The database keeps both or neither.
    .select([sql<number>`struck_at`.as('struckAt'), sql<string>`struck_reason`.as('reason')])
    .where('street_id', '=', system.streetId)
    .where('council_id', '=', councilId)
    .where('struck_at', 'is not', null)
    .orderBy('struck_at', 'desc')
    .orderBy('id', 'desc')
