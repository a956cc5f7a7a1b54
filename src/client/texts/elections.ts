import type { CouncilOffice, Slate } from '#core/council/election'
import type { Said } from '#core/council/paper'
import type { Outcome } from '#core/council/tally'
import { choiceWords, outcomeWords } from './council'
import { momentWords } from './dates'

export const officeWords: Record<CouncilOffice, string> = {
  chair: '召集人',
  secretary: '秘书',
  member: '成员',
}

const namesOf = (chosen: readonly string[], { candidates }: Pick<Slate, 'candidates'>): string =>
  candidates
    .filter(({ id }) => chosen.includes(id))
    .map(({ name }) => name)
    .join('、')

/** 赞成, or whom a paper names; an empty one abstains. */
export function saidWords(said: Said, slate: Pick<Slate, 'candidates'> | null): string {
  if (typeof said === 'string') return choiceWords[said]
  return said.length === 0 || !slate ? choiceWords.abstain : namesOf(said, slate)
}

export const paper = {
  seats: (seats: number) => (seats === 1 ? '选1位' : `最多选${seats}位`),
  nobody: '都不选，弃权',
  tooMany: (seats: number) => `最多选${seats}位，先去掉一位再选`,
  votes: (many: number) => `${many}票`,
  outcome: (outcome: Outcome) => (outcome === 'passed' ? '选出来了' : outcomeWords[outcome]),
  runOff: '上次得票一样，这次只在他们里面选。',
} as const

export const election = {
  title: '推选',
  open: (many: number) => `${many}位参选`,
  openHelp: '看看都有谁，说了什么',
  office: (office: CouncilOffice, seats: number) => `推选${officeWords[office]}，${seats}个名额`,
  candidates: '参选的人',
  nobody: { title: '还没有人参选', help: '楼栋长可以自己报名，也可以推荐别人，本人同意才算。' },
  elected: '当选',
  tied: '得票一样',
  unanswered: '还没答应',
  closed: '开始商量以后，名单就不再加人。',
  stand: (label: string) => `${label}楼栋长参选`,
  agree: (label: string) => `我愿意，${label}楼栋长参选`,
  standWhat: '这几句话大家都看得到，写清楚您打算怎么做。开投前随时可以退。',
  statement: '您的打算',
  statementHint: '10到200个字',
  stepDown: '我不参选了',
  stepDownWhat: '名字从名单上去掉，写的话也去掉。',
  nominate: '推荐一位楼栋长',
  nominateWhat: '选他管的那一栋。他会收到消息，自己同意了才上名单。',
  noHouse: '在图上选一栋',
  draw: '记下抽签结果',
  drawWhat: (seats: number) =>
    `当着大家的面抽${seats}位，再记在这里。要有一位在场的楼栋长点“我看着抽的”才算数。`,
  drawNote: '怎么抽的、在哪里',
  drawn: '抽中了谁',
  drawnWrong: (seats: number) => `要选${seats}位`,
  lot: '抽签',
  lotBy: (by: string, at: number, now: number) => `${by}抽的，${momentWords(at, now)}`,
  lotResult: (names: string) => `抽中：${names}`,
  watched: (by: string) => `${by}在场看着`,
  unwatched: '还没有人见证，不算数。',
  watch: (label: string) => `${label}：我看着抽的`,
  motion: '去议题',
  vote: '去投票',
  send: '说出去',
} as const

export const electionProposal = {
  title: '发起推选',
  entry: '发起推选',
  office: '推选谁',
  seats: '几位',
  name: '题目',
  nameHint: '4到40个字，定下来就不能改',
  usual: (office: CouncilOffice) => `推选议事会${officeWords[office]}`,
  why: '为什么现在推选',
  whyHint: '任期满了、有人辞了，或者新添的事',
  who: '全体楼栋长',
  send: '提上去',
  help: '有楼栋附议、把关、预告以后开投。得票多的当选；一样就在7天里再投一次，还一样就当众抽签。公示满了才上任。',
} as const
