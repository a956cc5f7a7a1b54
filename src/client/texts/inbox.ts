import type { OutputOf } from '#contracts/operations'
import type { NoticeKind } from '#core/concerns/notices'
import { levelWords } from './concern-words'
import { dayWords, momentWords } from './dates'

export type Message = OutputOf<'inbox.list'>['items'][number]

type Say = (message: Message, now: number) => string

const by: Say = ({ until }, now) => (until === undefined ? '' : `，${momentWords(until, now)}前`)
const day: Say = ({ until }, now) => (until === undefined ? '' : `，到${dayWords(until, now)}`)
const level: Say = (message) => (message.level === undefined ? '上一级' : levelWords[message.level])
const plain =
  (words: string): Say =>
  () =>
    words

/** What a message says; its title is the concern's own. A resident hears events, staff hear work. */
const sentences: Record<NoticeKind, Say> = {
  submit: plain('收到了，很快有人联系您'),
  held: plain('先给网格员看一眼，看过就办'),
  release: plain('看过了，开始往下办'),
  reject_content: plain('有的话不能发，换个说法再来'),
  accept: (one, now) => `受理了，由${level(one, now)}来办`,
  decline: plain('没有受理，点开看为什么'),
  merge: plain('和别人说的是同一件，合起来办'),
  contact: plain('联系过您'),
  start: plain('开始办了'),
  escalate: (one, now) => `报到${level(one, now)}了`,
  delegate: (one, now) => `交给${level(one, now)}办了`,
  whistle: plain('请部门到场了'),
  arrive: plain('部门到场了'),
  pause: (one, now) => `先停一停${day(one, now)}`,
  resume: plain('接着办了'),
  ask_extension: plain('办的人想多要些时间'),
  answer_extension: (one, now) => `时间延长了${day(one, now)}`,
  resolve: plain('办的人说办好了，去看看'),
  verify: plain('有人去看过，确实办好了，等您看'),
  return: plain('去看过，还没好，接着办'),
  confirm: plain('反映人说办好了'),
  reopen: plain('反映人说还没好'),
  withdraw: plain('反映人说不用办了'),
  lapse: plain('七天没等到回话，先办完了'),
  new: plain('有一件新的，等人来办'),
  to_screen: plain('有一件先要看看文字'),
  emergency: plain('紧急，请马上去看'),
  escalated: (one, now) => `报到${level(one, now)}了，归您这里办`,
  escalated_on: (one, now) => `已经报到${level(one, now)}`,
  delegated: plain('上一级交下来的，归您这里办'),
  whistled: (one, now) => `请您那里到场${by(one, now)}`,
  arrived: plain('请的部门到场了'),
  extension_asked: plain('有人申请延期，等您答复'),
  extension_answered: plain('延期有答复了'),
  to_verify: plain('说办好了，等您去核实'),
  returned: plain('核实没通过，接着办'),
  reopened: plain('反映人说还没好，接着办'),
  confirmed: plain('反映人说办好了'),
  withdrawn: plain('反映人撤回了，不用办了'),
  resumed: plain('停的时间到了，接着办'),
  contact_due: (one, now) => `该联系反映人了${by(one, now)}`,
  contact_half: plain('还没人联系反映人，过半了'),
  resolve_quarter: (one, now) => `时间只剩四分之一${by(one, now)}办好`,
  photo_refused: plain('有一张照片没有公开，事照样办'),
  photo_shown: plain('照片看过了，可以公开'),
  face_refused: plain('您的头像没有给大家看，可以换一张'),
  face_shown: plain('您的头像看过了，大家看得到'),
  red_list: plain('街道超期了，上了红榜'),
}

