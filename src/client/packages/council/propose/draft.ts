import { MATTER_RULES, STATUTORY_RULES, type StatutoryRule } from '#core/council/charter'
import { box, isRecord } from '../../../platform/storage'

/** A motion as somebody types it; `yuan` is what stands in the field. */
export interface MotionDraft {
  title: string
  text: string
  who: string
  yuan: string
  days: '30' | '90' | '180'
  rule: (typeof MATTER_RULES)[number] | StatutoryRule
}

export const BLANK: MotionDraft = { title: '', text: '', who: '', yuan: '0', days: '90', rule: 'ordinary' }

const TEXTS = ['title', 'text', 'who', 'yuan'] as const
const isDraft = (found: unknown): found is MotionDraft =>
  isRecord(found) &&
  TEXTS.every((name) => typeof found[name] === 'string') &&
  ['30', '90', '180'].includes(String(found.days)) &&
  [...MATTER_RULES, ...STATUTORY_RULES].some((rule) => rule === found.rule)

/**
 * What is typed is on the phone before anybody hears of it: a closed app loses nothing. A phone may pass from hand to
 * hand, so each person has a draft of his own.
 */
export const draftOf = (personId: string) => box(`motion-draft-${personId}`, isDraft)

/** Whole 分 of what was typed, or `undefined` where it is no amount: 12, 12.5, 12.50. */
export function fenOf(yuan: string): number | undefined {
  const [, whole, parts = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim()) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(parts.padEnd(2, '0'))
}
