import { type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { mayInCouncil } from '#core/council/standing'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { isOfHouses, rollRows, votes } from './listed-units'
import { councilOfMotion, standingIn } from './load'

type Found = OutputOf<'rolls.units'>

/** As many as one looks through; whoever seeks one among more types more of its label. */
const MOST_FOUND = 12

/**
 * Lines of the list of a body whose label holds the words, for whoever strikes one or entrusts his vote to another. It is
 * shown to those it concerns, as it is in a meeting; houses stand on the map.
 */
export async function unitsToChoose(
  { motionId, text }: ParsedOf<'rolls.units'>,
  asking: Asking,
): Promise<Result<Found>> {
  const { tx, now, system } = asking
  const council = await councilOfMotion(asking, motionId)
  if (!council || isOfHouses(council)) return refuse('NOT_FOUND')
  const standing = await standingIn(asking, council)
  if (standing.standsFor.length === 0 && !mayInCouncil(standing, 'roll.strike')) return refuse('FORBIDDEN')
  const found = await rollRows(tx, system.streetId, { body: council, now })
    .select(['id as unitId', 'label', votes(council, now).as('represented')])
    .where(sql<SqlBool>`position(${text} in label) > 0`)
    .orderBy('place')
    .orderBy('id')
    .limit(MOST_FOUND + 1)
    .execute()
  return ok({ items: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND })
}
