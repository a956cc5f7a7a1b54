import type { OutputOf } from '#contracts/operations'
import type {
  Control,
  Grade,
  HazardEventKind,
  HazardKind,
  HazardState,
  Measure,
} from '#core/buildings/hazard'
import type { CheckItem, Finding, InspectionKind } from '#core/buildings/inspection'
import type { PlateState, PlateStep } from '#core/buildings/plate'
import type { Card, Standing } from '#core/buildings/registration'
import { levelWords } from './concern-words'
import { agoWords, dayWords, momentWords } from './dates'

type House = OutputOf<'buildings.get'>
type HazardRow = OutputOf<'hazards.list'>['items'][number]

export const standingWords: Record<Standing, string> = {
  unregistered: '还没登记',
  submitted: '等现场核查',
  returned: '退回重填',
  verified: '核过了',
  stale: '三个月没确认了',
}

export const statusWords: Record<House['status'], string> = {
  in_use: '正常使用',
  evacuated: '人已撤离',
  sealed: '已经封存',
}

export const plateWords: Record<PlateState, string> = {
  ok: '门牌已挂',
  missing: '还没有门牌',
  damaged: '门牌坏了',
  applied: '门牌已申请',
}

export const plateStepWords: Record<PlateStep, string> = {
  apply: '申请门牌',
  mount: '门牌挂好了',
  damage: '门牌坏了',
}

export const gradeWords: Record<Grade, string> = {
  A: 'A级，安全',
  B: 'B级，基本安全',
  C: 'C级，局部危险',
  D: 'D级，整幢危险',
}

export const useWords: Record<Card['uses'][number], string> = {
  self: '自住',
  rent: '出租',
  business: '经营',
  vacant: '空着',
}
export const structureWords: Record<Card['structure'], string> = {
  brick_concrete: '砖混',
  frame: '框架',
  brick_timber: '砖木',
  earth_timber: '土木',
  other: '其他',
}
export const sanXiaoWords: Record<NonNullable<Card['sanXiao']>, string> = {
  shop: '小商铺',
  workshop: '小作坊',
  entertainment: '小娱乐场所',
}
export const alterationWords: Record<Card['alterations'][number], string> = {
  added_floor: '加了层',
  mezzanine: '做了夹层',
  wall_removed: '拆过承重墙',
  extended: '往外扩了',
}
export const permitWords: Record<Card['permits'], string> = {
  complete: '手续齐全',
  partial: '有一部分',
  none: '没有手续',
  unknown: '不清楚',
}

export const itemWords: Record<CheckItem, string> = {
  extinguisher: '灭火器在，没过期',
  ebike: '楼道没有电动车充电',
  exit: '安全出口畅通',
  wiring: '电线没有乱拉',
  gas: '燃气没有漏、没有混用',
  structure: '墙、柱、梁没有裂缝',
  window_bars: '防盗网留了逃生口',
  roof: '天面没有堆放、没有加盖',
  shop_sleeping: '店里没有住人',
}

export const hazardKindWords: Record<HazardKind, string> = {
  extinguisher: '灭火器',
  ebike: '电动车充电',
  exit: '安全出口',
  wiring: '电线',
  gas: '燃气',
  structure: '墙体结构',
  window_bars: '防盗网',
  roof: '天面',
  shop_sleeping: '店里住人',
  slope: '边坡',
  other: '别的',
}

export const hazardStateWords: Record<HazardState, string> = {
  found: '等定级',
  control: '先管控',
  rectifying: '在整改',
  review: '等复核',
  cleared: '消除了',
}

export const controlWords: Record<Control, string> = {
  warn: '提醒、围挡',
  evacuate: '人撤出来',
  seal: '封存停用',
}
export const measureWords: Record<Measure, string> = {
  remove: '清走',
  repair: '修好',
  reinforce: '加固',
  stop_use: '停用',
  demolish: '拆除',
  observe: '观察',
}

export const kindWords: Record<InspectionKind, string> = { patrol: '每周巡查', safety: '每月安全检查' }
export const foundWords: Record<Finding['found'], string> = {
  fine: '没问题',
  bad: '有问题',
  none: '没有这个',
}

