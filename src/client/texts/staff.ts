import type { DeclineReason, Desk, PauseReason, ResultKind, Visibility } from '#core/concerns/concern'
import type { EventKind } from '#core/concerns/events'
import type { Level } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import { levelWords } from './concern-words'
import { momentWords } from './dates'
import { declineWords, pauseWords } from './timeline'

/** What staff can do with a concern; the rest is the reporter's or the clock's. */
export type StaffDeed = Exclude<EventKind, 'confirm' | 'reopen' | 'withdraw' | 'lapse'> | 'read_reporter'

/** 楼栋码 on the workbench. */
export const code = {
  open: '楼栋码',
  title: '楼栋码',
  help: '选一栋，贴在门口。邻居扫一扫，就到这栋。',
  of: (label: string) => `${label}的码`,
  larger: '放大，长按能存',
  another: '换一栋',
} as const

export interface DeedWords {
  /** On the button, and the title of its sheet. */
  name: string
  /** What it does, in one line. */
  what: string
  /** Sends it. */
  send: string
}

const deed = (name: string, what: string, send: string = name): DeedWords => ({ name, what, send })

export const deedWords: Record<StaffDeed, DeedWords> = {
  release: deed('可以公开', '文字没问题，照常往下办'),
  reject_content: deed('退回文字', '文字不合适，不公开，告诉反映人为什么', '退回'),
  accept: deed('受理', '收下，定好由谁来办'),
  decline: deed('不受理', '告诉反映人为什么，该找谁'),
  merge: deed('合并', '和另一件是同一件事，合起来办', '合到一起'),
  contact: deed('记一次联系', '打过电话、上过门，记下说了什么', '记下'),
  start: deed('开始办', '由您来办，反映人看得到'),
  escalate: deed('上报一级', '这里定不了，请上一级来办', '上报'),
  delegate: deed('交下一级', '离得近的人来办更快', '交下去'),
  whistle: deed('吹哨', '请部门到场', '请他们到场'),
  arrive: deed('报到', '人到现场了，接过来办'),
  pause: deed('停一停', '等材料、等人，期限先停着', '先停下'),
  resume: deed('接着办', '等的有了，期限接着走'),
  ask_extension: deed('申请延期', '时间不够，请上一级同意', '交上去'),
  answer_extension: deed('答复延期', '同意，或者不同意', '答复'),
  resolve: deed('办结', '写清结果，附上照片'),
  verify: deed('核实', '去看过，确实办好了', '确实办好了'),
  return: deed('退回重办', '去看过，还没好', '退回去'),
  read_reporter: deed('看电话', '写明为什么看，会记下来', '看电话'),
}

/** What a deed says after it was done, about the matter it was done to. */
export const doneWords = (name: string, title: string): string => `“${title}”，${name}，记好了`

const known = <Word extends string>(table: Partial<Record<Word, string>>, key: string): string =>
  table[key as Word] ?? ''

const roleWords: Partial<Record<Role, string>> = {
  head: '楼栋长',
  grid_staff: '网格员',
  grid_head: '网格长',
  secretary: '党支部书记',
  police: '驻格民警',
  traffic: '驻格交警',
  community_staff: '社区干部',
  street_admin: '街道干部',
  department: '部门经办人',
}

/** 金兴街网格，网格员; an office that has no desk here says nothing. */
export const officeWords = ({ role, gridName }: { role: Role; gridName: string }): string => {
  const office = known(roleWords, role)
  return office && [gridName, office].filter(Boolean).join('，')
}

const deskWords: Record<Desk, string> = {
  head: '楼栋长',
  grid: '网格',
  police: '驻格民警',
  traffic: '驻格交警',
  community: '社区',
  street: '街道',
  department: '部门',
}

/** Who gets it, as a choice: 楼栋长办, 片区网格员办, 报社区办. */
export function placementWords({ level, desk }: { level: Level; desk: Desk }): {
  words: string
  help: string
} {
  if (desk === 'head') return { words: '楼栋长办', help: '这一栋的楼栋长接手' }
  if (desk === 'grid') return { words: level === 3 ? '片区办' : '网格办', help: '网格员、网格长接手' }
  if (desk === 'community') return { words: '报社区办', help: '社区干部接手' }
  if (desk === 'street') return { words: '报街道办', help: '街道干部接手，可以请部门到场' }
  return { words: `${deskWords[desk]}办`, help: '驻格的警官接手' }
}

