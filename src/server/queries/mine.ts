import { sql } from 'kysely'
import type { Asking } from '../operation'
import { cardRows } from './cards'

/** Matters that were reported for this person. */
const helpedIds = (streetId: string, personId: string) =>
  sql`select concern_id from helped_persons where street_id = ${streetId} and person_id = ${personId}`

/** What a person reported himself, or had reported. */
export const reportedBy = (asking: Asking, personId: string) =>
  cardRows(asking).where(
    sql<boolean>`(c.reporter_id = ${personId} or c.id in (${helpedIds(asking.system.streetId, personId)}))`,
  )

/**
 * What a person reported or follows. Two lists of ids, each by its own index, before the concerns themselves;
 * a matter that became restricted, or is about himself, is no longer a follower's to read.
 */
export const reportedOrFollowedBy = (asking: Asking, personId: string) => {
  const { streetId } = asking.system
  return cardRows(asking)
    .where(
      sql<boolean>`c.id in (
        select id from concerns where street_id = ${streetId} and reporter_id = ${personId}
        union
        ${helpedIds(streetId, personId)}
        union
        select concern_id from endorsements where street_id = ${streetId} and person_id = ${personId}
      )`,
    )
    .where(
      sql<boolean>`(
        c.reporter_id = ${personId} or c.id in (${helpedIds(streetId, personId)})
        or (
          c.visibility <> 'restricted' and c.state <> 'held' and c.body ->> 'closing' is distinct from 'content'
          and (c.visibility = 'public' or c.body ->> 'aboutPersonId' is distinct from ${personId})
        )
      )`,
    )
}
