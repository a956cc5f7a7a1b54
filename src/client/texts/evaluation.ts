import type { QUESTIONS } from '#core/evaluation/appraisal'
import type { Correction } from '#core/evaluation/card'
import type { AdjustmentReason, Band, ComponentKey, Stars, SubjectKind } from '#core/evaluation/formula'
import type { Life } from '#core/evaluation/life'
import type { RewardBatch, RewardUnit } from '#core/evaluation/reward'

/** What each line of a card asks. */
export const componentWords: Record<ComponentKey, string> = {
  record: '楼栋卡确认了',
  occupancy: '新住户3天内认了',
  notices: '通知传到户',
  contact: '按时联系反映人',
  closing: '在自己这一级办完',
  satisfaction: '反映人满意',
  attendance: '开会到场',
  ballots: '替楼栋投了票',
  patrols: '每周巡查',
  hazards: '隐患跟到底',
  appraisal: '住户评议',
  response: '按时联系反映人',
  resolution: '按时办结',
  own_level: '在网格里办完',
  on_time: '没有超期的事',
  seats: '八个席位到位',
  register: '楼栋卡90天内确认过',
  council: '议事会按时开',
  goals: '每周小目标做到',
}

/** The kind of record an event is, by what its id begins with. */
const EVENT_WORDS: Record<string, string> = {
  concern: '一件民情',
  inspection: '一次巡查',
  week: '这一周没有巡查记录',
  goal: '一个小目标',
  goal_week: '这一周没有定小目标',
  motion: '一项决议',
  notice: '一则通知',
  card: '楼栋卡',
  home: '一户新住户',
  hazard: '一处隐患',
  appraisal: '一个季度的住户评议',
  seat: '一个席位',
  poll: '一次表决',
  meeting: '一次会议',
}

export const stateWords: Record<Life['state'], string> = {
  computed: '刚算出来',
  preview: '等本人核对',
  confirmed: '确认了，等公布',
  published: '公布了',
}

export const bandWords: Record<Band, string> = {
  small: '1000人以内的网格',
  middle: '1001到2500人的网格',
  large: '2500人以上的网格',
}

export const reasonWords: Record<AdjustmentReason, string> = {
  leads_project: '牵头办成共治项目',
  motion_adopted: '提的议题通过了',
  saved_from_accident: '避免了一次事故',
  concealed_hazard: '瞒报隐患',
  leaked_resident_data: '泄露住户信息',
  misreported: '虚报',
}

const asWords: Record<Correction['as'], string> = { granted: '算做到了', struck: '这一件不算' }

/** `2026-10` -> 2026年10月 */
export const monthWords = (period: string): string => {
  const [year, month] = period.split('-')
  return `${year}年${Number(month)}月`
}

/** Tenths of a point -> 89.3分 */
export const scoreWords = (score: number | null): string =>
  score === null ? '数据不足，不评' : `${Math.floor(score / 10)}.${score % 10}分`

export const starWords = (stars: Stars | null): string => (stars === null ? '不评' : `${stars}颗星`)
export const starMarks = (stars: Stars | null): string => (stars === null ? '' : '★'.repeat(stars))

export const moneyWords = (amount: number, unit: RewardUnit): string => {
  if (unit === 'points') return `${amount}积分`
  const fen = String(amount % 100).padStart(2, '0')
  return `${Math.floor(amount / 100)}.${fen}元`
}

export const scores = {
  title: '考评',
  mine: '我的考评',
  none: '还没有您的考评，每月1日算上个月的。',
  survey: '评议楼栋长',
  surveyHelp: '一季一次，三个问题，不记名',
  lists: '公布的考评',
  heads: '本网格的楼栋长',
  grids: '各个网格',
  gridsHelp: '和大小差不多的网格比',
  rewards: '考核奖励',
  rewardsHelp: '公示中的和记下的',
  work: '办考评',
  boardHeads: '楼栋长考评：确认、公布',
  boardGrids: '网格考评：确认、公布',
  help: '每一项都由有记录的事算出来。投了什么票、有多少人反映，都不算。',
} as const

