import path from 'node:path'
import { environment } from '#server/environment'
import { openPhotoFolder } from '#server/photos/store'
import { epochOf, seed } from '#server/seeds/seed'
import { openDatabase } from '#server/storage/database'
import { migrate } from '#server/storage/migrate'
import { vaultOf } from '#server/system'
import { failToStart } from './sentences'

/** npm run seed: writes what the demo data of LOUDONG_PROFILE still lacks. A big profile's statements take long. */
const STATEMENT_TIMEOUT_MS = 300_000

async function main(): Promise<void> {
  const surroundings = environment()
  if (surroundings.mode === 'production') throw new Error('演示数据只写进开发环境。')
  const store = await openDatabase(surroundings, { statementTimeout: STATEMENT_TIMEOUT_MS })
  try {
    await migrate(store.db)
    const photos = openPhotoFolder(path.join(surroundings.dataFolder, 'photos'))
    const ports = { vault: await vaultOf(surroundings), photos }
    const began = Date.now()
    const { written } = await seed(
      store,
      surroundings.profile,
      epochOf(await store.now(store.db)),
      ports,
      console.log,
    )
    const seconds = ((Date.now() - began) / 1_000).toFixed(1)
    console.log(written.length > 0 ? `演示数据写好了，用了 ${seconds} 秒` : '演示数据本来就在，什么都没有改')
  } finally {
    await store.close()
  }
}

main().catch(failToStart)
