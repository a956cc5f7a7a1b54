import { openAsBlob } from 'node:fs'
import { seed } from '../../src/server/seeds/seed'
import type { Store } from '../../src/server/storage/database'
import { dumpMemoryDatabase, openMemoryDatabase } from '../../src/server/storage/embedded'
import { vault } from '../server/people/street'
import { forgetOlder, keptArchive, keyOfDemoData } from './kept'

/**
 * A database in memory with the pilot estate in it, told on that day and sealed with the vault of people/street.
 * The telling is half a minute's work: it is done once for each text of the server, and each suite has its own copy.
 */
export async function pilotStore(epoch: number): Promise<Store> {
  const text = `pilot-${keyOfDemoData()}`
  const file = await keptArchive(`${text}-${epoch}`, () =>
    dumpMemoryDatabase((store) => tellPilot(store, epoch)),
  )
  forgetOlder('pilot-', text)
  return openMemoryDatabase(await openAsBlob(file))
}

const tellPilot = (store: Store, epoch: number) =>
  seed(store, 'pilot', epoch, { vault, photos: { put: async () => undefined } })
