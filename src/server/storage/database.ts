import type { Environment } from '../environment'
import { serverDialect } from './pg'
import { type Store, storeOver } from './store'

export { isUnavailable } from './failures'
export type { Store, Tx } from './store'

type Place = Pick<Environment, 'databaseUrl' | 'databasePool' | 'dataFolder'>

/** Opens the server named by the environment, or the database embedded in its data folder. Does not migrate. */
export async function openDatabase(place: Place, { statementTimeout = 15_000 } = {}): Promise<Store> {
  if (place.databaseUrl)
    return storeOver(
      'server',
      serverDialect(place.databaseUrl, { max: place.databasePool, statementTimeout }),
    )
  // Loaded only when used: a cloud function carries neither the engine nor its 15 MB.
  const { openFolderDatabase } = await import('./embedded')
  return openFolderDatabase(place.dataFolder)
}
