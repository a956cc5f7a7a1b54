import { sql } from 'kysely'
import type { Concern } from '#core/concerns/concern'
import type { Tx } from '../storage/database'

interface Following {
  streetId: string
  concernId: string
  personId: string
}

/** Whether this person said "me too", or was merged into it. */
export async function follows(
  tx: Tx,
  { streetId, concernId, personId }: Omit<Following, 'personId'> & { personId: string | null },
): Promise<boolean> {
  if (personId === null) return false
  const found = await tx
    .selectFrom('endorsements')
    .select('person_id')
    .where('street_id', '=', streetId)
    .where('concern_id', '=', concernId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

/** Says "me too". The table's key makes it once a person, however often and from how many phones it is said. */
export async function follow(
  tx: Tx,
  { streetId, concernId, personId }: Following,
  at: number,
): Promise<number> {
  await tx
    .insertInto('endorsements')
    .values({ street_id: streetId, concern_id: concernId, person_id: personId, at })
    .onConflict((conflict) => conflict.columns(['street_id', 'concern_id', 'person_id']).doNothing())
    .execute()
  const { followers } = await tx
    .selectFrom('endorsements')
    .select(sql<number>`count(*)::int`.as('followers'))
    .where('street_id', '=', streetId)
    .where('concern_id', '=', concernId)
    .executeTakeFirstOrThrow()
  return followers
}

/**
 * 合并: the duplicate's reporter and followers follow the other concern, once each. Its own reporter is not his own
 * follower, and the one it is about never becomes one.
 */
export async function carryFollowers(tx: Tx, from: Concern, into: Concern, at: number): Promise<void> {
  const outside = [into.reporterId, into.helpedId, into.aboutPersonId].filter((id) => id !== null)
  await sql`
    insert into endorsements (street_id, concern_id, person_id, at)
    select ${from.streetId}::text, ${into.id}::text, carried.person_id, ${at}::bigint
    from (
      select person_id from endorsements where street_id = ${from.streetId} and concern_id = ${from.id}
      union
      select ${from.reporterId}::text
      union
      select person_id from helped_persons
      where street_id = ${from.streetId} and concern_id = ${from.id} and person_id is not null
    ) as carried
    where carried.person_id not in (${sql.join(outside)})
    on conflict (street_id, concern_id, person_id) do nothing
  `.execute(tx)
}
