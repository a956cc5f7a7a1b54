import type { BookingNewsKind, CouncilNewsKind, NewsKind, Template } from '#core/messages/worth'

/** How it stands, in five Chinese characters at most (a phrase of WeChat), and what to do, in twenty. */
interface Words {
  state: string
  tip: string
}

/** What a WeChat message says of each kind of news. The inbox says the same at length: `client/texts/inbox`. */
export const NEWS: Record<NewsKind, Words> = {
  accept: { state: '已受理', tip: '点开看由谁来办' },
  start: { state: '开始办了', tip: '点开看办到哪一步' },
  escalate: { state: '报到上级', tip: '点开看现在归谁办' },
  whistle: { state: '请部门来', tip: '点开看请了哪些部门' },
  pause: { state: '先停一停', tip: '点开看停到哪一天' },
  answer_extension: { state: '时间延长', tip: '点开看延到哪一天' },
  return: { state: '接着办', tip: '去看过，还没好，接着办' },
  verify: { state: '核实办好', tip: '有人去看过，等您看一眼' },
  resolve: { state: '办好了', tip: '请去看看，七天内说好没好' },
  decline: { state: '没有受理', tip: '点开看为什么' },
  reject_content: { state: '没有发出', tip: '有的话不能发，换个说法再来' },
  merge: { state: '合并办理', tip: '和别人说的是同一件，合起来办' },
  lapse: { state: '默认办结', tip: '七天没等到回话，先办完了' },
  confirm: { state: '办好了', tip: '反映人说办好了' },
  emergency: { state: '紧急', tip: '请马上去看' },
  whistled: { state: '请您到场', tip: '街道请您那里到场' },
  escalated: { state: '报上来了', tip: '归您这里办，请受理' },
  contact_due: { state: '该联系了', tip: '请联系反映人' },
  resolve_quarter: { state: '快到时限', tip: '时间只剩四分之一' },
  red_list: { state: '街道超期', tip: '上了红榜，请督办' },
  new: { state: '等您受理', tip: '有一件新的，等人来办' },
  delegated: { state: '交办下来', tip: '归您这里办' },
  returned: { state: '核实退回', tip: '核实没通过，接着办' },
  reopened: { state: '还没办好', tip: '反映人说还没好，接着办' },
  contact_half: { state: '还没联系', tip: '联系时限过半，还没人联系' },
  extension_asked: { state: '申请延期', tip: '等您答复' },
  to_verify: { state: '等您核实', tip: '说办好了，等您去核实' },
  to_screen: { state: '先看文字', tip: '有一件先要看看文字' },
  extension_answered: { state: '延期答复', tip: '点开看延期批了没有' },
  resumed: { state: '接着办', tip: '停的时间到了，接着办' },
}

export const COUNCIL_NEWS: Record<CouncilNewsKind, Words> = {
  motion_poll: { state: '开始投票', tip: '等您这一票，点开就能投' },
  motion_closing: { state: '快截止了', tip: '您还有票没投，点开就能投' },
  motion_result: { state: '票数出来', tip: '点开看结果，也能验票' },
}

export const BOOKING_NEWS: Record<BookingNewsKind, Words> = {
  booking_tomorrow: { state: '快到了', tip: '去不了点开退掉，让给别人' },
}

/** In place of the title of a matter that not everybody may read: a message shows on a locked phone. */
export const NEUTRAL: Record<Template, string> = {
  progress: '您有一条新进展',
  result: '您有一条新进展',
  work: '您有一件要办的事',
  council: '议事会有一次投票',
  booking: '您约了一次服务',
}
