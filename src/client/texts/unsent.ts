import type { KeptName } from '../stores/unsent'

const deeds: Record<KeptName, string> = {
  'concerns.endorse': '我也遇到',
  'concerns.confirm': '办好了',
  'concerns.reopen': '还没好',
  'concerns.contact': '记一次联系',
  'concerns.start': '开始办',
  'inbox.read': '消息看过了',
  'signups.mark': '志愿点名',
  'meetings.raise_hand': '举手',
  'meetings.lower_hand': '放下手',
  'meetings.want_close': '听够了',
  'meetings.point': '规则问题',
}

export const unsent = {
  title: (count: number) => `还没送出的${count}件`,
  /** 我也遇到，23栋路灯不亮 */
  deed: (deed: KeptName) => deeds[deed],
  line: (deed: KeptName, title: string) => [deeds[deed], title].filter(Boolean).join('，'),
  kept: '没网，先替您存着',
  waiting: '有网了自动交',
  sending: '正在交',
  refused: '没送成',
  cancel: '不交了',
  known: '知道了',
  signOut: {
    help: (count: number) => `您还有${count}件没送出去。留着，您再登录时接着交；别人用这台手机，不会替您交。`,
    keep: '留着，退出',
    drop: '不要了，退出',
  },
} as const
