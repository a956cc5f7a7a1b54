import { array, boolean, object, optional, picklist, strictObject, string } from 'valibot'
import { SHEET_KEYS } from '#core/importing/sheets'
import { command, query } from './operation'
import { count, gridPath, words } from './shapes'
import { FILE_PROBLEMS, fileProblems, madeFile, tableFile } from './table-files'

const summary = array(
  object({ sheet: picklist(SHEET_KEYS), name: string(), added: count, changed: count, same: count }),
)

export const register = {
  'register.preview': query({
    action: 'register.import',
    summary: '导入前看一看：新增多少、改动多少、哪一行哪一列不对',
    input: tableFile,
    output: object({ summary, ...fileProblems(FILE_PROBLEMS) }),
  }),
  'register.import': command({
    action: 'register.import',
    summary: '导入网格、楼栋、任职和居民：有一处错就一行也不写',
    input: tableFile,
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
