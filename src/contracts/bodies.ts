import {
  array,
  boolean,
  integer,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { LARGEST_AREA, LISTED_KINDS } from '#core/council/body'
import { LINE_PROBLEMS } from '#core/council/pasted'
import { command, query } from './operation'
import { count, cursor, gridPath, id, instant, page, words } from './shapes'
import { FILE_PROBLEMS, fileProblems, madeFile, tableFile } from './table-files'

const kind = picklist(LISTED_KINDS)
const made = object({ id })
/** Square centimetres. */
const area = nullable(pipe(number(), integer(), minValue(1), maxValue(LARGEST_AREA)))
const label = words(1, 40)
const reason = words(2, 300)

const body = {
  id,
  name: string(),
  gridPath,
  gridName: string(),
  kind,
  /** The one house it is of, by its label. */
  house: nullable(string()),
  chair: nullable(string()),
  secretary: nullable(string()),
}
const totals = object({
  /** Every line: each is one vote. */
  units: count,
  /** Those of them for whom somebody is known. */
  known: count,
  /** Square centimetres of all owners together. */
  area: count,
})

/** 业主、户、居民的会和它的名册; a council of houses has the register instead. Which office keeps which is the rule's question. */
export const bodies = {
  'bodies.list': query({
    action: 'body.keep_house',
    summary: '辖区里业主、户、居民的会',
    input: strictObject({ gridPath }),
    output: object({ items: array(object({ ...body, totals })) }),
  }),
  'bodies.show': query({
    action: 'body.keep_house',
    summary: '一个会的名册：谁有票、面积多少，合计一个不差',
    input: strictObject({ id, text: optional(words(0, 40), ''), cursor: optional(cursor, null) }),
    output: object({
      ...page(
        array(
          object({
            id,
            label: string(),
            /** Public name; `null`: nobody is known yet. */
            voter: nullable(string()),
            area,
            /** Of a body of one house: who votes for it lives there no more, so nobody does until another is found. */
            movedOut: boolean(),
            /** It stands in the roll of a poll that is open. */
            inOpenRoll: boolean(),
          }),
        ),
      ),
      body: object(body),
      totals,
    }),
  }),
  'bodies.struck': query({
    action: 'body.keep_house',
    summary: '从名册里划去的：哪一行、为什么、几时',
    input: strictObject({ id, cursor: optional(cursor, null) }),
    output: object({
      ...page(
        array(
          object({ id, label: string(), voter: nullable(string()), reason: string(), struckAt: instant }),
        ),
      ),
    }),
  }),
  'bodies.found': command({
    action: 'body.keep_house',
    summary: '成立业主、户或居民的会，或一栋自己的会，定召集人和秘书',
    input: strictObject({
      name: words(4, 40),
      gridPath,
      kind,
      /** Of this house alone; it stands in the grid that is named. */
      buildingId: optional(nullable(id), null),
      chairId: id,
      secretaryId: optional(nullable(id), null),
    }),
    output: made,
  }),
  'bodies.enter': command({
    action: 'body.keep_house',
    summary: '在名册里添一行',
    input: strictObject({ councilId: id, label, personId: nullable(id), area }),
    output: made,
  }),
  'bodies.enterAll': command({
    action: 'body.keep_house',
    summary: '一次添很多行：一行一个，全添上，或者一行也不添、说明哪行为什么',
    input: strictObject({ councilId: id, text: words(1, 12_000) }),
    output: object({
      entered: count,
      /** Lines that stood there already. */
      same: count,
      problems: array(object({ row: count, problem: picklist(LINE_PROBLEMS) })),
    }),
  }),
  'bodies.template': query({
    action: 'body.keep_house',
    summary: '名册的空表，.xlsx，第二行是例子',
    input: strictObject({ kind }),
    output: madeFile,
  }),
  // A command, for whoever is looked up by his number has it written down.
  'bodies.checkFile': command({
    action: 'body.keep_house',
    summary: '名册从文件来，先看一看：添几行、几行已经有、哪一行哪一列不对',
    input: strictObject({ councilId: id, file: tableFile }),
    output: object({
      entered: count,
      same: count,
      ...fileProblems([...FILE_PROBLEMS, ...LINE_PROBLEMS]),
    }),
  }),
  'bodies.enterFile': command({
    action: 'body.keep_house',
    summary: '名册从文件来：有一处错就一行也不添；同一份再来一次什么都不变',
    input: strictObject({ councilId: id, file: tableFile }),
    output: object({ entered: count, same: count }),
  }),
  'bodies.correct': command({
    action: 'body.keep_house',
    summary: '改名册里的一行；谁来投只在没有投票时改',
    // Without `personId` the one who votes for it stays.
    input: strictObject({ id, label, area, personId: optional(nullable(id)) }),
    output: made,
  }),
  'bodies.strike': command({
    action: 'body.keep_house',
    summary: '从名册里划去一行，说明理由',
    input: strictObject({ id, reason }),
    output: made,
  }),
}
