import type { JointMatter } from './matter'

/** soon: a quarter of its time is left; late: its day has come and not all have signed. */
export interface Reminder {
  kind: 'soon' | 'late'
  /** Epoch milliseconds; from then on, never before. */
  at: number
}

type Dated = Pick<JointMatter, 'state' | 'openedAt' | 'dueAt'>

/** What an open matter tells by itself next, after an instant; `null`: it has said everything, or is over. */
export function reminderAfter({ state, openedAt, dueAt }: Dated, now: number): Reminder | null {
  if (state !== 'open' || now >= dueAt) return null
  const soonAt = dueAt - Math.floor((dueAt - openedAt) / 4)
  return now < soonAt ? { kind: 'soon', at: soonAt } : { kind: 'late', at: dueAt }
}

/** What is to be told at an instant at which a reminder is due: of two that were missed, only the later one. */
export const reminderAt = ({ dueAt }: Dated, now: number): Reminder['kind'] =>
  now >= dueAt ? 'late' : 'soon'
