/** 五清单 (domain rule 4.6): five views with keepers over what is kept anyway, never lists of their own. */
export const LIST_KINDS = ['concern', 'pairing', 'service', 'hardship', 'cogov'] as const
export type ListKind = (typeof LIST_KINDS)[number]

/** 待认领、已认领、办理中、待验收、已销号、退回. Derived from what an entry is, never stored. */
export const ENTRY_STATES = ['open', 'claimed', 'doing', 'to_check', 'struck', 'returned'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** What stands in the lists. */
export const ENTRY_KINDS = [
  'concern',
  'pairing',
  'hardship',
  'task',
  'offer',
  'motion',
  'project',
  'goal',
  'change',
  'joint',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** One entry, as far as its week is asked about. Epoch milliseconds. */
export interface Dated {
  state: EntryState
  openedAt: number
  dueAt: number | null
  /** When it left its list, whichever way. */
  endedAt: number | null
}

interface Week {
  from: number
  to: number
}

export const isLate = ({ dueAt, endedAt }: Dated, now: number): boolean =>
  endedAt === null && dueAt !== null && dueAt < now

export const isAdded = ({ openedAt }: Dated, { from, to }: Week): boolean => openedAt >= from && openedAt < to

/** Its day comes in the week, or is past already. */
export const isDue = ({ dueAt, endedAt }: Dated, { to }: Week): boolean =>
  endedAt === null && dueAt !== null && dueAt < to

export const isStruck = ({ state, endedAt }: Dated, { from, to }: Week): boolean =>
  state === 'struck' && endedAt !== null && endedAt >= from && endedAt < to

/** 要大家定的: nobody has taken it, it waits to be checked, it came back, or its day is past. */
export const needsDecision = (entry: Dated, now: number): boolean =>
  entry.endedAt === null && (['open', 'to_check', 'returned'].includes(entry.state) || isLate(entry, now))
