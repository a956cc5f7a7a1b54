import type { OutputOf } from '#contracts/operations'
import type { StatutoryRule } from '#core/council/charter'
import type { Ending } from '#core/council/motion'
import type { MotionEventKind } from '#core/council/motion-events'
import type { MotionRule, UnitKind } from '#core/council/statute'
import type { Choice, Needed, Outcome } from '#core/council/tally'
import type { Doubt } from '#core/council/verify'
import type { Role } from '#core/people/actor'
import { dateWords, leftWords, momentWords, yearDateWords } from './dates'
import { roleWords } from './me'
import { motionStateWords } from './motion-states'
import { bodyWords } from './units'

type Row = OutputOf<'motions.list'>['items'][number]

export const endingWords: Record<Ending, string> = {
  archived: '办成归档',
  rejected: '没有通过',
  no_quorum: '参加的不够，没有定',
  lapsed: '附议不够，到期了',
  withdrawn: '提议人撤回',
  referred: '改当民情办',
  annulled: '复核后撤销',
  void: '投票作废',
}

export const choiceWords: Record<Choice, string> = { for: '赞成', against: '反对', abstain: '弃权' }
export const sideWords = { for: '赞成', against: '反对' } as const
export const outcomeWords: Record<Outcome, string> = {
  passed: '通过了',
  rejected: '没有通过',
  no_quorum: '参加的不够，没有定',
  tied: '得票一样，没有定',
}

export const ruleWords: Record<MotionRule, string> = {
  ordinary: '一般决议',
  special: '特别决议',
  absolute: '绝对多数',
  election: '推选',
  residents: '居民会议',
  households: '户代表会议',
  owners_general: '业主共同决定（一般）',
  owners_major: '业主共同决定（重大）',
}

/** What a matter wants to be decided, in a body of such units. */
export function passWords(rule: MotionRule, kind: UnitKind): string {
  const whole = bodyWords[kind].whole
  const said: Record<MotionRule, string> = {
    ordinary: `赞成要过参加${whole}的一半`,
    special: `赞成要到参加${whole}的三分之二，还要过全部${whole}的一半`,
    absolute: `赞成要过全部${whole}的一半`,
    election: '得票多的当选',
    residents: '赞成要过参加居民的一半',
    households: '赞成要过参加户数的一半',
    owners_general: '人数和面积，赞成都要过参加的一半',
    owners_major: '人数和面积，赞成都要到参加的四分之三',
  }
  return said[rule]
}

/** What the law gives to other bodies; none of it is opened here before an official has confirmed it. */
export const statutoryWords: Record<StatutoryRule, string> = {
  residents: '居民会议：过一半居民参加，赞成要过参加的一半',
  households: '户代表会议：三分之二的户参加，赞成要过参加的一半',
  owners_general: '业主共同决定一般的事：人数和面积都要三分之二参加，赞成都要过参加的一半',
  owners_major: '业主共同决定重大的事：人数和面积都要三分之二参加，赞成都要到参加的四分之三',
}

interface Deciding {
  rule: MotionRule
  kind: UnitKind
  units: number
  needed: Needed
}

/** 191栋：至少128栋参加；赞成要过参加楼栋的一半。刚好128栋参加，要65栋赞成；都参加，要96栋。 */
export function neededWords({ rule, kind, units, needed }: Deciding): string {
  const pass = passWords(rule, kind)
  const unit = bodyWords[kind].unit
  if (rule === 'election')
    return `${units}${unit}：至少${needed.quorum}${unit}参加，${pass}；得票一样就再投，还一样就当众抽签`
  if (needed.quorum === 0) return `${units}${unit}：${pass}，要${needed.forAtFull}${unit}赞成`
  return `${units}${unit}：至少${needed.quorum}${unit}参加；${pass}。刚好${needed.quorum}${unit}参加，要${needed.forAtQuorum}${unit}赞成；${units}${unit}都参加，要${needed.forAtFull}${unit}`
}

type Counted = Pick<OutputOf<'motions.get'>, 'rule' | 'unitKind' | 'ballot' | 'units' | 'needed'>

/** The same of a motion: by the roll of its poll once there is one, by the register of today before. */
export const neededOf = ({ rule, unitKind, ballot, units, needed }: Counted): string =>
  neededWords({ rule, kind: unitKind, units: ballot?.units ?? units, needed: ballot?.needed ?? needed })

/** Square centimetres as square metres with two places; what is smaller than 1平方分米 is not shown. */
export function areaWords(cm2: number): string {
  const hundredths = (cm2 - (cm2 % 100)) / 100
  const rest = hundredths % 100
  return `${(hundredths - rest) / 100}.${String(rest).padStart(2, '0')}平方米`
}

