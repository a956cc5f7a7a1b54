import type { Span } from '../concerns/deadlines'
import type { DataKind } from './personal-data'

/**
 * What somebody cannot set right himself, because others wrote it or have to vouch for it. Name, face and phone he
 * changes on his own.
 */
export const CORRECTABLE = [
  'home',
  'matter',
  'office',
  'deeds',
  'looks',
] as const satisfies readonly DataKind[]
export type Correctable = (typeof CORRECTABLE)[number]

/** Until then it is answered (个人信息保护法 §46, §50: in good time, and with the reason where it is refused). */
export const ANSWER_CORRECTION: Span = { n: 15, unit: 'wd' }
