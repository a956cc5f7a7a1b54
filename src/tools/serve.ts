import path from 'node:path'
import { runDueTimers } from '#server/concerns/clock'
import type { Environment } from '#server/environment'
import type { System } from '#server/operation'
import { openPhotoFolder } from '#server/photos/store'
import { reportTo } from '#server/report'
import { openDatabase, type Store } from '#server/storage/database'
import { migrate } from '#server/storage/migrate'
import { openSystem } from '#server/system'
import { openDoor } from '../http/app'
import { onceEach, startClockwork } from './clockwork'
import { withProgress } from './progress'

export interface Serving {
  address: string
  /** Lets requests under way finish, then closes the door, the clock and the database. */
  stop(): Promise<void>
}

const PAGES = path.join(__dirname, '../../dist/h5')
const CLOCK_EVERY_MS = 1_000
/** Clocks fired in one go; the rest follow a second later. */
const CLOCKS_AT_ONCE = 200

/** Environment in, running server out. */
export async function serve(environment: Environment): Promise<Serving> {
  const store = await withProgress('打开数据库', openDatabase(environment))
  try {
    const system = await prepare(environment, store)
    const { address, closeDoor } = await listen(environment, system)
    const clock = startClock(system)
    return {
      address,
      async stop() {
        await closeDoor()
        await clock.stop()
        await store.close()
      },
    }
  } catch (failure) {
    await store.close()
    throw failure
  }
}

async function prepare(environment: Environment, store: Store): Promise<System> {
  await withProgress('准备数据表', migrate(store.db))
  const system = await openSystem(environment, store, reportTo(console.error))
  return system
}

async function listen(environment: Environment, system: System) {
  const { mode, host, port, dataFolder } = environment
  const door = await openDoor({
    system,
    photos: openPhotoFolder(path.join(dataFolder, 'photos')),
    pagesFolder: PAGES,
    // A line for each request helps nobody who only wants to see the app.
    log: { level: mode === 'production' ? 'info' : 'warn' },
  })
  return { address: await door.listen({ host, port }), closeDoor: () => door.close() }
}

function startClock(system: System) {
  const keeping = { ...system, report: onceEach(system.report) }
  const tick = () => runDueTimers(keeping, CLOCKS_AT_ONCE)
  return startClockwork(tick, CLOCK_EVERY_MS, (failure) => system.report(failure, 'clock'))
}
