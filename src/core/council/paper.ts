import type { Refusal } from '../refusals'
import type { Slate } from './election'
import { CHOICES, type Choice } from './tally'

/** What one ballot says: one of three choices, or, on the paper of an election, the candidates chosen. */
export type Said = Choice | string[]

/** Why no such paper can lie in the box, or `null`. An empty paper of an election abstains. */
export function whyNotSaid(said: Said, slate: Slate | null): Refusal | null {
  if (typeof said === 'string') return slate ? 'VALIDATION' : null
  const standing = slate?.candidates.map(({ id }) => id) ?? []
  if (!slate || new Set(said).size < said.length || !said.every((id) => standing.includes(id)))
    return 'VALIDATION'
  return said.length > slate.seats ? 'TOO_MANY_CHOSEN' : null
}

/**
 * A ballot as it lies in the box: the number of its choice, or one sign for each candidate. All of a poll are equally
 * long, because a length would tell what was chosen.
 */
export const marksOf = (said: Said, slate: Slate | null): string =>
  typeof said === 'string'
    ? String(CHOICES.indexOf(said))
    : (slate?.candidates ?? []).map(({ id }) => (said.includes(id) ? '1' : '0')).join('')

/** What such marks say. Throws when they are no ballot of this paper: such a box was tampered with. */
export const saidBy = (marks: string, slate: Slate | null): Said =>
  slate ? chosenBy(marks, slate) : choiceBy(marks)

export function choiceBy(mark: string): Choice {
  const choice = CHOICES[Number(mark)]
  if (mark.length !== 1 || !choice) throw new Error('a ballot that holds no choice')
  return choice
}

export function chosenBy(marks: string, { candidates }: Slate): string[] {
  if (marks.length !== candidates.length || !/^[01]+$/.test(marks))
    throw new Error('a ballot that is no paper of this election')
  return candidates.filter((_, place) => marks[place] === '1').map(({ id }) => id)
}

/** How often each choice was made. */
export function sumOf(choices: readonly Choice[]): Record<Choice, number> {
  const sums = { for: 0, against: 0, abstain: 0 }
  for (const choice of choices) sums[choice] += 1
  return sums
}
