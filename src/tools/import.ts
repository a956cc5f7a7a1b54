import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 as newId } from 'uuid'
import { SHEET_KEYS, SHEETS } from '#core/importing/sheets'
import { problemWords } from '#core/importing/words'
import { environment } from '#server/environment'
import { importFile, type Outcome } from '#server/importing/import'
import { templateTables, workbookOf } from '#server/importing/template'
import { openDatabase } from '#server/storage/database'
import { migrate } from '#server/storage/migrate'
import { registeredStreet, vaultOf } from '#server/system'
import { failToStart } from './sentences'

const USAGE = `npm run import -- 文件.xlsx --check    看一看有没有错，什么都不写
npm run import -- 文件.xlsx --apply    全部写进去；有一处错就一行也不写
npm run import -- --template 模板.xlsx  写一个空模板`

/** A whole street in one statement may take a while. */
const STATEMENT_TIMEOUT_MS = 300_000

async function main([...words]: string[]): Promise<void> {
  const isTemplate = words.includes('--template')
  const isApply = words.includes('--apply')
  const file = words.find((word) => !word.startsWith('--'))
  if (!file || Number(isTemplate) + Number(isApply) + Number(words.includes('--check')) !== 1) {
    console.error(USAGE)
    process.exit(2)
  }
  if (isTemplate) return writeTemplate(file)
  const outcome = await carryOut(file, isApply)
  for (const line of linesOf(outcome, isApply)) console.log(line)
  if (!outcome.ok) process.exit(1)
}

async function writeTemplate(file: string): Promise<void> {
  await writeFile(file, await workbookOf(templateTables()))
  console.log(`模板写好了：${file}。第二行是例子，填的时候删掉。`)
}

async function carryOut(file: string, isApply: boolean): Promise<Outcome> {
  const bytes = await readFile(file)
  const surroundings = environment()
  const vault = await vaultOf(surroundings)
  const store = await openDatabase(surroundings, { statementTimeout: STATEMENT_TIMEOUT_MS })
  try {
    await migrate(store.db)
    const streetId = await registeredStreet(store)
    return await store.transaction(async (tx) => {
      const given = { streetId, scope: null, vault, newId, by: null, now: await store.now(tx) }
      return importFile(tx, { name: path.basename(file), bytes }, given, !isApply)
    })
  } finally {
    await store.close()
  }
}

/** More would only scroll by: mending the first ones often mends the rest. */
const MOST_LINES = 200

function linesOf(outcome: Outcome, isApply: boolean): string[] {
  if (!outcome.ok) {
    const { problems } = outcome
    const more = problems.length > MOST_LINES ? [`…… 还有${problems.length - MOST_LINES}处`] : []
    return [
      `有${problems.length}处要改，一行也没有写：`,
      ...problems.slice(0, MOST_LINES).map(problemWords),
      ...more,
    ]
  }
  const counts = SHEET_KEYS.flatMap((key) => {
    const { added, changed, same } = outcome.summary[key]
    if (added + changed + same === 0) return []
    return [`${SHEETS[key].name}：新增${added}，改动${changed}，没变${same}`]
  })
  return [...counts, isApply ? '都写进去了。' : '没有错。写进去请用 --apply。']
}

main(process.argv.slice(2)).catch(failToStart)