export const house = {
  title: '楼栋',
  findTitle: '找一栋楼',
  findWays: { plan: '平面图', plate: '门牌' },
  way: '怎么找',
  head: (name: string, acting: boolean) => (acting ? `代理楼栋长${name}` : `楼栋长${name}`),
  headPage: '楼栋长任职和住户的请求',
  bodies: '这一栋自己的会',
  noHead: '还没有楼栋长',
  reportHere: '报一件事',
  openHere: (open: number) => (open === 0 ? '没有没办完的事' : `${open}件事没办完`),
  mine: (confirmed: boolean) => (confirmed ? '您住这栋，已确认' : '您住这栋，等楼栋长确认'),
  card: '楼栋卡',
  people: (residents: number, floating: number) => `登记${residents}人，其中流动人口${floating}人`,
  draftedBy: (name: string | null, at: number | null, now: number) =>
    at === null ? '' : `${name ?? '导入的'}，${agoWords(at, now)}填的`,
  confirmed: (name: string | null, at: number, now: number) =>
    `${name ?? '网格员'}核过，${agoWords(at, now)}确认`,
  returned: (reason: string) => `退回：${reason}`,
  hazards: (count: number) => (count === 0 ? '没有没消除的隐患' : `${count}处隐患没消除`),
  seeHazards: '看隐患',
  rounds: (patrol: number | null, safety: number | null, now: number) =>
    `巡查${patrol === null ? '没记录' : agoWords(patrol, now)}，安全检查${safety === null ? '没记录' : agoWords(safety, now)}`,
  deeds: '我来办',
  edit: '填楼栋卡',
  check: '现场核查',
  checkHelp: '站在楼前，对一对楼栋卡，拍一张。',
  checkSame: '和卡上一样',
  checkDiffers: '不一样，退回',
  differs: '哪里不一样',
  reconfirm: '还是这样，没有变',
  inspect: '巡查一遍',
  report: '报隐患',
  readOwner: '看房主电话',
  ownerReason: '为什么看',
  ownerLogged: '每看一次都会记下来：谁看的，为什么看。',
  owner: '房主',
  manager: '管理人',
  nobody: '没有登记',
  facts: {
    address: '地址',
    floors: '层数',
    area: '建筑面积',
    built: '建成',
    structure: '结构',
    uses: '用途',
    sanXiao: '三小场所',
    alterations: '改扩建',
    rooms: '房间',
    permits: '用地规划手续',
    grade: '隐患等级',
    plateCode: '门牌码',
  },
  floors: (above: number, below: number) => (below === 0 ? `${above}层` : `地上${above}层，地下${below}层`),
  area: (cm2: number) => `${Math.round(cm2 / 1_000) / 10}平方米`,
  year: (year: number) => `${year}年`,
  rooms: (rooms: number) => `${rooms}间`,
  none: '没有',
  photos: '现场照片',
} as const

export const form = {
  title: '楼栋卡',
  steps: ['房子', '用途', '房主'],
  step: (n: number, of: number, name: string) => `第${n}步，共${of}步：${name}`,
  address: '地址',
  above: '地上几层',
  below: '地下几层',
  area: '建筑面积（平方米）',
  built: '哪年建的',
  structure: '什么结构',
  uses: '怎么用（可以选几样）',
  sanXiao: '一楼有没有三小场所',
  noSanXiao: '没有',
  alterations: '改扩建（没有就不选）',
  rooms: '几间房',
  crowded: '住十个人以上，或者来往的人多',
  permits: '用地规划手续',
  ownerName: '房主姓名',
  ownerPhone: '房主电话',
  managerName: '管理人姓名',
  managerPhone: '管理人电话',
  sealed: '姓名和电话加密保存，看一次记一次。不填就不改。',
  next: '下一步',
  back: '上一步',
  send: '交去核查',
  kept: '没交的先存在手机里',
  wrong: {
    address: '写一下地址',
    above: '写1到40',
    below: '写0到5',
    area: '写1到100000，也可以空着',
    built: '写1900以后的年份，也可以空着',
    uses: '至少选一样',
    rooms: '写0到999，也可以空着',
    phone: '电话不对，也可以空着',
  },
} as const

export const houses = {
  title: '楼栋登记',
  shows: {
    all: '全部',
    to_check: '等核查',
    stale: '该确认',
    missing: '没登记',
    no_patrol: '没巡查',
    no_safety: '没检查',
  },
  filter: '看哪些',
  count: (words: string, n: number) => `${words}${n}`,
  empty: '这一类没有',
  notMine: '您现在没有管楼栋',
  hazards: '隐患',
  census: '摸排登记',
  importing: '导入导出',
  find: '找一栋楼',
  fact: (standing: Standing, hazards: number, missed: readonly InspectionKind[]) =>
    [
      standingWords[standing],
      hazards > 0 && `${hazards}处隐患`,
      ...missed.map((kind) => `上次${kindWords[kind]}没做`),
    ]
      .filter(Boolean)
      .join('，'),
} as const

