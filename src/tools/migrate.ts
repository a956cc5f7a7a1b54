import { environment } from '#server/environment'
import { openDatabase } from '#server/storage/database'
import { migrate } from '#server/storage/migrate'
import { failToStart } from './sentences'

/** npm run migrate: brings the database of this environment to the newest tables. */
async function main(): Promise<void> {
  const store = await openDatabase(environment())
  try {
    const applied = await migrate(store.db)
    console.log(applied.length > 0 ? `已执行：${applied.join('、')}` : '数据库已是最新。')
  } finally {
    await store.close()
  }
}

main().catch(failToStart)
