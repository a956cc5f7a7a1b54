import type { EntryKind, EntryState } from '#core/lists/entry'

/** 待认领 to 已销号: one word for a state, in all five lists. */
export const entryStateWords: Record<EntryState, string> = {
  open: '待认领',
  claimed: '已认领',
  doing: '办理中',
  to_check: '待验收',
  struck: '已销号',
  returned: '退回',
}

export const entryKindWords: Record<EntryKind, string> = {
  concern: '民情',
  pairing: '结对',
  hardship: '解困',
  task: '志愿任务',
  offer: '服务',
  motion: '议题和决议',
  project: '共治项目',
  goal: '小目标',
  change: '小变化',
  joint: '三方联动',
}

export const chain = { title: '从反映到结果', here: '现在看的这一步', open: '看这一步' } as const