/** News of houses and offices, about the reader himself. */
const news: Record<string, Say> = {
  head_proposed: plain('提名您当楼栋长，正在公示'),
  head_declined: plain('社区这次没有同意您当楼栋长'),
  head_confirmed: plain('社区定了，由您当楼栋长'),
  head_begun: plain('从现在起，您是楼栋长'),
  head_revoked: plain('您不再是楼栋长了，点开看理由'),
  head_over: plain('您的楼栋长任期结束了，请写交接清单'),
  head_notice: plain('有一则通知，请传到户'),
  office_given: plain('给您任命了新的职务'),
  office_ended: plain('您的一项职务结束了'),
  score_preview: plain('上个月的考评算好了，请核对'),
  score_revised: plain('考评改了一版，请再核对'),
  score_answered: plain('申诉有答复了'),
  score_published: plain('考评公布了'),
  reward_posted: plain('考核奖励公示了，里面有您'),
  removal_asked: plain('这一栋一半以上的住户请求免去楼栋长，请听取本人意见'),
  removal_answered: plain('社区答复了住户的请求，点开看'),
  joint_opened: plain('有一件三方联动的事，要您这一方一起办'),
  joint_returned: plain('联动的事退回了，三方重新签'),
  joint_closed: plain('三方都签了，联动的事办好了'),
  joint_due_soon: (one, now) => `您这一方还没签${day(one, now)}`,
  joint_late: plain('到日子了，三方还没签齐'),
  joint_cancelled: plain('这件联动的事不办了'),
  hazard_found: plain('您这一栋有人报了隐患'),
  hazard_late: plain('隐患过期还没处理，报到您这里了'),
  hazard_cleared: plain('隐患消除了'),
  guardian_asked: plain('孩子请您同意他参加志愿活动'),
  guardian_agreed: plain('家长同意了'),
  guardian_declined: plain('家长没有同意，或者收回了同意'),
  child_fourteen: plain('您登记的一个孩子满14岁了，可以让他自己接过去'),
  child_grown: plain('孩子满14岁，自己接过去了'),
  household_asked: plain('有人说和您同住，请看一下'),
  household_joined: plain('同住的人认了您，是一户了'),
  household_declined: plain('同住的人没有认您'),
  home_confirmed: plain('邻居认了您，住处确认了'),
  correction_asked: plain('有人说自己的信息不对，等您答复'),
  correction_done: plain('您请求更正的，改好了'),
  correction_refused: plain('您请求更正的没有改，点开看理由'),
  correction_late: plain('有一条更正请求过了时限还没人答复'),
  closing_stopped: plain('您又担任了职务，帐号这次没有注销'),
  home_denied: plain('没有认您住这一栋，有误会请找网格员'),
  home_claimed: plain('有人登记住您这一栋，请认一认'),
  home_renewed: plain('再认了一年，住处算数'),
  home_reported: plain('说您搬走了，没搬就再登记一次'),
  home_expiring: (one, now) => `住处快到期了${day(one, now)}，还住这儿就点一下`,
  home_lapsed: plain('住处到期了，等人再认一次'),
  task_to_publish: plain('有一个志愿任务写好了，等您发布'),
  task_series_over: plain('定期的志愿任务到期了，还要的话再续一季'),
  task_changed: plain('您报的志愿任务改了，看看新的'),
  task_cancelled: plain('您报的志愿任务取消了，点开看为什么'),
  task_too_few: plain('人不够，这一段不办了'),
  signup_asked: plain('有人三次没来又报了名，等您看看'),
  signup_agreed: plain('队长同意您来了'),
  signup_declined: plain('队长这次没有同意，可以同他说说'),
  signup_promoted: plain('有空位了，您从候补进来了'),
  signup_offered: (one, now) => `有空位了，还来的话${day(one, now)}点一下`,
  signup_offer_over: plain('空位没等到您点，给下一位了'),
  signup_no_show: plain('这次您没来，记错了可以说一声'),
  service_to_confirm: plain('您领队的任务做完了，等您确认时长'),
  service_confirmed: plain('您的服务时长确认了'),
  service_corrected: plain('您的服务时长更正了一笔'),
  service_disputed: plain('有人说时长记得不对，等您答复'),
  service_answered: plain('您说的时长的事，有答复了'),
  certificate_issued: plain('志愿服务证明开好了'),
  certificate_declined: plain('志愿服务证明这次没开，点开看为什么'),
  certificate_revoked: plain('志愿服务证明收回了，点开看为什么'),
  booking_tomorrow: (one, now) =>
    `您约的服务快到了${one.until === undefined ? '' : `，${momentWords(one.until, now)}`}，去不了就说一声`,
  booking_changed: (one, now) =>
    `您约的服务改了${one.until === undefined ? '' : `，${momentWords(one.until, now)}开始`}，点开看新的`,
  booking_off: plain('您约的这一次不办了，点开看为什么'),
  goal_yours: plain('定了一个小目标，由您来办'),
  goal_missed: plain('这一周的小目标没办成，下周再定'),
  motion_to_screen: plain('有一个议题附议够了，等您把关'),
  motion_scheduled: plain('您提的议题可以上会了'),
  motion_returned: plain('您提的议题退回来改一改'),
  motion_referred: plain('您提的议题改当民情办'),
  motion_announced: plain('有一个议题要商量，先看看'),
  motion_nominated: plain('有人推荐您参选，点开看看愿不愿意'),
  motion_lot: plain('得票一样又没有再投，等您抽签'),
  motion_drawn: plain('抽签了，在场的请点开见证'),
  motion_poll: plain('开始投票了，等您来投'),
  motion_closing: plain('投票快截止了，您还有票没投'),
  motion_result: plain('票数出来了'),
  motion_void: plain('这次投票作废了，点开看为什么'),
  motion_reviewed: plain('异议复核有结果了'),
  motion_in_force: plain('公示满了，决议生效'),
  meeting_notice: (one, now) =>
    `要开会了${one.until === undefined ? '' : `，${momentWords(one.until, now)}开始`}`,
  meeting_changed: (one, now) =>
    `会议改了${one.until === undefined ? '' : `，${momentWords(one.until, now)}开始`}`,
  line_struck: plain('从名册里划去了，点开看理由'),
  meeting_cancelled: plain('会议取消了，点开看为什么'),
  meeting_to_sign: plain('会议记录写好了，请您看过签字'),
  meeting_minutes: plain('会议记录公布了'),
  motion_extended: plain('参加的不够，投票延长了，还等您来投'),
  proxy_given: plain('有一票请您替投'),
  proxy_revoked: plain('委托收回了，这一票不用您投'),
  slip_entered: plain('有人替您录了一张纸票或电话票，等另一位复核'),
  slip_counted: plain('替您录的票复核过了，算一票；不是您投的就点开说'),
  slip_refused: plain('替您录的票没录成，点开看看'),
  slip_disputed: plain('有人说替他录的票不是自己投的，请去看'),
  pairing_suggested: plain('有一户要人常去看看，等您定人'),
  pairing_proposed: plain('有一个结对，等住户点头'),
  pairing_active: plain('住户同意了，结对开始'),
  pairing_joined: plain('有人常来看您，结对归到您的帐号了；不要了随时说'),
  pairing_declined: plain('这个结对没有成'),
  pairing_ended: plain('结对结束了，点开看为什么'),
  visit_written: plain('记了一次走访，来过没有请您说一声'),
  visit_overdue: plain('该去看看了，点开看是哪一户'),
  visit_late: plain('有一户到日子没人去看'),
  visit_denied: plain('住户说那天没人来过，请问一问'),
  hardship_reported: plain('有人报了困难，五个工作日内评估'),
  hardship_to_consent: plain('有人替您报了困难，社区想帮您，您同意吗'),
  hardship_joined: plain('替您报的解困归到您的帐号了，您同不同意'),
  hardship_consented: plain('本人同意解困了，五个工作日内评估'),
  hardship_appealed: plain('有人不服评估，请另一位再看'),
  hardship_assess_late: plain('解困到时限还没评估'),
  hardship_owned: plain('有一份解困由您负责'),
  hardship_listed: plain('列入解困了，有人来帮您'),
  hardship_declined: plain('这次没有列入解困，点开看为什么'),
  hardship_review_due: plain('解困满九十天，该复核了'),
  hardship_to_strike: plain('有一份解困说办好了，请另一位核实销号'),
  hardship_sent_back: plain('解困退回来，接着帮'),
  hardship_struck: plain('解困办完了，销号了'),
  motion_lapsed: plain('附议或参加的不够，议题到期了'),
}

