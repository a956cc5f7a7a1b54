import { type SqlBool, sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { levelOf } from '#core/grids/grid'
import { gridsFor } from '#core/people/place-rights'
import { reachOf } from '#core/people/policy'
import { bodyNow } from '../concerns/owner'
import { shownDeed } from '../council/deeds'
import type { Asking } from '../operation'
import { placeLabel } from './cards'
import { type Mark, PAGE } from './cursor'
import { anyOf, firstLook, withinReach } from './reach'
import { under } from './under'

/**
 * What this person may look at: the grid's own people look first, nobody at what he took himself. A face is at home
 * where its owner says he lives; one without a home belongs to the street.
 */
const waiting = (asking: Asking) =>
  asking.tx
    .selectFrom('photos as p')
    .leftJoin('concerns as c', (on) =>
      on.onRef('c.street_id', '=', 'p.street_id').onRef('c.id', '=', 'p.concern_id'),
    )
    .leftJoin('persons as face', (on) =>
      on.onRef('face.street_id', '=', 'p.street_id').onRef('face.avatar_id', '=', 'p.id'),
    )
    .leftJoin('residencies as r', (on) =>
      on
        .onRef('r.street_id', '=', 'face.street_id')
        .onRef('r.person_id', '=', 'face.id')
        .on('r.to_at', 'is', null),
    )
    .leftJoin('buildings as home', (on) =>
      on.onRef('home.street_id', '=', 'r.street_id').onRef('home.id', '=', 'r.building_id'),
    )
    .leftJoin(shownDeed(asking), (on) => on.onRef('deed.photo_id', '=', 'p.id'))
    .where('p.street_id', '=', asking.system.streetId)
    .where('p.state', 'in', ['review', 'refused'])
    .where('p.decided_by', 'is', null)
    .where('p.uploader_id', '<>', asking.actor.personId)
    .where(
      sql<SqlBool>`(
        (c.id is not null and ${withinReach(asking, 'content.review', firstLook)})
        or (face.id is not null and ${facesWithinReach(asking)})
        or (deed.photo_id is not null and ${deedsWithinReach(asking)})
      )`,
    )

/** What a grid has done is looked at by whoever looks at its other photos. */
const deedsWithinReach = ({ actor }: Asking) =>
  anyOf(gridsFor(actor, 'content.review').map((path) => under('deed.grid_path', path)))

/** mayAt of the core, written for the database, and narrowed like the photos of matters. */
function facesWithinReach({ actor, system }: Asking) {
  const home = sql`coalesce(home.grid_path, ${system.streetId})`
  return anyOf(
    actor.grants
      .filter(({ role }) => reachOf('content.review', role) === 'grid')
      .map(({ gridPath }) =>
        levelOf(gridPath) >= 2 ? under('home.grid_path', gridPath) : sql<SqlBool>`${home} = ${gridPath}`,
      ),
  )
}

/** One page (and one row more), the longest waiting first. */
export const photosToReview = (asking: Asking, after: Mark | null) =>
  waiting(asking)
    .leftJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'c.street_id').onRef('b.id', '=', 'c.building_id'),
    )
    .select(['p.id', 'p.created_at as at', 'p.state', 'p.doubt', 'b.label as building'])
    .select(['face.public_name as name', 'deed.title as deed'])
    .select(bodyNow(asking.now).as('body'))
    .where(after ? sql<SqlBool>`(p.created_at, p.id) > (${after.at}, ${after.id})` : sql<SqlBool>`true`)
    .orderBy('p.created_at')
    .orderBy('p.id')
    .limit(PAGE + 1)
    .execute()

export async function countToReview(asking: Asking): Promise<number> {
  const { n } = await waiting(asking).select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()
  return n
}

type Row = Awaited<ReturnType<typeof photosToReview>>[number]
type Waiting = OutputOf<'content.queue'>['items'][number]

export const waitingPhoto = (row: Row, { now, system }: Asking): Waiting => ({
  id: row.id,
  at: row.at,
  state: row.state,
  why: row.doubt,
  url: system.photoLinks.url(row.id, 'insiders', now),
  shows: shownBy(row),
})

function shownBy({ id, name, deed, building, body }: Row): Waiting['shows'] {
  if (deed !== null) return { kind: 'deed', title: deed }
  if (!body) return { kind: 'face', name: name ?? '' }
  const { no, category, title, place } = body
  return {
    kind: body.photoIds.includes(id) ? 'report' : 'result',
    concern: { id: body.id, no, category, title, placeLabel: placeLabel(place, building) },
  }
}
