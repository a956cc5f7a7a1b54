import type { OutputOf } from '#contracts/operations'
import { dateWords } from './dates'

type Goal = OutputOf<'goals.get'>

export const goalStateWords: Record<Goal['state'], string> = {
  open: '在办',
  done: '办成了',
  missed: '没办成',
}

/** 2026年第48周 */
export const weekWords = (week: string): string => {
  const [year, n] = week.split('-W')
  return `${year}年第${Number(n)}周`
}

export const monthWords = (month: string): string => {
  const [year, n] = month.split('-')
  return `${year}年${Number(n)}月`
}

export const goals = {
  title: '小目标、小变化',
  filter: '看哪一样',
  shows: { goals: '每周小目标', changes: '每月小变化' },
  empty: {
    goals: { title: '还没有定过小目标', help: '一周一个，办得成的小事就好。' },
    changes: { title: '还没有小变化', help: '之前什么样，之后什么样，拍给大家看。' },
  },
  set: (week: string) => `定${weekWords(week)}的小目标`,
  tell: '写一个小变化',
  place: '换一个网格',
  owner: (name: string) => `${name}来办`,
  due: (dueAt: number) => `${dateWords(dueAt - 1)}前`,
  photo: (n: number) => `办成的样子，第${n}张`,
  before: '之前',
  after: '之后',
  side: (side: string, n: number) => `${side}，第${n}张`,
} as const

export const goal = {
  title: '小目标',
  text: { label: '这周办成哪件小事', placeholder: '把3栋到5栋的路灯修亮' },
  about: '从哪件民情来（写编号，可以不写）',
  aboutHint: '写成XJ2611270001，会连到那件事',
  aboutWrong: '没找到这个编号的公开民情',
  set: '定下来',
  prove: '办成了',
  note: '办成什么样，写一句',
  photos: '拍一张，大家看得到',
  needsPhoto: '拍一张办成的样子',
  wrong: '写4到60个字',
} as const

export const change = {
  tell: '发出来',
  name: { label: '变了什么', placeholder: '后巷亮了' },
  words: { label: '说两句', placeholder: '老人晚上敢出门了' },
  before: '之前的照片',
  after: '之后的照片',
  project: '从哪个项目来（可以不选）',
  needsBoth: '之前、之后各拍一张',
  wrong: '写4到30个字',
} as const