export const hazard = {
  title: '隐患',
  listTitle: '隐患',
  shows: { open: '没消除', overdue: '超期', cleared: '消除了' },
  filter: '看哪些',
  empty: '没有隐患',
  fact: ({ state, grade, level, dueAt, overdue }: HazardRow, now: number) =>
    [
      hazardStateWords[state],
      grade && `${grade}级`,
      dueAt !== null && (overdue ? `超期，报到${levelWords[level]}` : `${momentWords(dueAt, now)}前`),
    ]
      .filter(Boolean)
      .join('，'),
  foundBy: (name: string, at: number, now: number) => `${name}发现，${agoWords(at, now)}`,
  proposed: (name: string, grade: Grade) => `${name}看像${grade}级`,
  graded: (name: string, grade: Grade) => `${name}定为${gradeWords[grade]}`,
  controlled: (control: Control, name: string) => `${name}管控：${controlWords[control]}`,
  planned: (measure: Measure, name: string, due: number | null, now: number) =>
    `${name}定的整改：${measureWords[measure]}${due === null ? '' : `，${dayWords(due, now)}前`}`,
  done: (name: string) => `${name}说整改好了`,
  reviewed: (name: string, passed: boolean) => (passed ? `${name}复核通过` : `${name}复核：还没好`),
  deeds: '我来办',
  steps: {
    propose: '看像哪一级',
    grade: '定级',
    control: '管控',
    rectify: '定整改',
    finish: '整改好了',
    review: '复核',
    overdue: '',
  } satisfies Record<HazardEventKind, string>,
  grade: '哪一级',
  control: '怎么管控',
  measure: '怎么整改',
  days: '多少天内',
  dayChoices: { 3: '3天', 7: '7天', 30: '30天', 90: '90天' },
  outcome: '好了没有',
  outcomes: { A: '好了，A级', B: '好了，B级', no: '还没好' },
  note: '说两句',
  missing: '写两个字以上',
  photo: '整改后的照片',
  send: '记下',
  report: {
    title: '报隐患',
    kind: '哪方面',
    words: '什么样、在哪儿',
    placeholder: '比如：二楼楼梯口有三辆电动车在充电',
    send: '交给网格员',
    done: '收到了，网格员去看',
    danger: '有危险，先打电话 110 119 120',
  },
} as const

export const inspect = {
  title: '巡查',
  kind: '哪一种',
  found: (item: string) => `${item}？`,
  note: '说两句',
  noteHint: '有问题的写清在哪儿',
  send: '记下这一遍',
  missing: (item: string) => `还差一项：${item}`,
  back: '看这栋楼',
  done: (hazards: number) => (hazards === 0 ? '记好了' : `记好了，${hazards}项有问题的已经报给网格员`),
} as const

export const census = {
  title: '摸排登记',
  none: '还没有开过摸排',
  noneHelp: '由街道来开。',
  open: '开始摸排',
  openTitle: '开一次摸排登记',
  name: '叫什么',
  namePlaceholder: '比如：春季楼栋摸排',
  days: '多少天',
  dayChoices: { 30: '30天', 60: '60天', 90: '90天' },
  close: '结束摸排',
  closeSure: '结束以后，登记到多少就记下来了。',
  until: (at: number, now: number) => `到${dayWords(at, now)}`,
  closed: (at: number, now: number) => `${dayWords(at, now)}结束了`,
  reach: (verified: number, registered: number, expected: number) =>
    `核过${verified}栋，登记${registered}栋，共${expected}栋`,
  left: (n: number) => `还差${n}栋`,
  grids: '各网格',
  missing: '还差哪些',
} as const

export const importing = {
  title: '导入导出',
  applied: '都写进去了',
  counts: (added: number, changed: number, same: number) => `新增${added}，改动${changed}，没变${same}`,
  exports: '导出',
  exportBuildings: '楼栋表',
  exportHeads: '楼栋长表',
  exportHeadsHelp: '公示的姓名和任期，不含电话。',
  exportResidents: '住户名单',
  exportResidentsHelp: '有姓名和电话，要写明做什么用。',
  residentsTitle: '导出住户名单',
  residentsCare: '名单上每个人都看得到：谁导出的、做什么用。用完删掉，别转给别人。',
  residentsMasked: '您导出的名单里，电话只有头尾几位。',
  whichGrid: '哪个网格',
  purpose: '做什么用',
  purposeHint: '比如：台风前逐户通知',
  purposeMissing: '写明做什么用，4到60个字',
  asWhat: '存成什么',
  formats: { xlsx: 'Excel', csv: 'CSV' },
  give: '导出',
  exportConcerns: '民情表',
  exportHelp: '不含姓名和电话。',
  plates: '楼牌二维码',
  platesHelp: '已申请的楼牌，排好页，打印裁开就能挂。',
  noPlates: '没有等着挂的楼牌',
  saved: (name: string) => `存好了：${name}`,
} as const
