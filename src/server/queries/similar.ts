import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { categoryOf } from '#core/concerns/category'
import type { Concern } from '#core/concerns/concern'
import { isSimilar, metresBetween, type Point } from '#core/concerns/similar'
import type { Asking } from '../operation'
import { type CardRow, cardOf, cardRows } from './cards'
import { shownToAll } from './public-list'

type Similar = OutputOf<'concerns.similar'>['items']

/** So many are shown: more would be a list to search, not a question. */
const MOST = 5

/** Open public matters that may be the same thing, the nearest first. */
export async function similarTo(asking: Asking, input: ParsedOf<'concerns.similar'>): Promise<Similar> {
  const point = input.point ?? (await pointOf(asking, input.buildingId))
  const sighting = { ...input, point }
  const near = await candidates(asking, input, point)
  return near
    .filter(({ body }) => isSimilar(sighting, body))
    .map((row) => ({ ...cardOf(row, asking), metres: metresTo(point, row.body) }))
    .sort((one, other) => one.metres - other.metres)
    .slice(0, MOST)
}

/** A box a little larger than the circle, so that the rule itself decides at the edge. */
async function candidates(
  asking: Asking,
  { category, buildingId }: ParsedOf<'concerns.similar'>,
  point: Point | null,
): Promise<CardRow[]> {
  const { similarMetres } = categoryOf(category)
  if (similarMetres === 0) return []
  const reach = Math.ceil(similarMetres * 10)
  const box = point
    ? sql<boolean>`(
        c.lat_e6 between ${point.latE6 - reach} and ${point.latE6 + reach}
        and c.lng_e6 between ${point.lngE6 - 2 * reach} and ${point.lngE6 + 2 * reach}
      )`
    : sql<boolean>`false`
  return cardRows(asking)
    .where(shownToAll)
    .where('c.state', '<>', 'closed')
    .where('c.category', '=', category)
    .where(sql<boolean>`(c.building_id = ${buildingId}::text or ${box})`)
    .execute()
}

async function pointOf({ tx, system }: Asking, buildingId: string | null): Promise<Point | null> {
  if (buildingId === null) return null
  const building = await tx
    .selectFrom('buildings')
    .select(['lat_e6', 'lng_e6'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', buildingId)
    .executeTakeFirst()
  return building ? { latE6: building.lat_e6, lngE6: building.lng_e6 } : null
}

const metresTo = (point: Point | null, { place }: Concern): number =>
  point && place.point ? metresBetween(point, place.point) : 0
