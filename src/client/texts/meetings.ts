import type { OutputOf } from '#contracts/operations'
import type { MeetingEventKind } from '#core/council/meeting/events'
import type { MeetingState, WayIn } from '#core/council/meeting/meeting'
import type { UnitKind } from '#core/council/statute'
import type { Choice, Outcome } from '#core/council/tally'
import { sideWords } from './council'
import { momentWords } from './dates'
import { bodyWords } from './units'

type Room = NonNullable<OutputOf<'meetings.live'>['room']>
type Item = Room['agenda'][number]
type Side = keyof typeof sideWords

export const meetingStateWords: Record<MeetingState, string> = {
  planned: '还没通知',
  notified: '要开的会',
  in_session: '正在开会',
  closed: '散会了，等记录',
  minutes_draft: '记录等签字',
  published: '记录公布了',
  cancelled: '取消了',
}

export const wayWords: Record<WayIn, string> = { code: '现场签到', online: '线上', staff: '代签到' }

const resultWords: Record<Outcome, string> = {
  passed: '通过了',
  rejected: '没有通过',
  no_quorum: '没够数',
  tied: '一样多',
}

/** How one matter of the agenda stands. */
export function itemWords({ state, outcome }: Pick<Item, 'state' | 'outcome'>): string {
  if (state === 'voted' && outcome) return resultWords[outcome]
  return { waiting: '还没说', on_floor: '正在说', voted: '表决了', done: '说完了', put_off: '改日再议' }[
    state
  ]
}

