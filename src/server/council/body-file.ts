import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { ListedKind } from '#core/council/body'
import { columnOf, listSheet, readList } from '#core/council/list-file'
import { ok, type Result, refuse } from '#core/result'
import { firstOf, givenFile, workbookFile } from '../importing/files'
import { tablesIn } from '../importing/tables'
import { emptyTable } from '../importing/template'
import type { Asking } from '../operation'
import { bodyForChange } from './body-lines'
import { judgeLines, writeLines } from './body-paste'

type Input = ParsedOf<'bodies.checkFile'>
type Problems = OutputOf<'bodies.checkFile'>['problems']
type Judged = Awaited<ReturnType<typeof judgeLines>>

/** 名册的空表: headings and one row as an example. */
export async function emptyList(kind: ListedKind): Promise<Result<OutputOf<'bodies.template'>>> {
  const table = emptyTable(listSheet(kind))
  return ok(await workbookFile(`${table.name}模板`, [table]))
}

/** 先看一看: what the file would do, or every cell that keeps it from doing anything. */
export async function checkFile(input: Input, asking: Asking): Promise<Result<OutputOf<'bodies.checkFile'>>> {
  const judged = await judgeFile(asking, input)
  if (!judged.ok) return judged
  const { lines, same, problems } = judged.value
  return ok({ entered: lines.length, same, ...firstOf(problems) })
}

/** 从文件来: every line that does not stand there yet, or none. */
export async function enterFile(input: Input, asking: Asking): Promise<Result<OutputOf<'bodies.enterFile'>>> {
  const judged = await judgeFile(asking, input)
  if (!judged.ok) return judged
  const { lines, same, problems } = judged.value
  if (problems.length > 0) return refuse('FILE_REFUSED')
  await writeLines(asking, input.councilId, lines)
  return ok({ entered: lines.length, same })
}

/** The lines of the file by the rules of those that are pasted; every problem of the file is told, row by row. */
async function judgeFile(
  asking: Asking,
  { councilId, file }: Input,
): Promise<Result<Omit<Judged, 'problems'> & { problems: Problems }>> {
  const body = await bodyForChange(asking, councilId)
  if (!body.ok) return body
  const tables = await tablesIn(givenFile(file))
  if (!tables.ok) return ok({ lines: [], same: 0, problems: tables.problems })
  const read = readList(body.value.kind, tables.tables)
  const { problems, ...taken } = await judgeLines(asking, body.value, read.lines)
  const placed = problems.map((one) => ({ sheet: read.name, column: columnOf(one.problem), ...one }))
  return ok({ ...taken, problems: [...read.problems, ...placed].sort(byRow) })
}

const byRow = (one: Problems[number], other: Problems[number]) => (one.row ?? 0) - (other.row ?? 0)
