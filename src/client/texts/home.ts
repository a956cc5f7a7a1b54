import { greeting } from './dates'

export const home = {
  /** 李先生，晚上好; a guest is greeted without a name. */
  greet: (name: string | undefined, now: number) => (name ? `${name}，${greeting(now)}` : greeting(now)),
  guestHelp: '没登录也能看，登录了能反映',
  waiting: (count: number) => `有${count}件事等您看`,
  nothingWaits: '您反映的事都有人管着',
  noneYet: '有事您说，有人来办',
  elder: '长辈版',
  normal: '普通版',
  larger: '字再大点',
  night: {
    tag: '本月办的事',
    done: (count: number) => `${count}`,
    doneUnit: '件办好了',
    rest: (open: number, overdue: number) =>
      overdue > 0 ? `还有${open}件在办，${overdue}件超期` : `还有${open}件在办`,
    allDone: '这会儿没有没办完的事',
    lamp: (each: number) => (each === 1 ? '亮一盏，就是办好一件' : `一盏灯代表${each}件`),
    label: (done: number, open: number) => `本月办好${done}件，还有${open}件在办`,
    see: '去看看',
    elder: (done: number, open: number) => `${done}件办好了，还有${open}件在办`,
    elderTitle: '小区里的事',
    elderButton: '看看都有哪些',
  },
  tiles: {
    title: '有事您说',
    all: '全部事项',
    report: '点一下，三步说完',
  },
  mine: {
    title: '我反映的',
    all: '都看看',
    look: '去看看',
    waits: '办好了，等您看',
    empty: '您还没反映过事',
    guest: '登录后，您反映的事都在这里',
    signIn: '登录',
    none: '没有还在办的',
  },
  changed: { title: '刚有变化的', all: '都看看', empty: '这几天没有新变化' },
  grid: {
    title: '我的网格',
    guestTitle: '这个网格',
    open: '件在办',
    overdue: '件超期',
    noOverdue: '没有超期的',
    plan: '看平面图',
    list: '看大家的事',
  },
  messages: (count: number) => `有${count}条新消息`,
} as const