/** 86,000.00元 is written 86000元: whole yuan where there are no 分. */
export function moneyWords(fen: number): string {
  if (fen === 0) return '不花钱'
  const rest = fen % 100
  const yuan = (fen - rest) / 100
  return rest === 0 ? `${yuan}元` : `${yuan}.${String(rest).padStart(2, '0')}元`
}

/** What a row of the list says besides its title. */
export function rowFact(row: Row, now: number): string {
  if (row.state === 'ended' && row.ending) return endingWords[row.ending]
  if (row.poll) return now < row.poll.closesAt ? `${momentWords(row.poll.closesAt, now)}截止` : '正在计票'
  if (row.state === 'proposed')
    return `${motion.seconds(row)}${row.nextAt ? `，${leftWords(row.nextAt, now)}` : ''}`
  if (row.state === 'debating') return `赞成看法${row.speeches.for}，反对看法${row.speeches.against}`
  if (row.state === 'publicity' && row.nextAt) return `公示到${dateWords(row.nextAt - 1)}24:00`
  return motionStateWords[row.state]
}

/** Follows the number of those who have voted. */
export const turnoutWords = (units: number, kind: UnitKind): string =>
  `${bodyWords[kind].unit}投了，共${units}${bodyWords[kind].unit}`
export const missingWords = (missing: number, kind: UnitKind): string =>
  missing > 0 ? `再有${missing}${bodyWords[kind].unit}就作数` : '够数了，作数'

export const council = {
  title: '议事会',
  none: { title: '这里还没有议事会', help: '满3栋有楼栋长，就能请社区来成立。' },
  propose: '提议题',
  shows: (open: number, done: number) => ({ open: `在办 ${open}`, done: `有结果 ${done}` }),
  filter: '看哪些议题',
  empty: { open: '现在没有在办的议题', done: '还没有有结果的议题' },
  emptyHelp: '住这里的都能提，先有人附议。',
  units: (units: number, represented: number, kind: UnitKind) =>
    kind === 'building'
      ? `${units}栋，${represented}栋有楼栋长`
      : `${units}${bodyWords[kind].unit}，${represented}${bodyWords[kind].unit}知道谁来投`,
  lead: (chair: string | null, secretary: string | null) =>
    [chair && `召集人${chair}`, secretary && `${secretary}把关`].filter(Boolean).join('，'),
  rules: '怎么算通过',
  others: '这里别的会',
  struck: (label: string) => `${label}从名册里划去了`,
  off: '这几样是法定的，街道两位工作人员核对过法条才开，也只归业主、户或居民自己定：',
  unconfirmed: '规则还没有确认',
  confirmed: (source: string) => `依据${source}`,
  notHere: (kind: UnitKind) => `归${bodyWords[kind].decides}定，这里不能开`,
  receipts: '我的回执',
  receipt: (label: string, receipt: string) => `${label}，回执号${receipt}`,
  vote: '去投票',
  look: '去看看',
} as const

/** Why a statutory rule cannot be used here, or on what it rests. */
export function standsWords(
  { source, body }: { source: string | null; body: UnitKind },
  here: UnitKind,
): string {
  if (source === null) return council.unconfirmed
  return body === here ? council.confirmed(source) : council.notHere(body)
}

