import {
  array,
  base64,
  boolean,
  maxLength,
  nullable,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { CELL_PROBLEMS } from '#core/importing/cells'
import { TABLE_PROBLEMS } from '#core/importing/sheet'
import { SHEET_KEYS } from '#core/importing/sheets'
import { command, query } from './operation'
import { count, gridPath, words } from './shapes'

/** Characters of base64 for the 4 MB a file may have. */
const MOST_CHARACTERS = Math.ceil((4 * 1024 * 1024) / 3) * 4

const file = strictObject({
  name: words(1, 120),
  /** The file's bytes. */
  base64: pipe(string(), maxLength(MOST_CHARACTERS), base64()),
})

const summary = array(
  object({ sheet: picklist(SHEET_KEYS), name: string(), added: count, changed: count, same: count }),
)

const madeFile = object({ name: string(), base64: string() })

export const register = {
  'register.preview': query({
    action: 'register.import',
    summary: '导入前看一看：新增多少、改动多少、哪一行哪一列不对',
    input: file,
    output: object({
      summary,
      problems: array(
        object({
          sheet: nullable(string()),
          row: nullable(count),
          column: nullable(string()),
          problem: picklist([...CELL_PROBLEMS, ...TABLE_PROBLEMS]),
        }),
      ),
      /** Problems beyond those listed. */
      more: count,
    }),
  }),
  'register.import': command({
    action: 'register.import',
    summary: '导入网格、楼栋、任职和居民：有一处错就一行也不写',
    input: file,
    output: object({ summary }),
  }),
  'register.template': query({
    action: 'register.import',
    summary: '导入模板，.xlsx',
    input: strictObject({}),
    output: madeFile,
  }),
  'register.export': query({
    action: 'register.export',
    summary: '导出楼栋、楼栋长或民情，不含个人信息',
    input: strictObject({
      gridPath,
      what: picklist(['buildings', 'heads', 'concerns']),
      as: optional(picklist(['xlsx', 'csv']), 'xlsx'),
    }),
    output: object({ ...madeFile.entries, rows: count }),
  }),
  'register.exportResidents': command({
    action: 'resident.export',
    summary: '导出住户名单：写明做什么用，名单上的人看得到谁导出过',
    input: strictObject({
      gridPath,
      purpose: words(4, 60),
      as: optional(picklist(['xlsx', 'csv']), 'xlsx'),
    }),
    output: object({
      ...madeFile.entries,
      rows: count,
      /** Phones stand in it masked. */
      masked: boolean(),
    }),
  }),
}