export const card = {
  title: '考评卡',
  edition: (edition: number) => `第${edition}版`,
  until: (left: string) => `本人核对：${left}`,
  applicable: (weight: number) => `满分100，这个月用得上的有${weight}分`,
  components: '每一项怎么算的',
  formula: (name: string) => `办法${name}`,
  share: (num: number, den: number) => `做到${num}，应做${den}`,
  notApplicable: '不适用，分摊到别的项',
  weight: (weight: number) => `占${weight}分`,
  events: (count: number) => `依据${count}件`,
  noEvents: '没有记录',
  eventsTitle: (component: string) => `${component}：依据`,
  event: (id: string): string => EVENT_WORDS[id.slice(0, id.indexOf(':'))] ?? '一条记录',
  counted: (num: number, den: number) =>
    num >= den ? '算做到' : num === 0 ? '算没做到' : `算${den}分之${num}`,
  open: '去看看',
  adjustments: '加减分',
  points: (points: number) => (points > 0 ? `加${points}分` : `减${-points}分`),
  appeals: '申诉',
  appeal: '这一件不对',
  appealTitle: '申诉：这一件算得不对',
  appealLabel: '哪里不对',
  appealHint: '5个工作日内由别人答复',
  answer: '答复',
  answerTitle: '答复申诉',
  answerLabel: '理由',
  choices: { keep: '维持', granted: '算做到了', struck: '这一件不算' },
  answeredAs: (as: Correction['as'] | null) => (as === null ? '维持不变' : asWords[as]),
  waiting: (until: string) => `等答复，${until}`,
  editions: '改过几版',
  editionLine: (edition: number, score: string) => `第${edition}版：${score}`,
  talk: '谈一谈',
  talkHelp: '连续两个月一颗星：谈一次话，写下怎么改进。不因此免职。',
  planLabel: '怎么改进',
  plan: '写下改进办法',
  proof: '自己核算',
  proofHelp: '复制卡片原文，用 npm run verify-score 核算，字节一样才算对。',
  copy: '复制原文',
  copied: '复制好了',
  hash: (hash: string) => `指纹 ${hash.slice(0, 16)}`,
  chart: (component: string, words: string) => `${component}，${words}`,
} as const

export const list = {
  titles: { head: '楼栋长星级', grid: '网格考评' } as Record<SubjectKind, string>,
  month: '哪个月',
  none: '还没有公布过',
  n: (n: number) => `一共${n}个`,
  stars: (stars: Stars | null, n: number) => `${starWords(stars)}，${n}个`,
  help: '只和同样大小的比。细项只有本人和管考评的人看得到。',
} as const

export const board = {
  titles: { head: '办楼栋长考评', grid: '办网格考评' } as Record<SubjectKind, string>,
  progress: '到哪一步了',
  counted: (n: number) => `${n}张`,
  ready: (n: number) => `核对期满、没有申诉的${n}张`,
  confirm: '确认这些',
  publish: '公布确认了的',
  compute: '现在算上个月',
  computeHelp: '平时每月1日自动算',
  done: (done: number, left: number) =>
    left === 0 ? `办了${done}张` : `办了${done}张，还有${left}张现在不能办`,
  computed: (n: number) => `算出${n}张，剩下的接着算`,
  appeals: '等答复的申诉',
  talks: '要谈一谈的',
  adjustments: '等第二个人定的加减分',
  adjust: '提加减分',
  adjustTitle: '给谁加减分',
  house: '哪一栋（楼栋编号）',
  houseHint: '比如 JX-023',
  reason: '为什么',
  evidence: '依据',
  evidenceHint: '写明在哪儿查得到，另一人要核对',
  send: '交给另一人定',
  missing: '先选为什么、写依据',
  agree: '同意',
  refuse: '不同意',
  none: '没有等着的',
} as const

export const rewards = {
  title: '考核奖励',
  help: '这里只记账，不发钱。',
  none: { title: '还没有考核奖励', help: '提出、审批后在这里公示5天。' },
  states: { proposed: '等审批', declined: '没同意', posted: '公示中', recorded: '记下了' } as Record<
    RewardBatch['state'],
    string
  >,
  total: (n: number, money: string) => `${n}人，共${money}`,
  who: (proposed: string, approved: string | null) =>
    approved ? `${proposed}提出，${approved}审批` : `${proposed}提出`,
  until: (left: string) => `公示${left}`,
  objections: (n: number) => `意见${n}条`,
  decide: '审批',
  approve: '同意，公示5天',
  decline: '不同意',
  object: '提意见',
  record: '记下来',
  objectLabel: '您的意见',
  noteLabel: '怎么答复的',
  reasonLabel: '为什么不同意',
  propose: '提出奖励',
  proposeTitle: '提出一批奖励',
  proposeHelp: (month: string, five: number, four: number) => `${month}：五颗星${five}人，四颗星${four}人`,
  five: '五颗星每人多少元',
  four: '四颗星每人多少元',
  fourHint: '不奖就写0',
  name: (month: string) => `${month}楼栋长考核奖励`,
  nobody: '这个月没有四颗星以上的',
  wrong: '填整数，最多10000元',
  sent: '交上去了，等街道审批',
} as const

export const survey = {
  title: '评议楼栋长',
  lead: (label: string, head: string) => `${label}楼栋长${head}，这一季您觉得怎么样？`,
  help: '不记名，只存总数。满3个人才算进考评，他看不到谁怎么评。',
  questions: {
    finds_him: '有事找得到他',
    tells_us: '通知、安排告诉到您',
    gets_done: '说了的事有下文',
  } satisfies Record<(typeof QUESTIONS)[number], string>,
  marks: ['很不好', '不太好', '一般', '好', '很好'],
  send: '交上去',
  missing: '三个都选一下',
  thanks: '收到了，谢谢您',
  answered: '这一季您评过了',
  answeredHelp: '下一季再来。',
  noHouse: '还不能评',
  noHouseHelp: '要住处确认过，而且这一栋有楼栋长。',
} as const
