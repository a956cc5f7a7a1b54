import { Client } from 'pg'

/**
 * Kills a connection of ours in the middle of a transaction every few milliseconds, `most` times at the most, until
 * the work is done; answers how many it killed.
 */
export async function withKiller(
  url: string,
  most: number,
  working: () => Promise<unknown>,
): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  let kills = 0
  let done = false
  const killing = (async () => {
    while (!done && kills < most) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'loudong' and pid <> pg_backend_pid()
           and backend_xid is not null order by random() limit 1`,
      )
      kills += rowCount ?? 0
      await new Promise((wake) => setTimeout(wake, 15))
    }
  })()
  await working()
  done = true
  await killing
  await client.end()
  return kills
}
