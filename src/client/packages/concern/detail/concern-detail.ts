import type { OutputOf } from '#contracts/operations'

export type ConcernDetail = OutputOf<'concerns.get'>
