import type { Desk, PauseReason } from '#core/concerns/concern'
import type { ConcernEvent } from '#core/concerns/events'
import type { Level } from '#core/grids/grid'
import { DAY, MINUTE } from './codes'
import { buildingId } from './estate'
import { personOf } from './personas'
import type { Move } from './play'

/** An instant of the story: days relative to the epoch's midnight in China, and a time of that day. */
export type At = (day: number, time: string) => number

export const atFrom =
  (epoch: number): At =>
  (day, time) => {
    const [hour, minute] = time.split(':').map(Number)
    return epoch + day * DAY + ((hour ?? 0) * 60 + (minute ?? 0)) * MINUTE
  }

export const by = (persona: string, at: number, event: ConcernEvent): Move => ({
  at,
  by: personOf(persona),
  event,
})
export const byPerson = (person: string, at: number, event: ConcernEvent): Move => ({ at, by: person, event })

export const accept = (level: Level, desk: Desk): ConcernEvent => ({ kind: 'accept', level, desk })
export const contact = (note: string): ConcernEvent => ({ kind: 'contact', note })
export const start: ConcernEvent = { kind: 'start' }
export const escalate = (note: string): ConcernEvent => ({ kind: 'escalate', note })
export const pause = (reason: PauseReason, until: number, note: string): ConcernEvent => ({
  kind: 'pause',
  reason,
  until,
  note,
})
export const fixed = (note: string, photoIds: string[]): ConcernEvent => ({
  kind: 'resolve',
  outcome: { kind: 'fixed', note, photoIds },
})
export const explained = (note: string): ConcernEvent => ({
  kind: 'resolve',
  outcome: { kind: 'explained', note, photoIds: [] },
})
export const verify = (note: string): ConcernEvent => ({ kind: 'verify', note })
export const rate = (stars: 1 | 2 | 3 | 4 | 5, words: string): ConcernEvent => ({
  kind: 'confirm',
  rating: { stars, words },
})

export const jx = buildingId
