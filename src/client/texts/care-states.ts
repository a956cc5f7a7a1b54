import type { HardshipState } from '#core/care/hardship'
import type { PairingState } from '#core/care/pairing'

export const pairingStates: Record<PairingState, string> = {
  suggested: '等人认领',
  proposed: '等住户点头',
  active: '结着对',
  declined: '没结成',
  ended: '结束了',
}

export const hardshipStates: Record<HardshipState, string> = {
  reported: '等评估',
  appealed: '等另一位再看',
  not_listed: '没有列入',
  listed: '列入了',
  helping: '正在帮',
  relieved: '解决了，等销号',
  referred: '转出去了，等销号',
  stable: '稳住了，等销号',
  struck: '已销号',
  withdrawn: '本人不要了',
}