export const motion = {
  title: '议题',
  no: (no: string, proposer: string) => `${no}，${proposer}提的`,
  ladder: '走到哪一步',
  steps: ['提议', '附议', '把关', '预告', '商量', '投票', '公示', '生效'],
  here: '正在这一步',
  past: '走过了',
  ahead: '还没到',
  what: '做什么',
  who: '谁来做',
  byWhen: '几时做完',
  cost: '花多少',
  until: (at: number) => `${yearDateWords(at)}前`,
  changed: (n: number, changed: string) => `第${n}版改了：${changed}`,
  concern: '从这件民情来的',
  note: '理由',
  debate: '大家怎么说',
  nobodySpoke: '还没有人说',
  say: '我说一句',
  debateFrom: (moment: string) => `${moment}起可以商量`,
  seconds: ({ unitKind, seconds, secondsNeeded }: Pick<Row, 'unitKind' | 'seconds' | 'secondsNeeded'>) =>
    `${seconds}${bodyWords[unitKind].unit}附议，满${secondsNeeded}${bodyWords[unitKind].unit}上会`,
  secondedBy: (labels: string) => `附议的：${labels}`,
  secondFor: (label: string) => `${label}附议`,
  tooFew: (kind: UnitKind) => `还没有${bodyWords[kind].unit}附议`,
  closes: (moment: string) => `${moment}截止`,
  counting: '截止了，正在计票',
  hidden: (kind: UnitKind) => `截止前谁也看不到怎么投的，只看得到几${bodyWords[kind].unit}投了。`,
  vote: '去投票',
  change: '看看或改票',
  secret: '不记名：只公布总数',
  open: '记名：截止后公布每一票怎么投',
  roll: (hash: string) => `名册指纹 ${hash.slice(0, 16)}`,
  result: '表决结果',
  quorumLine: '参加够数',
  passLine: '赞成够数',
  want: (kind: UnitKind) => (wanted: number, had: number) =>
    `要${wanted}${bodyWords[kind].unit}，有${had}${bodyWords[kind].unit}`,
  areaQuorumLine: '参加面积够数',
  areaPassLine: '赞成面积够数',
  wantArea: (wanted: number, had: number) => `要${areaWords(wanted)}，有${areaWords(had)}`,
  absent: (many: number) => `没投 ${many}`,
  check: '验票',
  fingerprint: (hash: string) => `记录指纹 ${hash.slice(0, 16)}`,
  publicity: '公示',
  publicUntil: (until: number, now: number) => `${momentWords(until - 1, now)}止`,
  objections: (many: number, needed: number, kind: UnitKind) =>
    `${many}${bodyWords[kind].unit}提了异议，满${needed}${bodyWords[kind].unit}重新审议`,
  deeds: '您能做的',
  timeline: '经过',
  by: (role: Role, by: string) => (role === 'resident' || role === 'head' ? by : `${roleWords[role]}${by}`),
  clock: '时间到了',
} as const

export const eventWords: Record<'propose' | MotionEventKind, string> = {
  propose: '提议',
  second: '附议',
  screen: '把关',
  nominate: '推荐参选',
  stand: '参选',
  step_down: '退选',
  revise: '改好了再交',
  announce: '预告',
  open_debate: '开始商量',
  amend: '按大家说的改',
  open_poll: '开投',
  extend: '延长',
  tally: '计票',
  void: '宣布作废',
  leave_to_lot: '7天没有再投，改抽签',
  draw: '抽签',
  watch: '见证抽签',
  object: '提异议',
  review: '复核',
  enforce: '决议生效',
  begin: '开始落实',
  accept: '验收',
  send_back: '说还没好',
  archive: '归档',
  withdraw: '撤回',
  lapse: '到期了',
}

/** The sheets: what each step does, and the words it wants. */
export const stepWords = {
  screen: { name: '把关', what: '合不合法，归不归议事会定，写得清不清楚。', label: '理由' },
  revise: { name: '改一改', what: '改好再交，附议还算数。', label: '改了什么' },
  announce: { name: '预告', what: '先让大家知道，3天后才能商量和投票。', label: '' },
  open_debate: { name: '开始商量', what: '先说赞成还是反对，再说理由。', label: '' },
  amend: { name: '改议题', what: '题目不能改，改了记成新的一版。', label: '改了什么' },
  open_poll: { name: '开投', what: '从现在起名册和规则都不变，到点自动截止，谁也不能提前。', label: '' },
  extend: { name: '延长', what: '参加的不够才能延，只能延一次，最多7天。大家都会收到消息。', label: '' },
  void: { name: '宣布作废', what: '只在名册有误、有人动了手脚、违法时用，理由公开。', label: '理由' },
  object: { name: '提异议', what: '代表楼栋、户或自己提，理由公开，不写名字。', label: '理由' },
  review: { name: '复核', what: '看过异议再定，理由公开。', label: '理由' },
  withdraw: { name: '撤回', what: '这个议题就到这里。', label: '为什么' },
} as const satisfies Partial<Record<MotionEventKind, { name: string; what: string; label: string }>>
export type SheetKind = keyof typeof stepWords

export const stepChoices = {
  screen: { schedule: '可以上会', return: '退回改', refer: '当民情办' },
  review: { uphold: '维持', revote: '再投一次', annul: '撤销' },
  more: '多几天',
  days: { label: '投几天', 3: '3天', 5: '5天', 7: '7天' },
  opinion: { label: '问问居民', no: '不问', yes: '也问居民' },
  ballots: { label: '怎么投', open: '记名', secret: '不记名' },
  decision: '怎么定',
  unit: '代表哪一票',
  text: '做什么',
  who: '谁来做',
} as const

