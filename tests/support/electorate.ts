import { sql } from 'kysely'
import type { Store, Tx } from '../../src/server/storage/database'
import { countAll } from '../../src/server/storage/statistics'

/** The token a head of the electorate calls with. */
export const tokenOf = (n: number): string => `voter-${n}-${'t'.repeat(32)}`

/**
 * Grows a small street (tests/server/concerns/small-street) by so many houses, `u-voter-<n>`, each with a grown head of
 * its own, `p-voter-<n>`, who is signed in.
 */
export async function growElectorate(store: Store, houses: number): Promise<void> {
  await store.transaction(async (tx) => {
    // Nobody's office overlaps another's here: the guards would look at each of them all the same, for an hour.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`set local statement_timeout = 0`.execute(tx)
    await grow(tx, houses)
  })
  await countAll(store)
}

async function grow(db: Tx, houses: number): Promise<void> {
  await sql`
    insert into buildings
    select (jsonb_populate_record(b, jsonb_build_object('id', 'u-voter-' || n, 'no', 1000 + n,
      'label', (1000 + n) || '栋', 'plate_code', 'voter' || n))).*
    from buildings b, generate_series(1, ${houses}::int) n where b.id = 'JX-001'`.execute(db)
  await sql`
    insert into persons
    select (jsonb_populate_record(p, jsonb_build_object('id', 'p-voter-' || n, 'phone_index', null))).*
    from persons p, generate_series(1, ${houses}::int) n where p.id = 'p.head'`.execute(db)
  await sql`
    insert into role_grants
    select (jsonb_populate_record(g, jsonb_build_object('id', 'g-voter-' || n, 'person_id', 'p-voter-' || n,
      'building_id', 'u-voter-' || n))).*
    from role_grants g, generate_series(1, ${houses}::int) n where g.id = 'g.head'`.execute(db)
  await sql`
    insert into sessions (street_id, token_hash, person_id, created_at, expires_at)
    select s.street_id,
      translate(rtrim(encode(sha256(('voter-' || n || '-' || repeat('t', 32))::bytea), 'base64'), '='), '+/', '-_'),
      'p-voter-' || n, s.created_at, s.expires_at
    from (select * from sessions limit 1) s, generate_series(1, ${houses}::int) n`.execute(db)
}
