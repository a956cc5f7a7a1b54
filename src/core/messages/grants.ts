import type { Template } from './worth'

/**
 * What WeChat says of each template when a person was asked (wx.requestSubscribeMessage). accept: one message may be
 * sent, also when he has said "总是保持以上选择" and saw nothing; reject; ban: WeChat has closed this template;
 * filter: left out, because another template bears the same title.
 */
export const ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const
export type Answer = (typeof ANSWERS)[number]

/** Kept ready for one person and template: more would only be a debt nobody remembers giving. */
export const MOST_GRANTS = 20

export interface Change {
  template: Template
  change: 'one more' | 'end all'
}

/** What the answers change: a refusal takes back nothing that was given before; a closed template sends nothing. */
export function grantsChanged(
  answers: readonly { template: Template; answer: Answer }[],
  left: Record<Template, number>,
): Change[] {
  return answers.flatMap(({ template, answer }): Change[] => {
    if (answer === 'ban') return [{ template, change: 'end all' }]
    return answer === 'accept' && left[template] < MOST_GRANTS ? [{ template, change: 'one more' }] : []
  })
}
