import type { AgeStanding } from '../people/age'
import type { Refusal } from '../refusals'
import type { Poll } from './poll'
import type { Choice } from './tally'

/** 居民意见征询 beside a council's vote: what those think who live there, tenants as much as owners. */
export type Opinions = Record<Choice, number>

interface Saying {
  poll: Pick<Poll, 'state' | 'opensAt' | 'closesAt'>
  /** A home of his in the council's scope is vouched for. */
  livesHere: boolean
  age: AgeStanding
  now: number
}

/** Why an opinion is not taken, or `null`: one a resident of eighteen or more, in the time of the vote beside it. */
export function whyNotSay({ poll, livesHere, age, now }: Saying): Refusal | null {
  if (!livesHere) return 'RESIDENCE_NOT_CONFIRMED'
  if (poll.state !== 'voting' || now >= poll.closesAt) return 'POLL_CLOSED'
  if (now < poll.opensAt) return 'POLL_NOT_OPEN'
  if (age === 'unknown') return 'BIRTH_REQUIRED'
  return age === 'adult' ? null : 'UNDER_AGE'
}

/** 代表性不足: fewer than a third of the residents have said anything (rule 4.4.2). */
export const saysLittle = (saying: number, residents: number): boolean => 3 * saying < residents
