import type { Template } from '#core/messages/worth'

const kinds: Record<Template, string> = {
  progress: '进度',
  result: '结果',
  work: '待办',
  council: '投票',
  booking: '预约',
}

export const messages = {
  title: '微信提醒',
  /** What is left, and that a tap gives more: one consent, one message, as WeChat wants it. */
  left: (offers: { template: Template; left: number }[]) => {
    const some = offers
      .filter(({ left }) => left > 0)
      .map(({ template, left }) => `${kinds[template]}${left}条`)
    return some.length > 0
      ? `还能收到${some.join('、')}，点一下再要`
      : '点一下，有消息微信告诉您；点一次收一条'
  },
  none: '没有要到。点右上角“…”，在设置里能打开订阅消息',
} as const