export const actions = {
  more: '更多办法',
  moreTitle: '还能怎么办',
  usual: '常用的话',
  conflict: {
    title: '这是新的了',
    last: (by: string, happened: string) => `${by}：${happened}。您写的还在，看过再交。`,
    gone: '现在做不了这一步了。您写的还在，看过再关上。',
  },
} as const

export const accept = {
  label: '由谁来办',
  owner: '选您自己这一级，就归您办；选别人那里，由他们接手。',
  refused: '那里接不了，换一个。比如这一栋还没有楼栋长。',
} as const

interface DeclineWords {
  words: string
  /** What is done for the reporter. */
  help: string
  /** Put into the field to begin with. */
  prefill: string
  placeholder: string
}

export const decline: {
  label: string
  note: string
  hint: string
  reasons: Record<DeclineReason, DeclineWords>
} = {
  label: '为什么不受理',
  note: '告诉反映人',
  hint: '他看到的就是这几句',
  reasons: {
    out_of_remit: {
      words: declineWords.out_of_remit,
      help: '写明该找谁、怎么找',
      prefill: '',
      placeholder: '比如：这盏灯归供电所管，请打95598',
    },
    petition: {
      words: declineWords.petition,
      help: '转交信访，告诉他多久有回音',
      prefill: '这件事要走信访办理，已经替您转交，15天内告诉您受理情况。',
      placeholder: '写明转到哪里、多久有回音',
    },
    invalid: {
      words: declineWords.invalid,
      help: '去看过，没有这件事，或者说不清',
      prefill: '',
      placeholder: '比如：今天上午到现场看过，灯是亮的',
    },
  },
}

export const merge = {
  label: '和哪一件是同一件',
  near: '附近同类、没办完的',
  none: '附近没有同类的，按编号或者字找一找',
  search: '找另一件',
  searchHint: '写编号，或者标题里的几个字',
  find: '找一找',
  found: '找到的',
  into: (no: string) => `合到${no}`,
  notFound: '没找到还没办完的',
  missing: '先选一件',
  follows: (title: string) => `反映人和说过“我也遇到”的人，都转到“${title}”，每人算一次。`,
  note: '补一句',
  metres: (metres: number) => (metres === 0 ? '同一处' : `相距${metres}米`),
} as const

interface NoteWords {
  label: string
  hint?: string
  placeholder?: string
  /** One tap each. */
  phrases: readonly string[]
}

/** Deeds that need only a few words. */
export const noteWords = {
  reject_content: {
    label: '哪里不合适',
    hint: '反映人看得到，改了可以再交',
    phrases: ['里面有别人的电话，去掉再交', '有骂人的话，换个说法再交'],
  },
  contact: {
    label: '说了什么',
    hint: '反映人看得到',
    phrases: ['打过电话，说好了时间去看', '上门看过，情况清楚了', '打了两次没人接，晚些再打'],
  },
  arrive: { label: '到场说明', phrases: ['人到现场了，接着来办', '到现场看过，明天带人来修'] },
  verify: { label: '看到什么', phrases: ['到现场看过，确实好了', '问过附近住户，没问题了'] },
  return: {
    label: '哪里还没好',
    placeholder: '比如：灯装了，还没通电',
    phrases: ['到现场看过，还没好', '只好了一部分，要接着办'],
  },
} as const satisfies Record<string, NoteWords>

/** Why it goes up or down: already written, to be changed. */
export const escalateWords = {
  label: '为什么上报',
  prefill: (to: Level) => `这里定不了，请${levelWords[to]}来办。`,
  to: (to: Level) =>
    `报到${levelWords[to]}，由${deskWords[to === 1 ? 'community' : to === 0 ? 'street' : 'grid']}接手，期限重新算。`,
}
export const delegateWords = {
  label: '为什么交下去',
  prefill: (to: Level) => `这件事${levelWords[to]}就近来办更快。`,
  to: (to: Level) =>
    to === 3
      ? '交到片区，有楼栋长的归楼栋长，没有的归网格员。'
      : `交到${levelWords[to]}，由${levelWords[to]}的人接手。`,
}