/** Where news leads that is not about a matter. */
export function placeOfNews(
  kind: string,
):
  | 'houses'
  | 'residents'
  | 'residence'
  | 'face'
  | 'scores'
  | 'corrections'
  | 'answering'
  | 'hours'
  | 'children'
  | undefined {
  if (kind === 'correction_done' || kind === 'correction_refused') return 'corrections'
  if (kind === 'correction_asked' || kind === 'correction_late') return 'answering'
  if (kind.startsWith('certificate_')) return 'hours'
  if (kind === 'home_claimed') return 'residents'
  if (/^(home|guardian|household)_/.test(kind)) return 'residence'
  if (kind === 'child_grown') return 'children'
  if (kind.startsWith('face_')) return 'face'
  if (/^(score|reward)_/.test(kind)) return 'scores'
  return kind.startsWith('head_') ? 'houses' : undefined
}

const isKnown = (kind: string): kind is NoticeKind => kind in sentences

const more: Say = ({ more }) => (more ? `；还有${more}件也是` : '')

/** A kind this phone's version does not know yet still leads to the matter. */
export const messageWords: Say = (message, now) => {
  const say = isKnown(message.kind) ? sentences[message.kind] : news[message.kind]
  return say ? say(message, now) + more(message, now) : inbox.unknown
}

export const inbox = {
  unknown: '这件事有了变化',
  unread: '没看过',
  readAll: '都看过了',
  count: (unread: number) => (unread === 0 ? '都看过了' : `${unread}条没看`),
  empty: '没有新消息',
  emptyHelp: '您反映的事有了变化，会告诉您。',
} as const
