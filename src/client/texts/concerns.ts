import type { Draft } from '../stores/draft'

export const concerns = {
  shows: { open: '在办', done: '办好的', all: '全部' },
  showLabel: '看哪些',
  search: '找一找，比如路灯',
  searchLabel: '按文字找',
  clearSearch: '清掉文字',
  everyKind: '全部种类',
  chooseKind: '看哪一类',
  onlyBuilding: (label: string) => `只看${label}`,
  plan: '平面图',
  empty: {
    title: { open: '这会儿没有没办完的事', done: '还没有办好的', all: '还没有人反映过' },
    help: '看到什么不方便，说一声。',
    report: '反映一件事',
    filteredTitle: '没找到这样的',
    filteredHelp: '换个词，或者少选一样。',
    clear: '看全部',
  },
} as const

export const mine = {
  drafts: '还没交上去的',
  draftOf: (place: string, kind: string) => [place, kind].filter(Boolean).join(' '),
  draftStates: {
    writing: '写了一半，接着写',
    waiting: '等有网了自动交',
    sending: '正在交',
    accepted: '交上去了',
    refused: '没交成，看看要改什么',
  } satisfies Record<Draft['progress']['state'], string>,
  waits: '办好了，等您看',
  look: '去看看',
  meToo: '您也遇到',
  empty: '您还没反映过事',
  emptyHelp: '看到什么不方便，说一声。',
  report: '反映一件事',
} as const

export const plan = {
  ways: { plan: '看图', list: '看清单' },
  wayLabel: '怎么看',
  summary: (buildings: number, withOpen: number) =>
    withOpen === 0 ? `${buildings}栋，都没有没办完的事` : `${buildings}栋，${withOpen}栋有没办完的事`,
  help: '点一栋，看那里的事。',
  open: (count: number) => `${count}件没办完`,
  none: '这会儿没有没办完的事',
  noEstate: '这里还没有平面图',
  noEstateHelp: '先看看大家的事。',
  seeList: '大家的事',
} as const
