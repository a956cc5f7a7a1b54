import type { HardshipLevel, Outcome, PolicyRef, Reason } from '#core/care/hardship'
import type { Ending, Need } from '#core/care/pairing'

/** One pairing of 金兴街20号小区; days count back from today. */
export interface PairingTale {
  id: string
  house: number
  name: string
  needs: Need[]
  told: string
  every: number
  ago: number
  /** Persona that proposed it; the pioneer unless said. */
  by?: string
  /** Persona that goes there; none: nobody is named yet. */
  helper?: string
  /** Persona that is visited; none: somebody without an account, for whom staff wrote the yes down. */
  household?: string
  /** Once it was agreed to: so many days ago, and what was written. */
  visits?: [ago: number, note: string][]
  ended?: { ago: number; reason: Ending; words: string }
  hardship?: string
}

export const PAIRINGS: PairingTale[] = [
  {
    id: 'pair.luo',
    house: 9,
    name: '罗阿姨',
    needs: ['company', 'shopping'],
    told: '一个人住，下雨天腿疼，菜要人带',
    every: 30,
    ago: 96,
    helper: 'volunteer.chen',
    household: 'elder.72',
    visits: [
      [70, '精神好，腿还疼，带了两天的菜'],
      [42, '换了楼道的灯泡，血压药还有半个月'],
      [8, '想学用手机看戏，下次教'],
    ],
  },
  {
    id: 'pair.late',
    house: 31,
    name: '蓝伯',
    needs: ['medicine', 'forms'],
    told: '眼睛不好，去医院要人陪',
    every: 30,
    ago: 80,
    helper: 'pioneer.captain',
    by: 'secretary',
    visits: [
      [66, '陪去拿了眼药，约好下月复查'],
      [38, '复查过了，医生说稳住了'],
    ],
  },
  {
    id: 'pair.study',
    house: 52,
    name: '小韦家',
    needs: ['study'],
    told: '爸妈上夜班，孩子三年级',
    every: 7,
    ago: 33,
    helper: 'volunteer.chen',
    visits: [
      [24, '数学作业改完了，字要练'],
      [17, '背了两首诗，爸妈晚上十点才到家'],
      [10, '期中考了82分'],
      [4, '带了两本书，下周还'],
    ],
  },
  {
    id: 'pair.head',
    house: 44,
    name: '卢婆婆',
    needs: ['housework', 'repair'],
    told: '',
    every: 14,
    ago: 45,
    helper: 'head.two',
    visits: [
      [30, '擦了窗，水龙头换了垫圈'],
      [16, '都好，儿子周末回来了'],
      [6, '门锁松了，找人来修'],
    ],
  },
  {
    id: 'pair.hard',
    house: 113,
    name: '阿强一家',
    needs: ['forms', 'company'],
    told: '伤还没好，手续要人帮着跑',
    every: 14,
    ago: 40,
    by: 'community.staff',
    helper: 'captain.vol',
    hardship: 'hard.helping',
    visits: [
      [28, '材料齐了，陪着交上去了'],
      [12, '批下来第一笔，家里松了口气'],
    ],
  },
  {
    id: 'pair.waiting',
    house: 61,
    name: '覃女士',
    needs: ['study', 'company'],
    told: '刚搬来，上夜班，孩子放学没人看',
    every: 14,
    ago: 1,
    helper: 'volunteer.chen',
    household: 'resident.new',
  },
  {
    id: 'pair.suggested',
    house: 23,
    name: '谢伯',
    needs: ['haircut', 'shopping'],
    told: '住三楼，下楼不方便',
    every: 30,
    ago: 3,
    by: 'head.023',
  },
  {
    id: 'pair.over',
    house: 134,
    name: '黎奶奶',
    needs: ['company'],
    told: '',
    every: 30,
    ago: 110,
    helper: 'captain.vol',
    visits: [
      [90, '身子硬朗，爱聊天'],
      [62, '女儿说下个月接去东莞'],
    ],
    ended: { ago: 35, reason: 'moved', words: '女儿接走了' },
  },
]

/** One case of hardship; fictional like everybody here. */
export interface CaseTale {
  id: string
  house: number
  /** How whoever reported it called him; his own is under his own name. */
  name: string
  /** Persona that reported it. */
  by: string
  own?: boolean
  ago: number
  reasons: Reason[]
  told: string
  listed?: { level: HardshipLevel; owner?: string; words: string }
  measures?: { what: string; who: string; days: number; done?: string }[]
  policies?: PolicyRef[]
  over?: { conclusion: Outcome; days: number; words: string; struck?: string }
}

export const CASES: CaseTale[] = [
  {
    id: 'hard.new',
    house: 23,
    name: '谢伯',
    by: 'head.023',
    ago: 2,
    reasons: ['elder_alone', 'low_income'],
    told: '一个人住三楼，没有退休金，靠捡纸皮过日子。',
  },
  {
    id: 'hard.helping',
    house: 113,
    name: '阿强一家',
    by: 'head.two',
    ago: 55,
    reasons: ['accident', 'lost_job'],
    told: '工地摔伤以后没了工作，一家三口靠老婆打零工。',
    listed: { level: 1, words: '上门看过，住院单和停工证明都在，三口人只有一份零工。' },
    measures: [
      { what: '申请临时救助', who: '社区民政何晓燕', days: 20, done: '批了一次性三千元' },
      { what: '介绍伤好以后能做的门卫活', who: '网格员曾小云', days: 70 },
    ],
    policies: ['temporary_aid', 'medical_aid', 'work'],
  },
  {
    id: 'hard.to-strike',
    house: 78,
    name: '小蔡',
    by: 'captain.vol',
    ago: 90,
    reasons: ['single_parent', 'lost_job'],
    told: '一个人带两个孩子，厂里关了门。',
    listed: { level: 2, words: '两个孩子都在读书，房租欠了两个月。' },
    measures: [{ what: '介绍到超市上班', who: '社区民政何晓燕', days: 14, done: '上个月起上班，买了社保' }],
    policies: ['work', 'child_care'],
    over: { conclusion: 'relieved', days: 4, words: '有了工作，房租还清了。' },
  },
  {
    id: 'hard.struck',
    house: 142,
    name: '莫叔',
    by: 'head.two',
    ago: 118,
    reasons: ['disability'],
    told: '腿脚残疾，上下楼要人背。',
    listed: { level: 2, words: '二级残疾，没有领过补贴。' },
    measures: [{ what: '代办残疾人补贴', who: '社区民政何晓燕', days: 20, done: '每月能领了' }],
    policies: ['disability_aid'],
    over: {
      conclusion: 'referred',
      days: 60,
      words: '转给残联，装了扶手，配了轮椅。',
      struck: '电话问过，轮椅在用。',
    },
  },
  {
    id: 'hard.luo',
    house: 9,
    name: '罗阿姨',
    by: 'elder.72',
    own: true,
    ago: 30,
    reasons: ['elder_alone', 'illness'],
    told: '一个人住，血压药和膝盖的药一个月要三百多。',
    listed: { level: 3, owner: 'staff.grid', words: '生活能自理，药费压得紧，先对医疗救助。' },
    measures: [{ what: '带去办门诊慢性病登记', who: '网格员曾小云', days: 40 }],
    policies: ['medical_aid', 'elder_care'],
  },
]