export const speak = {
  title: '我说一句',
  what: '先说赞成还是反对，再说理由。一人最多说2次，中间要隔着别人。',
  side: '您的看法',
  words: '理由',
  placeholder: '比如：下雨天台阶滑，坡道走得稳',
  send: '说出去',
  public: '说了大家都看得到。',
} as const

export const proposal = {
  title: '提议题',
  from: (title: string) => `从“${title}”来`,
  kept: '上次没写完的还在，接着写。',
  fields: {
    title: { label: '题目', hint: '4到40个字，定下来就不能改' },
    text: { label: '做什么', hint: '说得能照着做', placeholder: '比如：在1栋东侧台阶旁做一条轮椅能过的坡道' },
    who: { label: '谁来做', hint: '写清楚人或单位' },
    cost: { label: '要花多少元', hint: '不花钱写0' },
  },
  byWhen: '几时做完',
  times: { 30: '1个月内', 90: '3个月内', 180: '半年内' },
  rule: '怎么定',
  send: '提上去',
  public: '谁都看得到。提了以后要有人附议，才能上会。',
  notMine: { title: '住这里的才能提', help: '住处确认了就能提，请楼栋长认一认。' },
  wrongCost: '写一个数，最多两位小数',
} as const

export const ballot = {
  title: '投票',
  lamps: (lit: number, all: number) => `${all}盏灯亮了${lit}盏`,
  lampHelp: (kind: UnitKind) =>
    `亮几盏灯，就是几${bodyWords[kind].unit}参加了，不显示是哪一${bodyWords[kind].unit}。`,
  represents: (labels: string) => `您代表${labels}`,
  abstain: '弃权算参加，不算赞成。截止前可以改。',
  fixed: '弃权算参加，不算赞成。投了就不能改。',
  choose: '每一票都选一样',
  says: (label: string, said: string) => `${label}投“${said}”`,
  now: (said: string) => `现在是“${said}”`,
  sure: { title: '就这样投吗', yes: '投出去' },
  receipts: {
    title: '投好了',
    help: '记下回执号，截止后拿它查您的票在不在里面。改了票，以新的回执为准。',
    code: (receipt: string) => `回执${receipt}的二维码，验票时可以扫`,
    copy: '复制回执号',
    copied: '复制好了',
    failed: '复制不了，照着抄一下',
    back: '回议题',
  },
  none: {
    title: '这次没有您的票',
    help: (kind: UnitKind) =>
      kind === 'building'
        ? '一栋一票，由开投那天在册楼栋的现任楼栋长来投。'
        : `一${bodyWords[kind].unit}一票，由开投那天名册里写的人来投。`,
  },
  over: { title: '票已经截止了', help: '去看结果，也可以验票。' },
} as const

export const check = {
  title: '验票',
  what: '在您的手机上把每一票重数一遍，不问服务器。',
  counting: '正在重数',
  sound: '没有问题',
  soundHelp: (taking: number, all: number, kind: UnitKind) =>
    `${all}${bodyWords[kind].unit}的名册，${taking}张票，从头数了一遍，和公布的一样`,
  unsound: '对不上',
  doubts: {
    unreadable: '这不是一份投票记录',
    rewritten: '有人动过这份记录的文字',
    broken_chain: '有一行改过、少了、多了或者换了位置',
    another_record: '不是公布的那一份',
    ballot_not_of_roll: '有一张票不是名册里的，或者同一票投了两张',
    receipt_not_of_ballot: '有一张票和它的回执对不上',
    choices_do_not_match: '票数和参加的数对不上',
    another_result: '数出来和公布的结果不一样',
  } satisfies Record<Doubt, string>,
  line: (line: number) => `第${line + 1}行`,
  counts: (choice: Choice, many: number) => `${choiceWords[choice]}${many}票`,
  mine: '我的票在里面吗',
  receipt: '回执号',
  receiptHint: '像 K3M9-2Q7F，大小写都行',
  look: '找一找',
  scan: '扫一扫',
  found: '在里面',
  missing: '没找到，看看是不是改过票，以最后的回执为准',
  houses: '每一票怎么投的',
  secretHouses: (kind: UnitKind) => `不记名的票，不公布哪${bodyWords[kind].count}怎么投。`,
  list: (said: string, labels: string) => `${said}：${labels}`,
  nobody: '没有',
  keep: '存一份记录',
  kept: '存好了，可以拿到别处去验',
  notKept: '没存成，再点一次',
  fingerprint: (hash: string) => `指纹 ${hash}`,
  rollSame: '名册和开投时公布的一样',
  rollOther: '名册和开投时公布的不一样',
  other: '验别的记录',
  paste: '把整份记录粘贴在这里',
  verify: '验这一份',
} as const
