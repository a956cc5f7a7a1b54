import path from 'node:path'
import { CLOCKS } from '#server/clocks'
import type { Environment } from '#server/environment'
import type { System } from '#server/operation'
import { openPhotoFolder, type PhotoFolder } from '#server/photos/store'
import { reportTo } from '#server/report'
import { epochOf, seed } from '#server/seeds/seed'
import { openDatabase, type Store } from '#server/storage/database'
import { migrate } from '#server/storage/migrate'
import { openSystem, photosFolder, vaultOf } from '#server/system'
import { openDoor } from '../http/app'
import { onceEach, startClockwork } from './clockwork'
import { withProgress } from './progress'
import { leadsElsewhere } from './sentences'

export interface Serving {
  address: string
  /** Lets requests under way finish, then closes the door, the clock and the database. */
  stop(): Promise<void>
}

const PAGES = path.join(__dirname, '../../dist/h5')
const CLOCK_EVERY_MS = 1_000

/** Environment in, running server out. */
export async function serve(environment: Environment): Promise<Serving> {
  const store = await withProgress('打开数据库', openDatabase(environment))
  try {
    const photos = openPhotoFolder(photosFolder(environment))
    const system = await prepare(environment, store, photos)
    const { address, closeDoor } = await listen(environment, system, photos)
    const clocks = startClocks(system)
    await tellOfAddress(system)
    return {
      address,
      async stop() {
        await closeDoor()
        await Promise.all(clocks.map((clock) => clock.stop()))
        await store.close()
      },
    }
  } catch (failure) {
    await store.close()
    throw failure
  }
}

/** Not a reason to stay away: where a proxy waits for this server to be up, the address leads here a moment later. */
async function tellOfAddress({ publicUrl, leadsHere }: System): Promise<void> {
  if (publicUrl !== null && !(await leadsHere())) console.error(leadsElsewhere(publicUrl))
}

async function prepare(environment: Environment, store: Store, photos: PhotoFolder): Promise<System> {
  await withProgress('准备数据表', migrate(store.db))
  if (environment.mode === 'development')
    await withProgress('准备演示数据', plant(environment, store, photos))
  return openSystem(environment, store, reportTo(console.error))
}

/** Writes what the demo data still lacks: everything at the first start, nothing at the second. */
async function plant(environment: Environment, store: Store, photos: PhotoFolder): Promise<void> {
  const epoch = epochOf(await store.now(store.db))
  const ports = { vault: await vaultOf(environment), photos }
  await seed(store, environment.profile, epoch, ports, (sentence) => console.log(sentence))
}

async function listen(environment: Environment, system: System, photos: PhotoFolder) {
  const { mode, host, port, push, wechat } = environment
  // A line for each request helps nobody who only wants to see the app.
  const log = { level: mode === 'production' ? 'info' : 'warn' }
  const secrets = push.token === null ? null : { token: push.token, key: push.key, appId: wechat.appId }
  const door = await openDoor({ system, photos, pagesFolder: PAGES, push: secrets, log })
  return { address: await door.listen({ host, port }), closeDoor: () => door.close() }
}

function startClocks(system: System) {
  const keeping = { ...system, report: onceEach(system.report) }
  return CLOCKS.map(({ name, atOnce, everyMs = CLOCK_EVERY_MS, run }) =>
    startClockwork(
      () => run(keeping, atOnce),
      everyMs,
      (failure) => system.report(failure, name),
    ),
  )
}
