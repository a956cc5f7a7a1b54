/** Why somebody is asked to sign in just now. */
export type SignInReason = 'report' | 'endorse' | 'mine' | 'inbox' | 'answer' | 'book'

export const signIn = {
  title: '先登录一下',
  why: {
    report: '登录后接着交，刚才写的都在。',
    endorse: '登录后替您记上一份。',
    mine: '登录了才知道哪些是您反映的。',
    inbox: '登录了才知道哪些是发给您的。',
    answer: '登录了才知道是不是您反映的。',
    book: '登录后接着约，给您留位置。',
  } satisfies Record<SignInReason, string>,
  help: '点一下就好，不用密码。',
  guest: '不登录也能看大家的事。',
  goOn: '先随便看看',
  wechat: {
    button: '登录',
    help: '用您的微信登录，只知道是同一个人，不拿您的头像和昵称。',
    failed: '微信没答应，再点一次试试。',
  },
  browser: {
    title: '这里登录不了',
    help: '浏览器里认不出是谁。请在手机微信里打开“楼栋议事”小程序登录。',
    steps: ['打开微信，搜“楼栋议事”', '点开小程序，点“登录”', '不会弄的，请楼栋长或网格员帮一下'],
  },
  demo: {
    title: '以谁的身份看？',
    help: '这些人都是编的，只在演示和开发时有。',
    groups: {
      residents: '居民',
      heads: '楼栋长',
      volunteers: '志愿者',
      staff: '网格和街道',
    },
    in: (name: string) => `以${name}登录`,
    none: '这里没有演示身份',
  },
} as const

/** Opened by the code of a house. */
export const arrive = {
  here: (label: string) => `这里是${label}`,
  help: '这一带有什么不对，说一声就有人管。',
  report: '反映这里的事',
  look: '看看这栋的事',
  unknown: '这个码认不得',
  unknownHelp: '看看是不是门牌上的，或者直接去首页。',
  home: '去首页',
} as const

export const look = {
  size: '字要多大？',
  sizes: ['普通', '大字', '更大', '最大'],
  sample: '33栋路灯不亮了',
  sampleHelp: '曾小云在办，还剩2天',
  theme: '颜色',
  themes: { light: '白天', dark: '夜里', system: '跟着手机' },
  elder: '长辈版字大、按钮大，一屏只放几样。',
} as const

export const welcome = {
  size: {
    title: '字要不要大一点？',
    normal: '就这样',
    elder: '大一点',
  },
  building: {
    title: '您住哪一栋？',
    help: '先知道是哪栋，反映时就不用再选。别人看不到。',
    choose: '选一下',
    later: '先随便看看',
  },
  picker: {
    title: '我住的楼',
    question: '您住哪一栋？',
    way: '怎么找',
    ways: { plan: '图上点', plate: '按门牌', scan: '扫门牌' },
    chosen: (label: string) => `您住${label}`,
    registered: (label: string) => `登记的是${label}，搬家了请找网格员改。`,
    save: (label: string) => `就是${label}`,
    none: '先在图上点一下',
  },
} as const
