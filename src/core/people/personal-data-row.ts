/** Who gets to see a kind of personal data. */
export type Onlooker = 'nobody' | 'self' | 'handlers' | 'grid' | 'readers' | 'everybody' | 'auditors'

/** How others see it: as it is, by its ends only (`138****0000`), or not at all. */
export type Shown = 'whole' | 'masked' | 'hidden'

/** What allows it (个人信息保护法 §13): his consent, the service he asked for, or the street's duty by law. */
export type Basis = 'consent' | 'service' | 'duty'

/**
 * How long it is kept: with the account, with the matter, with the office, as a record by law, until its owner
 * removes it, only on his phone, or so many days.
 */
export type Kept = 'account' | 'matter' | 'office' | 'record' | 'until_removed' | 'phone' | { days: number }

/** Why something outlives the account it belonged to (个人信息保护法 §47: then it is only stored). */
export type KeptWhy = 'public_matter' | 'counted' | 'public_office' | 'law' | 'house' | 'phone'

/**
 * What closing the account does: `erase`: gone; `sever`: stays, and nobody is behind it any more; `keep`: stays as
 * written, under the number of a person about whom nothing else is left.
 */
export type Erasure = { how: 'erase' } | { how: 'sever' | 'keep'; why: KeptWhy }

/** One row of the catalogue. */
export interface PersonalData {
  kind: string
  /** Where it lies, as `table.column` or `table.*`; none when it never leaves the phone. */
  columns: readonly string[]
  basis: Basis
  seenBy: Onlooker
  shown: Shown
  kept: Kept
  /** In the file of 导出: given word for word, or only told how much there is, since it says nothing to a reader. */
  export: 'given' | 'told'
  erasure: Erasure
}

const ERASE = { how: 'erase' } as const
export const BY_NOBODY = { seenBy: 'nobody', shown: 'hidden' } as const
export const BY_HIM = { seenBy: 'self', shown: 'hidden' } as const
export const BY_ALL = { seenBy: 'everybody', shown: 'whole' } as const
export const BY_READERS = { seenBy: 'readers', shown: 'whole' } as const
export const BY_AUDITORS = { seenBy: 'auditors', shown: 'whole' } as const
export const BY_THE_GRID = { seenBy: 'grid', shown: 'whole' } as const
export const GIVEN_ERASED = { export: 'given', erasure: ERASE } as const
export const TOLD_ERASED = { export: 'told', erasure: ERASE } as const
export const sever = <Why extends KeptWhy>(why: Why) => ({ how: 'sever', why }) as const
export const keep = <Why extends KeptWhy>(why: Why) => ({ how: 'keep', why }) as const
