import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, type Migration, Migrator, sql } from 'kysely'

const SCHEMA = 'app'
const FOLDER = join(__dirname, 'migrations')

/** The text of each migration by its name, such as `0001_main_road`. */
export type MigrationTexts = Record<string, string>

/** A migration that already ran has another text now: its tables would differ from place to place. */
export class ChangedMigration extends Error {
  constructor(readonly migration: string) {
    super(
      `Migration ${migration} was changed after it had been applied to this database. ` +
        'Restore its text and write a new migration instead.',
    )
    this.name = 'ChangedMigration'
  }
}

/**
 * Brings a database to the newest tables and answers the names of what it applied now.
 * Several processes may do so at once: they take turns, and all but the first find nothing left to do.
 */
export async function migrate<Tables>(db: Kysely<Tables>, texts?: MigrationTexts): Promise<string[]> {
  const known = texts ?? (await readMigrations())
  const anyTables = db as unknown as Kysely<MigrationTables>
  await refuseChanged(anyTables, known)

  const provider = { getMigrations: async () => toMigrations(known) }
  const migrator = new Migrator({ db, provider, migrationTableSchema: SCHEMA })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error

  // Again: while we waited for our turn another process may have applied a different text under the same name.
  await refuseChanged(anyTables, known)
  return results.map((result) => result.migrationName)
}

/** The only reader of the migration files; a bundle that has no files passes its own texts to `migrate`. */
export async function readMigrations(folder = FOLDER): Promise<MigrationTexts> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'))
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return Object.fromEntries(files.map((file, i) => [file.slice(0, -'.sql'.length), texts[i] ?? '']))
}

interface MigrationTables {
  'app.migration_hashes': { name: string; sha256: string }
}

/** A checkout may turn line ends into CRLF; that is no change. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')

const toMigrations = (texts: MigrationTexts): Record<string, Migration> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, { up: (db) => apply(db, name, text) }]),
  )

/** Runs inside the migrator's transaction: the tables and the mark that they were made come together. */
async function apply(db: Kysely<MigrationTables>, name: string, text: string): Promise<void> {
  await sql`create table if not exists app.migration_hashes (name text primary key, sha256 text not null)`.execute(
    db,
  )
  await sql.raw(text).execute(db)
  await db
    .insertInto('app.migration_hashes')
    .values({ name, sha256: hashOf(text) })
    .execute()
}

async function refuseChanged(db: Kysely<MigrationTables>, texts: MigrationTexts): Promise<void> {
  const found = await sql<{ there: boolean }>`
    select to_regclass('app.migration_hashes') is not null as there`.execute(db)
  if (!found.rows[0]?.there) return

  const applied = await db.selectFrom('app.migration_hashes').select(['name', 'sha256']).execute()
  const changed = applied.find(({ name, sha256 }) => {
    const text = texts[name]
    return text !== undefined && hashOf(text) !== sha256
  })
  if (changed) throw new ChangedMigration(changed.name)
}
