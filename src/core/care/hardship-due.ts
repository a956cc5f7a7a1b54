import type { HardshipCase } from './hardship'

/** What a case waits for at an instant: its assessment, or its review after ninety days. */
export interface HardshipDue {
  kind: 'assess' | 'review'
  /** Epoch milliseconds; from then on it is late. */
  at: number
}

/** `null` while nobody has agreed to it, and once it is concluded. */
export function dueOfHardship(kept: HardshipCase): HardshipDue | null {
  if (kept.state === 'reported' || kept.state === 'appealed')
    return kept.consent ? { kind: 'assess', at: kept.dueAt } : null
  if (kept.state === 'listed' || kept.state === 'helping') return { kind: 'review', at: kept.reviewDueAt }
  return null
}

/** When it tells of that by itself, once. */
export function reminderOfHardship(kept: HardshipCase): number | null {
  const due = dueOfHardship(kept)
  return due && kept.remindedOf !== due.at ? due.at : null
}

export const remindedOfHardship = (kept: HardshipCase): HardshipCase => ({
  ...kept,
  remindedOf: dueOfHardship(kept)?.at ?? null,
})
