import type { Calendar } from '#core/concerns/calendar'
import type { CategoryCode } from '#core/concerns/category'
import type { Channel, Concern } from '#core/concerns/concern'
import type { ConcernEvent } from '#core/concerns/events'
import { decide } from '#core/concerns/machine'
import type { Notice } from '#core/concerns/notices'
import { raise } from '#core/concerns/submit'
import { fire, type Timer, timersOf } from '#core/concerns/timers'
import { type Actor, CLOCK, type Role } from '#core/people/actor'
import { STREET } from './codes'
import type { Scene } from './scenes'

/** What somebody did to a concern, and when. */
export interface Move {
  at: number
  /** Person id. */
  by: string
  event: ConcernEvent
}

/** A concern as a story: who said what when, and what others then did. The rules decide what comes of it. */
export interface Tale {
  id: string
  category: CategoryCode
  title: string
  detail: string
  /** Building id. */
  building: string
  words?: string
  reporter: string
  anonymous?: boolean
  channel?: Channel
  held?: boolean
  at: number
  scenes?: Scene[]
  /** Pictures of the result, by whoever resolves it. */
  after?: Scene[]
  /** How many neighbours said "me too". */
  endorsed?: number
  moves: Move[]
}

export type Line =
  | { kind: 'new'; concern: Concern; at: number; by: string; role: Role }
  | {
      kind: 'step'
      before: Concern
      after: Concern
      event: ConcernEvent
      at: number
      by: string | null
      role: Role
      notify: Notice[]
    }
  /** A clock struck; what it caused, if anything, is the next line. */
  | { kind: 'struck'; concern: Concern; timer: Timer; at: number }
  | { kind: 'told'; concern: Concern; at: number; notify: Notice[] }

/** What a tale needs to know of the neighbourhood. */
export interface Stage {
  epoch: number
  calendar: Calendar
  actorAt(person: string, at: number): Actor
  buildingAt(
    id: string,
    at: number,
  ): { gridPath: string; headId: string | null; latE6: number; lngE6: number }
  /** The number people are told. */
  numberAt(at: number): string
}

export interface Played {
  tale: Tale
  lines: Line[]
  concern: Concern
}

export const photoIds = (tale: Tale): string[] =>
  (tale.scenes ?? []).map((_, at) => `ph.${tale.id}.${at + 1}`)
export const afterIds = (tale: Tale): string[] =>
  (tale.after ?? []).map((_, at) => `ph.${tale.id}.r${at + 1}`)

/** Plays one tale up to the epoch by the rules alone, the clocks striking in between at their own instants. */
export function play(tale: Tale, stage: Stage): Played {
  const lines: Line[] = []
  let concern = submitted(tale, stage)
  lines.push({ kind: 'new', concern, at: tale.at, by: tale.reporter, role: 'resident' })
  const struck = new Set<string>()

  for (const move of tale.moves) {
    concern = untilMoment(concern, move.at, { stage, lines, struck })
    concern = step(tale, concern, move, { stage, lines })
  }
  return { tale, lines, concern: untilMoment(concern, stage.epoch, { stage, lines, struck }) }
}

function submitted(tale: Tale, stage: Stage): Concern {
  const building = stage.buildingAt(tale.building, tale.at)
  const { latE6, lngE6 } = building
  return raise(
    {
      id: tale.id,
      streetId: STREET,
      no: stage.numberAt(tale.at),
      category: tale.category,
      title: tale.title,
      detail: tale.detail,
      photoIds: photoIds(tale),
      place: { buildingId: tale.building, point: { latE6, lngE6 }, words: tale.words ?? '' },
      anonymous: tale.anonymous ?? false,
      channel: tale.channel ?? 'app',
      reporterId: tale.reporter,
      gridPath: building.gridPath,
    },
    { now: tale.at, calendar: stage.calendar, building, held: tale.held ?? false },
  )
}

interface Playing {
  stage: Stage
  lines: Line[]
}

function step(tale: Tale, before: Concern, { at, by, event }: Move, { stage, lines }: Playing): Concern {
  const actor = stage.actorAt(by, at)
  const headId = stage.buildingAt(tale.building, at).headId
  const decided = decide(before, event, { actor, now: at, calendar: stage.calendar, headId })
  if (!decided.ok) {
    throw new Error(
      `the story of ${tale.id} cannot be: ${event.kind} by ${by}, ${before.state}: ${decided.refusal}`,
    )
  }
  const { concern: after, grant } = decided.value
  lines.push({ kind: 'step', before, after, event, at, by, role: grant.role, notify: [] })
  return after
}

/** Lets every clock strike that is due before `moment`, one after the other. */
function untilMoment(start: Concern, moment: number, playing: Playing & { struck: Set<string> }): Concern {
  const { stage, lines, struck } = playing
  let concern = start
  for (;;) {
    const next = timersOf(concern, stage.calendar)
      .filter((timer) => timer.dueAt <= moment && !struck.has(`${timer.kind}:${timer.clock}`))
      .sort((a, b) => a.dueAt - b.dueAt)[0]
    if (!next) return concern
    struck.add(`${next.kind}:${next.clock}`)
    concern = strike(concern, next, { stage, lines })
  }
}

function strike(before: Concern, timer: Timer, { stage, lines }: Playing): Concern {
  const latest = lines[lines.length - 1]?.at ?? timer.dueAt
  const at = Math.max(timer.dueAt, latest)
  const { event, notify } = fire(before, timer, { now: at, calendar: stage.calendar })
  lines.push({ kind: 'struck', concern: before, timer, at })
  if (!event) {
    if (notify.length > 0) lines.push({ kind: 'told', concern: before, at, notify })
    return before
  }
  const decided = decide(before, event, { actor: CLOCK, now: at, calendar: stage.calendar })
  if (!decided.ok) throw new Error(`the clock cannot ${event.kind} ${before.id}: ${decided.refusal}`)
  const after = decided.value.concern
  lines.push({ kind: 'step', before, after, event, at, by: null, role: 'clock', notify })
  return after
}
