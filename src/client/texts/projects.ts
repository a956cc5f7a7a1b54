import type { OutputOf } from '#contracts/operations'
import type { MoneySource } from '#core/council/ledger'
import type { ProjectState, ProjectStepKind } from '#core/council/project'
import type { UnitKind } from '#core/council/statute'
import { moneyWords } from './council'
import { dateWords, yearDateWords } from './dates'
import { projectStateWords } from './project-states'
import { bodyWords } from './units'

type Line = OutputOf<'projects.get'>['money']['lines'][number]

export const sourceWords: Record<MoneySource, string> = {
  fiscal: '财政',
  collective: '集体',
  donation: '捐款',
  labour: '出工折价',
}

const eventWords: Record<string, string> = {
  begin: '立项',
  fund: '钱到齐了',
  start: '开工',
  reach: '做完一步',
  finish: '做完了，请大家验收',
  accepted: '验收通过，公示结果',
  rework: '还没好，返工',
  published: '公示满了，归档',
}

export const projectStepWords: Record<ProjectStepKind, { name: string; what: string }> = {
  fund: { name: '钱到齐了', what: '收到的钱够预算了，就能开工。' },
  start: { name: '开工', what: '先拍下原来的样子，做完好对照。' },
  reach: { name: '做完一步', what: '' },
  finish: { name: '做完了，请大家验收', what: '拍下现在的样子，说说做了什么。' },
}

export const projects = {
  title: '落实',
  all: '决议落实',
  row: (state: ProjectState, done: number, all: number) =>
    `${projectStateWords[state]}，${all}步做完${done}步`,
  who: (who: string) => `${who}来做`,
  budget: (fen: number) => `议事会定的：${moneyWords(fen)}`,
  steps: '几步',
  milestone: (dueAt: number, doneAt: number | null) =>
    doneAt === null ? `${yearDateWords(dueAt)}前` : `${dateWords(doneAt)}做完`,
  reach: (title: string) => `做完了：${title}`,
  look: '前后对照',
  before: '原来',
  after: '现在',
  noPhoto: '还没有照片',
  photo: (side: string, n: number) => `${side}，第${n}张`,
  money: '公开账',
  balance: (come: number, gone: number) => `收${yuan(come)}，支${yuan(gone)}，还剩${yuan(come - gone)}`,
  noMoney: '还没有记账',
  line: ({ direction, fen, words, reverses }: Line) =>
    `${reverses === null ? '' : `冲正第${reverses}笔，`}${direction === 'in' ? '收' : '支'}${yuan(fen)}，${words}`,
  lineHelp: ({ seq, source, by, at, reversed }: Line) =>
    `第${seq}笔，${sourceWords[source]}，${by}${dateWords(at)}记${reversed ? '，已冲正' : ''}`,
  enter: '记一笔',
  enterWhat: '记了就改不了，记错了再冲正一笔。谁都看得到。',
  direction: '收还是支',
  directions: { in: '收到', out: '支出' },
  source: '哪来的钱',
  amount: '多少元',
  wrongAmount: '写一个数，最多两位小数，不能是0',
  what: '什么钱',
  reverse: (seq: number) => `冲正第${seq}笔`,
  why: '哪里记错了',
  sign: '验收',
  signed: (many: number, needed: number, kind: UnitKind) =>
    `${many}${bodyWords[kind].count}说做好了，满${needed}${bodyWords[kind].count}通过`,
  signedBy: (labels: string) => `说做好了的：${labels}`,
  returnedBy: (labels: string) => `说还没好的：${labels}`,
  good: (label: string) => `${label}：做好了`,
  bad: (label: string) => `${label}：还没好`,
  badWhat: (needed: number, kind: UnitKind) =>
    `说清楚哪里还没好。满${needed}${bodyWords[kind].count}就返工，做好了再请大家验收。`,
  badWhy: '哪里还没好',
  public: (until: number) => `结果公示到${dateWords(until - 1)}24:00`,
  timeline: '经过',
  event: (kind: string) => eventWords[kind] ?? kind,
  clock: '够数了',
  send: '就这样',
  note: '做了什么',
  begin: '开始落实',
  beginWhat: '决议生效了。分几步做、每步几时做完，写下来大家看着。',
  beginStep: (n: number) => `第${n}步`,
  beginHint: '2到40个字，空着就不算',
  beginDue: '按议题说的期限平均分开',
  noStep: '至少写一步',
  open: '看落实到哪一步',
} as const

function yuan(fen: number): string {
  return fen === 0 ? '0元' : moneyWords(fen)
}