/** 1:24; 0:00 once it is over. */
export function clockDigits(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** 约5分钟: whole minutes, since nobody knows better. */
export const waitWords = (seconds: number): string =>
  seconds < 60 ? '马上' : `约${Math.round(seconds / 60)}分钟`

export const meetings = {
  title: '会议',
  entry: '要开的、正在开的、记录',
  name: (no: number, kind: UnitKind) => `第${no}次${kind === 'building' ? '议事会' : '会议'}`,
  plan: '定一次会',
  none: { title: '还没有开过会', help: (kind: UnitKind) => `要开会了，会提前通知${bodyWords[kind].every}。` },
  fact: (startsAt: number, venue: string, now: number) => `${momentWords(startsAt, now)}，${venue}`,
  came: (present: number, kind: UnitKind) => `${present}${bodyWords[kind].count}到会`,
  items: (many: number) => `${many}件事`,
  online: '线上也能参加',
  cancelled: (note: string) => `取消了：${note}`,
} as const

export const planning = {
  title: '定一次会',
  change: '改会议',
  day: '哪一天',
  dayHint: '写成 2026-12-05',
  time: '几点',
  timeHint: '写成 19:30',
  wrongTime: '写清楚哪一天、几点',
  venue: '在哪儿开',
  venueHint: '写人找得到的地方',
  online: '来不了的可以线上参加',
  motions: '议哪些议题',
  noMotions: '没有能上会的议题',
  told: '还要说的事',
  toldHint: '只说不表决的，一行一件，可以不写',
  nothing: '至少要有一件事',
  send: '定下来',
} as const

/** What each act is called on its button. */
export const actWords: Partial<Record<MeetingEventKind, string>> = {
  change: '改会议',
  cancel: '取消会议',
  begin: '开会',
  take_back: '收回主持',
  hand_over: '交出主持',
  warn: '提醒守规矩',
  end_speech: '停',
  close_debate: '结束辩论',
  put_question: '付表决',
  announce: '宣布结果',
  finish: '这件说完了',
  put_off: '改日再议',
  settle_appeal: '宣布申诉结果',
  close: '散会',
  draft: '写记录',
  sign: '签字',
  correct: '写勘误',
}

interface Counted {
  unitKind: UnitKind
  present: number
  quorum: number
  units: number
}

/** 191栋里到了141栋，满128栋作数. */
function cameWords({ unitKind, present, quorum, units }: Counted): string {
  const unit = bodyWords[unitKind].count
  return `${units}${unit}里到了${present}${unit}，满${quorum}${unit}作数`
}

export const room = {
  title: '会场',
  notify: (kind: UnitKind) => `通知${bodyWords[kind].every}`,
  /** Follows the number of those who are here. */
  here: ({ unitKind, present, quorum }: Counted) =>
    `${bodyWords[unitKind].count}到会，${present >= quorum ? '够数了' : '没够数，可以聊，不能表决'}`,
  bar: cameWords,
  quorum: (quorum: number, kind: UnitKind) => `满${quorum}${bodyWords[kind].count}作数`,
  all: (units: number, kind: UnitKind) => `共${units}${bodyWords[kind].count}`,
  presiding: (name: string) => `${name}主持`,
  signedAt: (label: string, at: string) => `${label} ${at}签到`,
  left: (label: string) => `${label}离场了`,
  leaves: (label: string) => `${label}离场`,
  starts: (moment: string) => `${moment}开始`,
  signInFrom: (moment: string) => `${moment}起可以签到`,
  agenda: '议程',
  nothing: { title: '桌上没有事', help: '等主持人说下一件。' },
  speaking: (label: string) => `${label}在说`,
  over: '时间到了',
  paused: '停表，先答规则问题',
  warned: '提醒过了',
  queue: '排队发言',
  queueHelp: '没说过的先说，正反轮着来',
  queueEmpty: '没有人举手',
  turn: (times: number) => `第${times + 1}次`,
  mine: (label: string) => `${label}（您）`,
  yourPlace: (place: number, wait: string) => `您排第${place}，${wait}`,
  raise: '举手',
  raiseTitle: '您赞成还是反对',
  raiseHelp: (left: number) => `先说看法，再说理由。一件事还能说${left}次，一次2分钟。`,
  lower: '放下手',
  finish: '我说完了',
  none: '说过2次了',
  wantClose: '我听够了，可以表决',
  wanting: (many: number, needed: number, kind: UnitKind) =>
    `${many}${bodyWords[kind].count}说听够了，满${needed}${bodyWords[kind].count}就表决`,
  wanted: '您说听够了',
  point: '规则问题',
  pointTitle: '哪里不合规矩',
  pointHelp: '只说规矩，不说看法。主持人马上答。',
  pointWords: '说一句',
  pointSend: '提出来',
  pointBy: (label: string) => `${label}提了规则问题`,
  ruled: (sustained: boolean) => (sustained ? '主持人说：有道理' : '主持人说：不算'),
  overruled: (sustained: boolean) => (sustained ? '大家定了：有道理' : '大家定了：不算'),
  ruleTitle: '怎么答',
  ruleYes: '有道理',
  ruleNo: '不算',
  ruleNote: '说明一句',
  appeal: '不服，请大家定',
  appealBy: (label: string) => `${label}请大家定：裁决要不要维持`,
  appealCount: (upholding: number, against: number, kind: UnitKind) =>
    `维持${upholding}${bodyWords[kind].count}，不维持${against}${bodyWords[kind].count}`,
  uphold: '维持',
  notUphold: '不维持',
  debateOver: '辩论结束了',
  vote: '请举手表决',
  voteOrder: (kind: UnitKind) => `先赞成，再反对，后弃权。${bodyWords[kind].oneVote}，到点自动截止。`,
  voted: (taking: number, present: number, kind: UnitKind) =>
    `${taking}${bodyWords[kind].count}举了手，到会${present}${bodyWords[kind].count}`,
  counting: '截止了，正在数',
  result: ({ for: f, against, abstain }: Record<Choice, number>, kind: UnitKind) => {
    const unit = bodyWords[kind].count
    return `赞成${f}${unit}，反对${against}${unit}，弃权${abstain}${unit}`
  },
  call: (label: string) => `请${label}说`,
  bring: (title: string) => `下一件：${title}`,
  lead: '主持',
  office: '会务',
  handOverHelp: '交出主持，您才能说自己的看法。',
  nobodyHere: '还没有别人到会',
  why: '为什么',
  cancelHelp: (kind: UnitKind) => `写明理由，马上告诉${bodyWords[kind].every}。`,
  putOffHelp: '写明理由，记在会议记录里。',
  sure: '定了',
  signIn: '签到',
  signInHelp: '看会场屏幕上的6个数，半分钟换一次。',
  digits: '6个数',
  wrongDigits: '写屏幕上的6个数',
  scan: '扫一扫签到',
  onlineIn: '线上参加',
  leave: '离场',
  code: '签到码',
  codeTitle: '让大家扫这个码签到',
  codeHelp: '扫不了的，念这6个数给他',
  codeChanges: (seconds: number) => `${seconds}秒后换一个`,
  byHand: '帮人签到',
  minutes: '会议记录',
  lost: '断开，正在重连',
  age: (seconds: number) => (seconds < 60 ? `${seconds}秒前的` : `${Math.floor(seconds / 60)}分钟前的`),
  kept: (deed: string) => `${deed}还没送到，连上了自动送`,
  refused: (deed: string, why: string) => `${deed}没成：${why}`,
  known: '知道了',
  dropKept: '不送了',
} as const

export const attendance = {
  title: '帮人签到',
  help: '没带手机、扫不了的，由工作人员签。点一下就签，再点一下记离场。',
  here: (way: WayIn) => wayWords[way],
  nobody: (kind: UnitKind) => (kind === 'building' ? '没有楼栋长' : '还不知道谁来'),
  count: (here: number, all: number, kind: UnitKind) =>
    `到了${here}${bodyWords[kind].count}，共${all}${bodyWords[kind].count}`,
  find: (kind: UnitKind) => (kind === 'building' ? '找栋号' : '按名册里的写法找'),
} as const

export const minutes = {
  title: '会议记录',
  held: (from: string, to: string) => `${from}开始，${to}散会`,
  came: cameWords,
  who: '到会的',
  matters: '议了什么',
  spoken: (label: string, side: Side, seconds: number) => `${label}说${sideWords[side]}，${seconds}秒`,
  nobodySpoke: '没有人发言',
  rulings: '规则问题',
  text: '记录',
  notYet: '记录还没写',
  by: (name: string) => `${name}记的`,
  signer: (as: 'chair' | 'member', kind: UnitKind) =>
    `${as === 'chair' ? '主持人' : bodyWords[kind].present}签字`,
  unsigned: '还没签',
  hash: (hash: string) => `记录指纹 ${hash.slice(0, 16)}`,
  record: (hash: string) => `投票记录指纹 ${hash.slice(0, 16)}`,
  errata: '勘误',
  erratum: (no: number, words: string) => `第${no}号：${words}`,
  draftHelp: '写清楚大家怎么说、怎么定的。人数和票数自动记在旁边。',
  signHelp: '签了就是说：您看过，是这样。主持人和另一位到会的都签了，就公布。',
  correctHelp: '记录签了就不改，写错的用勘误说明，编号公布。',
} as const