export const whistle = {
  label: '请哪些部门',
  missing: '先选一个部门',
  most: '一次最多请6个',
  by: '什么时候到',
  note: '到了做什么',
  placeholder: '比如：带梯子来，换33栋门前的灯头',
  waiting: (names: string) => `${names}已经请了，还没到`,
  none: '能请的部门都请了',
  times: { two_hours: '2小时内', today: '今天下班前', tomorrow: '明天上午' },
} as const

export const pause: {
  label: string
  reasons: Record<PauseReason, string>
  until: string
  most: string
  note: string
  placeholder: string
  missing: string
} = {
  label: '等什么',
  reasons: pauseWords,
  until: '停到什么时候',
  most: '最多停15天，到时候自己接着走',
  note: '说明',
  placeholder: '比如：灯头订好了，周四到货',
  missing: '先选一个',
}

export const extension = {
  until: '延到什么时候',
  hint: (dueAt: number, now: number) => `现在是${momentWords(dueAt, now)}前办好，最多再延一个期限`,
  reason: '为什么要延',
  placeholder: '比如：要等供电所停电才能换',
  missing: '先选一个',
  asked: (until: number, now: number) => `想延到${momentWords(until, now)}`,
  answer: '您的答复',
  approve: '同意延期',
  refuse: '不同意',
  note: '说两句',
} as const

export const resolve: {
  kind: string
  kinds: Record<ResultKind, string>
  prefill: Record<ResultKind, string>
  note: string
  hint: Record<Visibility, string>
  photos: string
  photoNeeded: string
  photoFree: string
  photoMissing: string
  photosStuck: string
} = {
  kind: '怎么办的',
  kinds: { fixed: '修好了', explained: '讲清楚了' },
  // What was explained only the one who explained it can say.
  prefill: { fixed: '已经办好，可以正常用了。', explained: '' },
  note: '结果',
  hint: {
    public: '大家看得到，写清做了什么',
    parties: '反映人看得到，写清做了什么',
    restricted: '反映人看得到，写清做了什么',
  },
  photos: '办好的样子',
  photoNeeded: '看得见的事，要附一张照片，别人好核实',
  photoFree: '有照片更好',
  photoMissing: '还差一张办好的照片。没法拍的，选“讲清楚了”',
  photosStuck: '有照片没传上去，再点一次接着传',
}

export const reader = {
  who: '反映人',
  reason: '为什么看',
  recorded: '每看一次都会记下来：谁看的，为什么看。',
  phrases: ['问清楚在哪儿', '约时间上门', '告诉他办得怎么样'],
  call: '拨打',
  copy: '复制号码',
  copied: '复制好了',
  noPhone: '他没有留电话。可以上门，或者请楼栋长转告。',
  helped: (name: string, phone: string | null) =>
    phone ? `替${name}报的，本人电话${phone}` : `替${name}报的，本人没有电话`,
} as const

export const queue = {
  tabs: { overdue: '超期', today: '今天到期', to_accept: '待受理', in_hand: '在办' },
  tabLabel: (words: string, n: number) => `${words}，${n}件`,
  filters: '按紧急程度挑',
  all: '先办这些',
  onlyTab: { overdue: '超期的', today: '今天到期的', to_accept: '待受理的', in_hand: '在办的' },
  order: '按到期时间',
  everything: '看全部',
  empty: { title: '这会儿没有等您办的事', help: '过一会儿再来看看。' },
  emptyTab: '这一类没有',
  notStaff: { title: '工作台是办事人员用的', help: '您反映的事在“我的”里看。', button: '回首页' },
  fact: {
    waiting: (ago: string) => `${ago}反映的`,
    held: '文字要先看一眼',
    notContacted: '还没联系反映人',
    inHand: (holder: string) => `${holder}在办`,
    extension: '等您答复延期',
  },
  onBehalf: '代人反映',
  plate: '扫楼牌',
  plateTitle: '这是哪一栋',
  plateHelp: '看这一栋没办完的事。',
} as const
