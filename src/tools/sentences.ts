import { countedIn, type PollLine } from '#core/council/record'
import type { UnitKind } from '#core/council/statute'
import { type Outcome, type Tally, takingPart } from '#core/council/tally'
import type { Doubt } from '#core/council/verify'
import type { ScoreCard } from '#core/evaluation/card'
import type { ChainName } from '#server/audit/chain'
import type { Finding } from '#server/audit/verify'
import { BadEnvironment } from '#server/environment'
import type { CardFinding } from '#server/evaluation/verify'
import { isUnavailable } from '#server/storage/database'
import { FolderInUse } from '#server/storage/folder-lock'
import { ChangedMigration } from '#server/storage/migrate'
import { NotReady } from '#server/system'

const TOLD = [BadEnvironment, FolderInUse, ChangedMigration, NotReady]

/** 28xxx: wrong name or password; 3D000: no such database. */
const LOCKED_OUT = /^(28...|3D000)$/

/** What keeps a program from starting, in one sentence; `null` when nobody foresaw it. */
export function sentenceFor(failure: unknown): string | null {
  if (TOLD.some((known) => failure instanceof known)) return (failure as Error).message
  const { code, port } = failure as { code?: string; port?: number }
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被别的程序占用，请先停止它，或用 PORT=8731 npm start 换一个端口。`
  }
  if (code === 'EACCES') return '没有权限使用这个端口或数据文件夹。'
  if (code === 'ENOENT') return `没有这个文件：${(failure as { path?: string }).path ?? ''}`
  if (isUnavailable(failure) || LOCKED_OUT.test(code ?? '')) {
    return `连不上数据库，请检查 DATABASE_URL 和数据库服务是否已启动（${code ?? 'timeout'}）。`
  }
  return null
}

/** The server runs, and every photo of a resident will wait for a person's look. */
export const leadsElsewhere = (publicUrl: string): string =>
  `LOUDONG_PUBLIC_URL（${publicUrl}）打不开这台服务器上的图片：在它打得开之前，照片不会送去微信核对，都要等人看一眼。`

/** Says why and ends with code 1: a sentence for what a person can mend, the whole story for a surprise. */
export function failToStart(failure: unknown): never {
  console.error(`\n${sentenceFor(failure) ?? (failure as Error).stack ?? failure}\n`)
  process.exit(1)
}

const CHAIN_WORDS: Record<ChainName, string> = { audit_log: '操作记录', access_log: '查看记录' }
const WRONG_WORDS: Record<Finding['kind'], string> = {
  altered: '内容改过',
  missing: '不见了',
  reordered: '和前一条接不上',
  inserted: '是后来插进去的',
  forged: '以前的被人截掉了，不是这套系统截的',
  rewritten: '和以前抄下的不一样，到这里为止整条链重写过',
}

/** What `npm run verify-audit` says. */
export const auditWords = {
  checked: (chain: ChainName, sealed: number, unsealed: number): string =>
    `${CHAIN_WORDS[chain]}：已封存${sealed}条${unsealed > 0 ? `，还有${unsealed}条等着封存` : ''}`,
  found: ({ seq, kind, id }: Finding): string =>
    `  第${seq}条${WRONG_WORDS[kind]}${id ? `（编号 ${id}）` : ''}`,
  anchor: (anchor: string): string => `  没有问题。请抄到别处，下次连同它一起核对：${anchor}`,
  notAnAnchor: (text: string): string => `这不是一个锚点：${text}`,
}

const OUTCOME_WORDS: Record<Outcome, string> = {
  passed: '通过',
  rejected: '没有通过',
  no_quorum: '参加的不够，没有定',
  tied: '得票一样，没有定',
}
const VOTE_DOUBT_WORDS: Record<Doubt, string> = {
  unreadable: '这不是一份投票记录',
  rewritten: '记录的文字被动过',
  broken_chain: '和前一行接不上：改过、少了、多了或者换了位置',
  another_record: '不是这个指纹的那一份',
  ballot_not_of_roll: '有一张票不是名册里的，或者同一票投了两张',
  receipt_not_of_ballot: '有一张票和它的回执对不上',
  choices_do_not_match: '票数和参加的数对不上',
  another_result: '数出来和公布的结果不一样',
}

const UNIT_WORDS: Record<UnitKind, string> = {
  building: '栋',
  owner: '位业主',
  household: '户',
  person: '位居民',
}

/** A matter is for or against; an election names whom, most votes first. */
function countWords({ slate }: PollLine, { units, outcome, election }: Tally): string {
  if (!slate || !election)
    return `赞成${units.for}、反对${units.against}、弃权${units.abstain}：${OUTCOME_WORDS[outcome]}`
  const nameOf = (id: string) => slate.candidates.find((one) => one.id === id)?.name ?? id
  const votes = election.votes.map(({ candidateId, votes: many }) => `${nameOf(candidateId)}${many}票`)
  const end =
    outcome === 'passed' ? `当选：${election.elected.map(nameOf).join('、')}` : OUTCOME_WORDS[outcome]
  return `${votes.join('、')}、弃权${units.abstain}：${end}`
}

/** What `npm run verify-vote` says. */
export const voteWords = {
  usage: '用法：npm run verify-vote -- 记录.json [公布的指纹]',
  sound: (poll: PollLine, tally: Tally): string => {
    const unit = UNIT_WORDS[countedIn(poll)]
    return `${poll.council}：${poll.title}\n${tally.units.all}${unit}的名册，${takingPart(tally.units)}${unit}参加，${countWords(poll, tally)}。\n重数一遍，没有问题。`
  },
  withoutFingerprint: '没有给出公布的指纹，只能说这份记录自己对得上。',
  doubt: ({ doubt, line }: { doubt: Doubt; line?: number }): string =>
    `对不上：${line === undefined ? '' : `第${line + 1}行，`}${VOTE_DOUBT_WORDS[doubt]}。`,
}

const DOUBT_WORDS: Record<CardFinding['doubt'], string> = {
  unreadable: '读不出来',
  unknown_formula: '用的公式没有登记',
  another_score: '按它自己列的事重新算，结果不一样：改过',
  another_card: '和算出来那天记下的指纹不一样：整张换过',
  unnoted: '操作记录里没有它的指纹',
  gone: '操作记录里有，卡片不见了',
  misplaced: '放在了别人或别的月份名下',
}

/** What `npm run verify-score` says. */
export const scoreWords = {
  checked: (checked: number): string => `重新算了${checked}张考评卡`,
  found: ({ cardId, doubt }: CardFinding): string => `  ${cardId}：${DOUBT_WORDS[doubt]}`,
  sound: '  没有问题，每个字节都一样。',
  card: ({ subjectId, period, edition, score }: ScoreCard, hash: string): string =>
    `${subjectId} ${period} 第${edition}版：${score === null ? '数据不足，不评' : `${Math.floor(score / 10)}.${score % 10}分`}，指纹 ${hash}`,
}
