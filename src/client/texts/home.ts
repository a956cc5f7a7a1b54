import { greeting } from './dates'

export const home = {
  /** 李先生，晚上好; a guest is greeted without a name. */
  greet: (name: string | undefined, now: number) => (name ? `${name}，${greeting(now)}` : greeting(now)),
  help: {
    guest: '没登录也能看，登录了能反映',
    waiting: (count: number) => `有${count}件事等您看`,
    quiet: '有事您说，有人来办',
  },
  elder: '长辈版',
  normal: '普通版',
  larger: '字再大点',
  night: {
    tag: '本月办的事',
    doneUnit: '件办好了',
    rest: (open: number, overdue: number) => {
      if (open === 0) return '这会儿没有没办完的事'
      return overdue > 0 ? `还有${open}件在办，${overdue}件超期` : `还有${open}件在办`
    },
    lamp: (each: number) =>
      each === 1 ? '一盏灯是一件，亮了就是办好了' : `一盏灯是${each}件，亮了就是办好了`,
    label: (done: number, open: number) => `本月办好${done}件，还有${open}件在办`,
    see: '去看看',
    elderTitle: '小区里的事',
    elderSee: '看看是哪些',
  },
  tiles: {
    title: '有事您说',
    all: '全部事项',
    help: '点一下，选一样就行',
  },
  mine: {
    title: '我反映的',
    all: '都看看',
    look: '去看看',
    waits: '办好了，等您看',
    none: '没有等着办的事',
    guest: '您反映的事，登录了都在这里',
    signIn: '登录',
  },
  changed: { title: '刚有变化的', all: '都看看', empty: '这几天没有新变化' },
  grid: {
    title: '我的网格',
    guestTitle: '这个网格',
    open: '件在办',
    overdue: '件超期',
    plan: '平面图',
    list: '大家的事',
  },
  council: { title: '楼栋长议事会', help: '小区的事大家定：提议、商量、投票、查票' },
  volunteers: { title: '志愿服务', help: '要帮忙的、我报的、我的时长' },
  lists: { title: '五清单', help: '民情、结对、服务、解困、共治，各走到哪儿' },
  offers: { title: '常设服务', help: '理发、维修、法律咨询，约一段' },
  messages: { title: (count: number) => `有${count}条新消息`, look: '去看看' },
} as const
