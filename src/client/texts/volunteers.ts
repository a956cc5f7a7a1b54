import type { OutputOf } from '#contracts/operations'
import { hoursOf } from '#core/volunteers/hours'
import type { SignUpState } from '#core/volunteers/sign-up'
import type { Risk, Skill, TaskKind } from '#core/volunteers/task'
import { clockWords, dateWords, dayWords, momentWords, yearDateWords } from './dates'

type Row = OutputOf<'tasks.list'>['items'][number]
type Shift = Row['shifts'][number]
type Mine = Row['mine'][number]
type Entry = OutputOf<'service.mine'>['entries'][number]
type Late = NonNullable<OutputOf<'tasks.get'>['late']>[number]
type Near = NonNullable<OutputOf<'signups.checkIn'>['near']>
type Person = NonNullable<OutputOf<'tasks.get'>['roster']>[number]

export const kindWords: Record<TaskKind, string> = {
  clean: '打扫',
  patrol: '巡逻',
  elder_activity: '长者活动',
  traffic: '交通劝导',
  visit: '看望',
  teach: '教一教',
  event: '办活动',
  other: '别的',
}
export const riskWords: Record<Risk, string> = { low: '风险低', medium: '有点风险', high: '风险高' }
export const skillWords: Record<Skill, string> = {
  haircut: '会理发',
  forms: '会填表',
  repair: '会修东西',
  first_aid: '会急救',
  teaching: '会教人',
  cooking: '会做饭',
  strength: '有力气',
}

const DAY = 86_400_000
const CHINA = 8 * 3_600_000
/** Noon of a day since 1970 in China, as an instant. */
export const noonOf = (day: number): number => day * DAY - CHINA + DAY / 2

/** 2小时30分 */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分` : ''}`
}
export const hoursWords = hoursOf

