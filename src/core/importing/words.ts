import type { Problem } from './sheet'

/**
 * What is wrong with a file, said by the screen and by the tool alike. These are words of the file itself, like its
 * headings; every other sentence belongs to whoever speaks.
 */
const WORDS: Record<Problem['problem'], string> = {
  required: '这一格不能空',
  too_long: '字太多了，写短一些',
  unkeepable: '有乱码，改成看得懂的字',
  not_a_number: '要写数字',
  not_an_area: '面积要写成98.35这样，比0大',
  out_of_range: '数字不对，太大或者太小',
  not_a_choice: '写法不对，照模板里的词写',
  not_a_phone: '不是11位手机号',
  not_a_grid: '网格编码不对，要9、12、15或17位',
  not_a_code: '只能写字母、数字、点和横线',
  not_a_date: '日期不对，写成2026-01-31',
  duplicate: '和前面的行重复了',
  unknown_grid: '没有这个网格，先在“网格”表里写上',
  unknown_estate: '没有这个小区，先在“小区”表里写上',
  unknown_building: '没有这栋楼，先在“楼栋”表里写上',
  unknown_department: '没有这个部门，先在“部门”表里写上',
  wrong_level: '网格的级别不对',
  out_of_scope: '不在您管的网格里',
  not_yours: '这栋楼归别的网格管',
  second_head: '这个岗位这段时间已经有人了',
  lives_elsewhere: '这个人已经登记在别的楼里',
  before_start: '要在任期开始之后',
  unreadable: '打不开，请另存为.xlsx或者.csv再试',
  too_large: '文件太大了，分成几份',
  too_many_rows: '行数太多了，分成几份',
  lossy: '有认不出的字节，请从原来的表重新导出',
  no_table: '没有认得的表，照模板的表名和表头写',
  missing_column: '缺这一列',
  twice_column: '这一列有两个',
  no_street: '还没有街道，先在“街道”表里写上',
  other_street: '只能写本街道，一行',
}

/** `楼栋 第12行 地上层数：要写数字`. */
export const problemWords = (problem: Problem): string => whereWords(problem, WORDS[problem.problem])

/** What is wrong, with the place before it where there is one. */
export function whereWords({ sheet, row, column }: Omit<Problem, 'problem'>, what: string): string {
  const where = [sheet, row === null ? null : `第${row}行`, column].filter(Boolean).join(' ')
  return where ? `${where}：${what}` : what
}
