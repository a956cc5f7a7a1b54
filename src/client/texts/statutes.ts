import type { OutputOf } from '#contracts/operations'
import { momentWords } from './dates'

type Statute = OutputOf<'statutes.list'>['items'][number]

export const statutes = {
  title: '法定规则',
  entry: '法定的表决规则',
  entryHelp: '业主、户、居民怎么投，两位核对过法条才开',
  what: '这几样表决是法律定的，不归楼栋长议事会。一位写下依据的法条，另一位核对过，才能开投。法条变了就再写一版。',
  ofHundred: ({ quorum, forAtQuorum, forAtFull }: Statute['ofHundred']) =>
    `比如100票：至少${quorum}票参加；刚好够数时要${forAtQuorum}票赞成，都参加要${forAtFull}票`,
  confirmed: ({ source, sourceDate, version }: NonNullable<Statute['confirmed']>) =>
    `依据${source}（${sourceDate}的文本），第${version}版`,
  by: (names: string[], at: number, now: number) => `${names.join('、')}核对，${momentWords(at, now)}`,
  none: '还没有确认，不能开投',
  off: ({ version, source, reason }: NonNullable<Statute['off']>) =>
    `第${version}版停用了，不能开投。原来依据${source}。停用的理由：${reason}`,
  offBy: ({ by, at }: NonNullable<Statute['off']>, now: number) => `${by}停用，${momentWords(at, now)}`,
  waiting: ({ by, source, sourceDate }: NonNullable<Statute['waiting']>) =>
    `${by}写的：${source}（${sourceDate}的文本），等另一位核对`,
  another: '您写的，要另一位来核对。',
  read: '写下法条依据',
  readWhat: '上面的票数要和法条一个字一个字对得上。对不上就不要写，告诉我们来改。',
  source: '哪部法律、哪一条、怎么说的',
  sourceHint: '6到300个字',
  date: '文本的日期',
  dateHint: '年-月-日，像2021-01-01',
  confirm: '我核对过，一样',
  confirmWhat: '请自己找来法条看一遍。票数和法条一样，文本的日期也对，才点。',
  send: '写下来',
  switchOff: '停用这条规则',
  switchOffWhat:
    '停用以后，按它的表决提不了、也开不了。正在投的照开投时的规则投完。要再用，得重新写下法条，两位核对。',
  reason: '为什么停用',
  reasonHint: '4到300个字，大家都看得到',
} as const
