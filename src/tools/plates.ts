import { writeFile } from 'node:fs/promises'
import { environment } from '#server/environment'
import { platesIn } from '#server/plates/plates-in'
import { plateSheet } from '#server/plates/sheet'
import { openDatabase } from '#server/storage/database'
import { streetIn } from '#server/system'
import { failToStart } from './sentences'

const USAGE = `npm run plates -- 楼牌.pdf                        全街道申请了还没装的
npm run plates -- 楼牌.pdf --grid 441302010.001.005  只要一个网格的
npm run plates -- 楼牌.pdf --all                  装过的也再印一遍`

/** Far more than one would print at once; the screen's limit is a phone's. */
const MOST = 20_000

async function main([...words]: string[]): Promise<void> {
  const at = words.indexOf('--grid')
  const grid = at < 0 ? null : words[at + 1]
  const file = words.find((word, n) => !word.startsWith('--') && (at < 0 || n !== at + 1))
  if (!file || grid === undefined) {
    console.error(USAGE)
    process.exit(2)
  }
  const store = await openDatabase(environment())
  try {
    const streetId = await streetIn(store)
    const wanted = {
      gridPath: grid ?? streetId,
      only: words.includes('--all') ? 'all' : 'applied',
      most: MOST,
    } as const
    const plates = await store.transaction((tx) => platesIn(tx, streetId, wanted))
    if (plates.length === 0) {
      console.error('没有要印的楼牌。')
      process.exitCode = 1
      return
    }
    const { bytes, pages } = await plateSheet(plates)
    await writeFile(file, bytes)
    console.log(`印了${plates.length}块楼牌，${pages}页：${file}`)
  } finally {
    await store.close()
  }
}

main(process.argv.slice(2)).catch(failToStart)
