import type { Actor, Grant } from '../people/actor'
import type { Action } from '../people/policy'
import type { Refusal } from '../refusals'
import type { Calendar } from './calendar'
import type { Concern, Matter, Outcome, Responsibility, State, Status } from './concern'
import type { EventKind, EventOf } from './events'

/** What the world around a concern must tell the rules. */
export interface Context {
  actor: Actor
  now: number
  calendar: Calendar
  /** The head in office of the building it is about, if it has one: wanted for `accept` and `delegate`. */
  headId?: string | null
  /** The other concern of a `merge`. */
  target?: Concern
}

export interface Situation extends Context {
  concern: Concern
}

/** A situation in which something is about to happen, and the office in which the person does it. */
export interface Step<Kind extends EventKind> extends Situation {
  event: EventOf<Kind>
  grant: Grant
}

/** One line of the table: from which states, by which right, unless what, given what words, to what. */
export interface Row<Kind extends EventKind> {
  from: readonly State[]
  action: Action
  /** Reasons known before the person has said anything: the button is not shown. */
  unless?: (situation: Situation) => Refusal | null
  /** Reasons that lie in what the person says. */
  needs?: (step: Step<Kind>) => Refusal | null
  apply: (step: Step<Kind>) => Concern
}

/** The first reason to say no, or none. */
export const first =
  <Asked>(...rules: ((asked: Asked) => Refusal | null)[]) =>
  (asked: Asked): Refusal | null => {
    for (const rule of rules) {
      const refusal = rule(asked)
      if (refusal) return refusal
    }
    return null
  }

/** The same matter in another status; what only the old status knew is left behind. */
export function became(concern: Concern, status: Status, held: Partial<Responsibility> = {}): Concern {
  return { ...bare(concern), ...held, ...status }
}

/** Who did it. Only the clock has no name, and it causes nothing that is signed. */
export function nameOf({ actor }: Situation): string {
  if (actor.personId === null) throw new Error('a step that is signed was taken by nobody')
  return actor.personId
}

/** The result that waits for an answer. */
export function outcomeOf(concern: Concern): Outcome {
  if (concern.state === 'resolved' || concern.state === 'verified') return concern.outcome
  throw new Error(`no result waits while a concern is ${concern.state}`)
}

// What only `closed` knows is not here: nothing comes back from there.
const OF_ONE_STATUS = ['pause', 'outcome', 'verifiedBy']

function bare(concern: Concern): Matter & Responsibility {
  const entries = Object.entries(concern).filter(([name]) => !OF_ONE_STATUS.includes(name))
  const kept: Record<string, unknown> = {}
  for (const [name, value] of entries) kept[name] = value
  // Every name taken out belongs to Status alone, so what is left is the matter and who holds it.
  return kept as unknown as Matter & Responsibility
}
