import path from 'node:path'
import { sql } from 'kysely'
import { environment } from '#server/environment'
import { openPhotoFolder } from '#server/photos/store'
import { epochOf, seed } from '#server/seeds/seed'
import { openDatabase, type Store } from '#server/storage/database'
import { migrate } from '#server/storage/migrate'
import { vaultOf } from '#server/system'

/** A street where very much has been said: as many public matters more as told, and a message about each. */
async function crowd(count: number): Promise<void> {
  const surroundings = environment()
  const store = await openDatabase(surroundings, { statementTimeout: 300_000 })
  try {
    await migrate(store.db)
    const photos = openPhotoFolder(path.join(surroundings.dataFolder, 'photos'))
    const epoch = epochOf(await store.now(store.db))
    await seed(store, surroundings.profile, epoch, { vault: await vaultOf(surroundings), photos })
    await multiply(store, count)
  } finally {
    await store.close()
  }
}

/** Copies of one matter that is in hand, each a minute older than the one before. */
const multiply = ({ db }: Store, count: number) =>
  sql`
  with one as (
    select * from concerns
    where visibility = 'public' and state = 'in_progress' and reporter_id <> (select person_id from logins where subject = 'resident.li')
    order by id limit 1
  ), copies as (
    insert into concerns (street_id, id, version, changed_at, body)
    select street_id, 'many-' || n, 1, changed_at, body || jsonb_build_object(
      'id', 'many-' || n, 'no', 'MANY' || n, 'title', '第' || n || '盏路灯不亮',
      'submittedAt', (body ->> 'submittedAt')::bigint - n * 60000
    )
    from one, generate_series(1, ${count}::int) as n
    returning street_id, id, changed_at
  )
  insert into inbox_messages (street_id, id, person_id, kind, concern_id, at)
  select street_id, 'message-' || id, (select person_id from logins where subject = 'resident.li'),
    'accept', id, changed_at - row_number() over () * 60000
  from copies`.execute(db)

crowd(Number(process.argv[2])).catch((failure: Error) => {
  console.error(failure)
  process.exit(1)
})