/** 8:00–10:00 */
export const spanOf = ({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>): string =>
  `${clockWords(startsAt)}–${clockWords(endsAt)}`

export const shiftWords = (shift: Shift, now: number): string =>
  [`${dayWords(shift.startsAt, now)}${spanOf(shift)}`, shift.label].filter(Boolean).join('，')

/** What is missing: 缺5人, 排队可补, 人够了. */
export function lackWords(shifts: readonly Shift[]): { words: string; lacks: boolean } {
  const open = shifts.filter(({ state }) => state === 'open')
  const lack = open.reduce((sum, { capacity, taken }) => sum + capacity - taken, 0)
  if (open.length === 0) return { words: '结束了', lacks: false }
  return lack > 0 ? { words: `缺${lack}人`, lacks: true } : { words: '排队可补', lacks: false }
}

export const phaseWords: Record<Row['phase'], string> = {
  draft: '等发布',
  open: '报名中',
  running: '正在做',
  over: '做完了',
  cancelled: '取消了',
}

const stateWords: Record<SignUpState, string> = {
  asked: '等队长看看',
  accepted: '我在',
  waiting: '候补',
  offered: '有空位了',
  present: '签到了',
  done: '做完了',
  no_show: '没来',
  cancelled: '退了',
  declined: '队长没同意',
}
export const mineWords = ({ state, place, guest }: Mine): string =>
  [guest, place === null ? stateWords[state] : `候补排第${place}`].filter(Boolean).join('：')

export const personState = ({ state, inAt, outAt, minutes, near, confirmed }: Person): string => {
  const said = [stateWords[state] === '我在' ? '还没到' : stateWords[state]]
  if (inAt !== null) said.push(`${clockWords(inAt)}到`)
  if (outAt !== null) said.push(`${clockWords(outAt)}走`)
  if (minutes !== null) said.push(minutesWords(minutes))
  if (near) said.push(nearWords(near))
  if (confirmed) said.push('已确认')
  return said.join('，')
}

/** A phone is not sure of itself, and says so; a point on a map is its person's word. */
export const nearWords = ({ metres, accuracyM }: Near): string =>
  `离集合点约${metres}米（${accuracyM === null ? '自己在地图上点的' : `手机说可能差${accuracyM}米`}）`

/** 到没到附近: what the phone said is shown before it is sent, and no answer is no harm. */
export const where = {
  ask: '让手机说到没到附近',
  onMap: '自己在地图上点',
  help: '可以不说，不影响签到。只记离集合点多远，不记在哪儿。',
  before: ({ metres, accuracyM }: Near): string =>
    accuracyM === null
      ? `您点的地方离集合点约${metres}米，签到时一起说。`
      : `手机说您离集合点约${metres}米，误差约${accuracyM}米，签到时一起说。`,
  silence: {
    denied: '手机没让我们看位置。没关系，照样签到。',
    late: '手机一时没找到位置。没关系，照样签到。',
    unknown: '这台手机说不出在哪儿。没关系，照样签到。',
  },
} as const

export const entryState = ({ kind, reason, dispute }: Entry): string => {
  if (dispute === 'open') return '异议等答复'
  if (kind === 'waiting') return '等领队确认'
  if (kind === 'no_show') return '记的是没来'
  if (kind === 'late') return '开始前12小时内说的来不了'
  if (kind === 'reversal') return '更正，冲掉'
  return kind === 'correction' ? `更正：${reason}` : '已确认'
}

export const entryAmount = ({ kind, minutes }: Entry): string =>
  kind === 'no_show' || kind === 'late' ? '0分' : `${minutes < 0 ? '−' : '+'}${minutesWords(minutes)}`

export const volunteers = {
  title: '志愿服务',
  mine: (minutes: number) => `${hoursOf(minutes)}小时，今年做的`,
  hours: '时长和证明',
  filter: '看哪些任务',
  shows: { coming: '缺人手', mine: '我的', drafts: '等发布', past: '做过的' },
  empty: {
    coming: { title: '这会儿没有要帮忙的', help: '有了会写在这里，也可以到楼栋长那儿说一声。' },
    mine: { title: '您还没有报名', help: '到“缺人手”里挑一个。' },
    drafts: { title: '没有等发布的', help: '楼栋长写了任务，会等队长发布。' },
    past: { title: '还没有做过的', help: '做完的任务写在这里。' },
  },
  write: '写一个任务',
  insured: '有保险',
  age: (years: number) => `${years}岁起`,
  answer: '异议和证明',
} as const

export const task = {
  title: '志愿任务',
  leader: (name: string, isMine: boolean) => (isMine ? '您是领队' : `领队${name}`),
  shifts: (count: number) => (count > 1 ? `分${count}段，挑一段` : '报名'),
  aside: '时间不冲突就能再挑',
  taken: ({ taken, capacity, waiting }: Shift) =>
    `${taken}/${capacity}人${waiting > 0 ? `，${waiting}人候补` : ''}`,
  join: '报名',
  queue: '排候补',
  yes: '就这样报',
  cancel: '来不了',
  confirm: '我还来',
  offer: (until: number, now: number) => `有空位了，${momentWords(until, now)}前点一下`,
  checkIn: '签到',
  checkOut: '签退',
  guest: '帮别人报名',
  guestHelp: '家人或邻居没有手机的，您来报。只留名字，给领队看，结束就删。没有账号的人只记到场，不记时长。',
  guestName: '他叫什么',
  guestAgreed: '他本人同意了',
  trained: '培训我会参加',
  trainedHelp: (training: string) => `风险高，先练再去：${training}`,
  cancelTitle: '这次来不了？',
  cancelHelp: (freeUntil: number, now: number) =>
    now > freeUntil
      ? '不到12小时就开始了，会记一次“晚退”。还是谢谢您说一声。'
      : '来不了请提前说一声，空出来的位子马上给候补的人。',
  code: '屏幕上的6个数',
  codeHelp: '领队的手机上有，半分钟换一次。',
  scan: '扫领队的码',
  map: '看地图、怎么走',
  cameIn: (near: Near) => `签到了，${nearWords(near)}`,
  done: (minutes: number) => `记下了：${minutesWords(minutes)}，等领队确认`,
  risk: '要小心什么',
  insurance: (words: string) => `保险：${words}`,
  training: (words: string) => `培训：${words}`,
  skills: '会这些的更好',
  free: (at: number, now: number) => `来不了请在${momentWords(at, now)}前说一声。`,
  from: { concern: '从一件民情来', motion: '从一个决议来' },
  repeats: (days: number, until: number) =>
    `每${days / 7 === 1 ? '' : days / 7}周一次，到${dateWords(until)}`,
  minimum: (count: number) => `至少${count}人，前一天不够就不办`,
  note: (words: string) => `取消了：${words}`,
  called: '这一段取消了',
  deeds: '您能做的',
  publish: '发布',
  change: '改时间和人数',
  goOn: '再续一季',
  goOnHelp: (until: number) => `现在定到${dateWords(until)}，还要的话再续三个月。`,
  cancelTask: '取消任务',
  cancelNote: '为什么取消',
  lead: '领队：签到和名单',
} as const

export const write = {
  title: '写志愿任务',
  notMine: { title: '任务由楼栋长和网格来写', help: '想做什么，同楼栋长或志愿服务队长说一声。' },
  fields: {
    title: { label: '做什么', placeholder: '打扫布置活动室' },
    detail: { label: '怎么做', placeholder: '擦窗、扫地、摆桌椅' },
    place: { label: '在哪儿集合', placeholder: '1栋旁活动室' },
    riskNote: { label: '要小心什么', placeholder: '地面湿滑，穿防滑鞋' },
    insurance: { label: '哪一份保险', placeholder: '街道志愿者意外险' },
    training: { label: '先练什么', placeholder: '交警带练半小时' },
    minAge: { label: '几岁起' },
    day: { label: '哪一天', placeholder: '2026-11-29' },
    from: { label: '几点开始', placeholder: '8:00' },
    to: { label: '几点结束', placeholder: '10:00' },
    capacity: { label: '要几个人' },
    minimum: { label: '至少几个人，0是来几个都行' },
    label: { label: '这一段做什么', placeholder: '擦窗' },
  },
  onMap: '在地图上点集合的地方',
  onMapAgain: '地图上点好了，换一个点',
  offMap: '不要地图上的点',
  kind: '哪一类',
  risk: '风险',
  skills: '会这些的更好',
  repeats: '再来',
  repeatWords: { '0': '就一次', '7': '每周', '14': '每两周', '28': '每四周' },
  shift: (n: number) => `第${n}段`,
  another: '再加一段',
  wrongTime: '写成2026-11-29和8:00这样，结束要在开始后面，最长12小时',
  wrongNumber: '写一个数',
  riskHelp: { low: '14岁起都能来', medium: '满18岁的来，要写小心什么', high: '满18岁的来，要有保险和培训' },
  send: '写好了',
  sent: '发布以后，大家才看得到。',
} as const

export const lead = {
  title: '签到和名单',
  show: '让大家扫这个码签到',
  type: '扫不了的，念这6个数给他',
  square: '签到的二维码',
  changes: (seconds: number) => `${seconds}秒后换`,
  closed: '开始前1小时到结束后半小时，这里出签到码。',
  list: '名单',
  come: (there: number, all: number) => `${there}人到了，共${all}人`,
  mark: '到了',
  leave: '走了',
  agree: '让他来',
  decline: '这次不来',
  noShows: '90天里三次没来，您看看再说',
  late: (count: number) => `${count}人晚退`,
  lateHelp: '开始前12小时内说来不了的。只给您看，谁也不会因此不能再报。',
  lateLine: ({ name, at }: Late, now: number) => `${name}，${momentWords(at, now)}说的`,
  offline: '没网也能点名：先记在手机上，有网自动交，交几次都一样。',
  waits: '记在手机上了',
  confirm: '确认时长',
  confirmAll: (count: number) => `确认${count}人的时长`,
  own: '您自己的时长，由志愿服务队长确认。',
  correct: '更正',
  minutes: '应该是多少分钟',
  reason: '为什么更正',
  nobody: '还没有人报名',
} as const

export const hours = {
  title: '服务时长',
  year: (year: number) => `${year}年，已确认`,
  unit: '小时',
  sum: (minutes: number, times: number) => `${minutes}分钟，${times}次`,
  chart: '每个月多少',
  month: (n: number) => `${n}月`,
  monthLine: (n: number, minutes: number) => `${n}月，${minutesWords(minutes)}`,
  table: '按月看',
  entries: '一笔一笔记着',
  noShows: (count: number) => `90天里有${count}次没来。三次以后再报名，队长先同您说一声；记错了可以说。`,
  none: { title: '还没有记录', help: '做完一次，领队确认了就写在这里。' },
  line: ({ day, leader }: Entry) => `${dateWords(noonOf(day))}，领队${leader}`,
  dispute: '不对，说一声',
  disputeTitle: '哪里不对',
  disputeHelp: '30天内可以说，由确认的人以外的人来答复。',
  shouldBe: '应该是多少分钟',
  why: '怎么回事',
  answered: (answer: string) => `答复：${answer}`,
  points: '积分',
  balance: (points: number) => `积分另算，现在${points}分。时长不换东西，也不过期。`,
  rules: '半小时1分，一天最多10分，24个月没用就没了。到社区领。',
  cost: (cost: number, stock: number) => `${cost}分，还有${stock}份`,
  exchange: '换',
  rewards: '能换的',
  pointWords: { service: '志愿服务', correction: '时长更正', exchange: '换了' },
  certificates: '志愿服务证明',
  ask: '开一张证明',
  askHelp: '免费。写上证明上要的姓名，社区开好了告诉您；名字加密存着，验真伪的人只看到头一个字。',
  name: '证明上的姓名',
  no: (no: string) => `编号 ${no}`,
  asked: '等社区开',
  declined: (reason: string) => `这次没开：${reason}`,
  askAgain: '可以再申请，时长都还在。',
  revoked: (reason: string) => `收回了：${reason}`,
  period: (from: number, to: number) => `${yearDateWords(noonOf(from))}到${dateWords(noonOf(to))}`,
  save: '存到手机',
  verify: '验真伪',
  cloud: '云端不印证明，请到自己的服务器上打开。',
} as const

export const verify = {
  title: '验志愿证明',
  help: '写上证明上的编号和验证码，谁都可以验。',
  no: '编号',
  code: '验证码',
  check: '验一验',
  real: '是真的',
  revoked: '这张已经收回，不作数',
  none: { title: '没有这张证明', help: '看看编号和验证码有没有写错。' },
  name: (name: string) => `姓名 ${name}`,
  served: (times: number, minutes: number) => `服务${times}次，共${minutes}分钟（${hoursOf(minutes)}小时）`,
  issued: (issuer: string, at: number) => `${issuer}，${yearDateWords(at)}开`,
} as const

export const answering = {
  title: '异议和证明',
  disputes: '时长异议',
  none: '没有等答复的',
  line: (day: number, recorded: number, minutes: number) =>
    `${dateWords(noonOf(day))}，记的${minutesWords(recorded)}，他说${minutesWords(minutes)}`,
  answer: '答复',
  decision: '怎么定',
  correct: '按他说的改',
  uphold: '维持',
  note: '理由',
  certificates: '证明',
  counted: (minutes: number) => `现在记着${minutesWords(minutes)}`,
  issue: '开具',
  ended: {
    decline: { act: '这次不开', reason: '为什么不开' },
    revoke: { act: '收回', reason: '为什么收回' },
  },
  offer: '放一样能换的',
  what: '是什么',
  cost: '几分',
  stock: '几份',
  offered: '放好了',
} as const
