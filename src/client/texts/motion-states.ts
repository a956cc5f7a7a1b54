import type { MotionState } from '#core/council/motion'

/** Apart from the council's other words: a concern's page says them too. */
export const motionStateWords: Record<MotionState, string> = {
  proposed: '等附议',
  seconded: '等把关',
  returned: '退回改一改',
  scheduled: '可以上会',
  announced: '预告中',
  debating: '商量中',
  voting: '正在投票',
  no_quorum: '参加的不够',
  run_off: '得票一样，要再投',
  lot: '又一样，要抽签',
  publicity: '公示中',
  in_review: '复核中',
  in_force: '已生效',
  implementing: '在落实',
  result_publicity: '结果公示',
  ended: '结束了',
}
