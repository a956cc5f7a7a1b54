import { type RawBuilder, sql } from 'kysely'
import type { Actor, Grant } from '#core/people/actor'
import { isPosted } from '#core/people/public-name'
import { realNameLevelOf } from '#core/people/real-name'
import { isAnyOf } from '../queries/any'
import { isHome } from '../queries/homes'
import type { Tx } from '../storage/database'

/** The person with the offices in force now (`from_at <= now < to_at`), in one statement. */
export const actorOf = async (tx: Tx, streetId: string, personId: string, now: number): Promise<Actor> =>
  actorIn(await persons(tx, streetId, now).where('p.id', '=', personId).executeTakeFirstOrThrow())

/**
 * The persons whose sign-ins have these hashes, by hash, in the same one statement: every call begins with it. One that
 * never was, has run out or was signed out is left out. Each sign-in looks for its own person: a join of hundreds may
 * read the whole street.
 */
export async function actorsSignedIn(
  tx: Tx,
  streetId: string,
  { hashes, now }: { hashes: readonly string[]; now: number },
): Promise<Map<string, Actor>> {
  const rows = await tx
    .selectFrom('sessions as s')
    .innerJoinLateral(
      persons(tx, streetId, now).where('p.id', '=', sql.ref<string>('s.person_id')).limit(1).as('who'),
      (on) => on.onTrue(),
    )
    .selectAll('who')
    .select('s.token_hash as hash')
    .where('s.street_id', '=', streetId)
    .where(isAnyOf('s.token_hash', hashes))
    .where('s.expires_at', '>', now)
    .execute()
  return new Map(rows.map((row) => [row.hash, actorIn(row)]))
}

const persons = (tx: Tx, streetId: string, now: number) =>
  tx
    .selectFrom('persons as p')
    .select([
      'p.id as personId',
      sql<boolean>`p.phone_enc is not null`.as('hasPhone'),
      hasConfirmedHome(now).as('atHome'),
      grantsInForce(now).as('grants'),
    ])
    .where('p.street_id', '=', streetId)

type Row = Awaited<ReturnType<ReturnType<typeof persons>['executeTakeFirstOrThrow']>>

const actorIn = ({ personId, hasPhone, atHome, grants }: Row): Actor => ({
  personId,
  hasPhone,
  realNameLevel: realNameLevelOf({ hasPhone, atHome, inOffice: isPosted({ grants }) }),
  grants,
})

const grantsInForce = (now: number): RawBuilder<Grant[]> => sql`coalesce((
  select json_agg(
    json_build_object('role', g.role, 'gridPath', g.grid_path, 'buildingId', g.building_id, 'departmentId', g.department_id)
    order by g.grid_path, g.id
  )
  from role_grants g
  where g.street_id = p.street_id and g.person_id = p.id and g.from_at <= ${now} and g.to_at > ${now}
), '[]'::json)`

const hasConfirmedHome = (now: number): RawBuilder<boolean> => sql`exists (
  select from residencies r
  where r.street_id = p.street_id and r.person_id = p.id and ${isHome(now)}
)`
