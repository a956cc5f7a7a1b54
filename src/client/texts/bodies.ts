import type { OutputOf } from '#contracts/operations'
import { type ListedKind, squareMetres } from '#core/council/body'
import { type LineProblem, MOST_LINES } from '#core/council/pasted'
import { problemWords, whereWords } from '#core/importing/words'

type Totals = OutputOf<'bodies.show'>['totals']
type Line = OutputOf<'bodies.show'>['items'][number]

type Leading = Pick<OutputOf<'bodies.show'>['body'], 'gridName' | 'house' | 'chair' | 'secretary'>

const KINDS: Record<ListedKind, { name: string; unit: string; hint: string; pasted: string }> = {
  owner: {
    name: '业主',
    unit: '套',
    hint: '楼栋和房号，像1栋101；不写人名，开投、开会后大家都看得到',
    pasted: '一行一套：房号 面积 手机号，像“1栋101 98.35 13900000000”，手机号可以不写',
  },
  household: {
    name: '户',
    unit: '户',
    hint: '楼栋和房号，像1栋101；不写人名，开投、开会后大家都看得到',
    pasted: '一行一户：房号 手机号，像“1栋101 13900000000”，手机号可以不写',
  },
  person: {
    name: '居民',
    unit: '人',
    hint: '楼栋和号数，像1栋-3；不写人名，开投、开会后大家都看得到',
    pasted: '一行一人：楼栋和号数 手机号，像“1栋-3 13900000000”',
  },
}

export const bodyKind = (kind: ListedKind): string => KINDS[kind].name
export const lineHint = (kind: ListedKind): string => KINDS[kind].hint
export const pasteHint = (kind: ListedKind): string => KINDS[kind].pasted

/** 4套，3套知道谁来投，一共508.3501平方米: nothing is rounded. */
export function totalsWords(kind: ListedKind, { units, known, area }: Totals): string {
  const { unit } = KINDS[kind]
  const counted = `${units}${unit}，${known}${unit}知道谁来投`
  return kind === 'owner' ? `${counted}，一共${squareMetres(area)}平方米` : counted
}

export const lineWords = ({ voter, area, movedOut, inOpenRoll }: Line): string =>
  [
    voter ?? '还不知道谁来投',
    movedOut && '不住这一栋了，换一位再投',
    area !== null && `${squareMetres(area)}平方米`,
    inOpenRoll && '正在投票',
  ]
    .filter(Boolean)
    .join('，')

const PROBLEMS: Record<LineProblem, string> = {
  label_long: '房号太长，最多40个字',
  cell_unknown: '有一格看不懂',
  area_needed: '没写面积',
  area_wrong: '面积要写成98.35这样，比0大',
  person_needed: '没写手机号',
  too_many: `一次最多${MOST_LINES}行`,
  unknown_person: '这个手机号没登记过',
  CONTENT_RISKY: '房号里不要写电话和人名',
  SELF_APPROVAL: '不能把自己写进名册',
  NOT_OF_HOUSE: '他没登记住这一栋',
  LINE_LISTED: '这一行或者这个人已经在名册里',
}

type FileProblem = OutputOf<'bodies.checkFile'>['problems'][number]

const isOfLine = (problem: FileProblem['problem']): problem is LineProblem => problem in PROBLEMS

/** `名册 第12行 手机号：这个手机号没登记过`. */
export const fileProblem = ({ problem, ...where }: FileProblem): string =>
  isOfLine(problem) ? whereWords(where, PROBLEMS[problem]) : problemWords({ ...where, problem })

export const bodies = {
  title: '业主、户、居民的会',
  scope: '管哪里',
  scopes: { place: '整个地方', house: '一栋里的事' },
  house: '哪一栋',
  houseChosen: (label: string) => `哪一栋：${label}`,
  entry: '业主、户、居民的会',
  entryHelp: '成立会，管谁有票的名册',
  what: '法律交给业主、户、居民自己定的事，要有自己的会和名册。楼栋长议事会不用在这里设。',
  whatOfHouse: '一栋里的事，像洗衣房几点关，让那一栋的户或居民自己定。名册里只写住那一栋的人。',
  none: '这里还没有这样的会',
  found: '成立一个会',
  name: '叫什么名字',
  nameHint: '像20号小区业主大会，4到40个字',
  kind: '谁来定',
  grid: '在哪里',
  chair: '召集人',
  chairHelp: '他来开投。管名册的人自己不能当。',
  chairWhy: '找业主、户、居民的会的召集人',
  secretary: '秘书（可以先不定）',
  secretaryHelp: '他管议题、通知和记录，不能和召集人是一个人。',
  secretaryWhy: '找业主、户、居民的会的秘书',
  another: '换一位',
  missing: { name: '名字至少4个字', chair: '先找到召集人', house: '在图上选一栋' },
  lead: ({ gridName, house, chair, secretary }: Leading) =>
    [house ? `${gridName}${house}` : gridName, chair && `召集人${chair}`, secretary && `秘书${secretary}`]
      .filter(Boolean)
      .join('，'),
  list: '名册',
  rolled: '名册给下一次投票用。正投的票用开投那一刻的名册，这里怎么改都不变。',
  search: '按房号找',
  nobody: '名册还是空的',
  notFound: '没有这样的房号',
  council: '去看这个会的议题',
  add: '添一行',
  paste: '一次添很多行',
  pasteLines: '粘贴在这里',
  pasteNothing: '还没有粘贴',
  pasteWrong: (many: number) => `${many}行不行，一行也没添`,
  pasteProblem: (row: number, problem: LineProblem) => `第${row}行：${PROBLEMS[problem]}`,
  file: '导入一份表',
  fileEmpty: '表里一行也没有',
  fileCounts: (entered: number, same: number) => `新添${entered}行，已经有${same}行`,
  label: '哪一套、哪一户',
  area: '专有面积（平方米）',
  areaHint: '照不动产权证写，小数点后最多4位',
  areaWrong: '写成98.35这样，要比0大',
  labelMissing: '写上楼栋和房号',
  voter: '谁来投',
  voterNone: '现在还不知道也能先添，名册里照样算一票',
  voterNeeded: '居民的名册，要先找到这个人',
  voterWhy: '登记有票的人',
  voterKeeps: (name: string | null) => name ?? '还不知道',
  locked: '正在投票，谁来投、划去，都等投完再改。',
  correct: '改这一行',
  strike: '划去',
  struck: '划去的',
  strikeWhat: '划去以后，下一次投票的名册里就没有了。以前投的票都还在。理由写给他看。',
  reason: '为什么划去',
  reasonHint: '像房子卖了、写重了',
  save: '就这样',
} as const
