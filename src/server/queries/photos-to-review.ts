import { type SqlBool, sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { bodyNow } from '../concerns/owner'
import type { Asking } from '../operation'
import { placeLabel } from './cards'
import { type Mark, PAGE } from './cursor'
import { firstLook, withinReach } from './reach'

/** What this person may look at: the grid's own people look first, nobody at what he took himself. */
const waiting = (asking: Asking) =>
  asking.tx
    .selectFrom('photos as p')
    .innerJoin('concerns as c', (on) =>
      on.onRef('c.street_id', '=', 'p.street_id').onRef('c.id', '=', 'p.concern_id'),
    )
    .where('p.street_id', '=', asking.system.streetId)
    .where('p.state', 'in', ['review', 'refused'])
    .where('p.decided_by', 'is', null)
    .where('p.uploader_id', '<>', asking.actor.personId)
    .where(withinReach(asking, 'content.review', firstLook))

/** One page (and one row more), the longest waiting first. */
export const photosToReview = (asking: Asking, after: Mark | null) =>
  waiting(asking)
    .leftJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'c.street_id').onRef('b.id', '=', 'c.building_id'),
    )
    .select(['p.id', 'p.created_at as at', 'p.state', 'p.doubt', 'b.label as building'])
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

export const waitingPhoto = (
  { id, at, state, doubt, building, body }: Row,
  { now, system }: Asking,
): OutputOf<'content.queue'>['items'][number] => ({
  id,
  at,
  state,
  why: doubt,
  url: system.photoLinks.url(id, now),
  shows: body.photoIds.includes(id) ? 'report' : 'result',
  concern: {
    id: body.id,
    no: body.no,
    category: body.category,
    title: body.title,
    placeLabel: placeLabel(body.place, building),
  },
})
