import { type Calendar, DAY } from '../concerns/calendar'
import { dueAfter, type Span } from '../concerns/deadlines'
import type { Actor } from '../people/actor'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import {
  type HardshipCase,
  type HardshipConsent,
  type HardshipLevel,
  type HardshipWords,
  type Outcome,
  type PolicyRef,
  type Reason,
  wantsHisWord,
} from './hardship'
import { mayOnCase, ownerOf, worksOnCase } from './hardship-rights'

/** 五个工作日内评估 (4.3.6). */
export const ASSESSED_WITHIN: Span = { n: 5, unit: 'wd' }
/** 每90天看一次 (4.6). */
export const REVIEWED_EVERY = 90 * DAY
/** Nobody plans a measure further ahead. */
export const LONGEST_MEASURE = 366 * DAY

/** A case and all that is sealed of it. */
export interface Opened {
  kept: HardshipCase
  words: HardshipWords
}

export type HardshipEvent =
  | { kind: 'consent'; how: HardshipConsent['how'] }
  /** 评估: on the list, with a level and an owner, or not, with the reason. */
  | { kind: 'list'; level: HardshipLevel; ownerId: string; reasons: Reason[]; words: string }
  | { kind: 'decline'; words: string }
  | { kind: 'appeal'; words: string }
  | { kind: 'measure'; id: string; what: string; who: string; dueAt: number }
  | { kind: 'done'; measureId: string; result: string }
  | { kind: 'policies'; policies: PolicyRef[] }
  /** 复核: goes on, or is over in one of three ways. */
  | { kind: 'review'; conclusion: Outcome | 'go_on'; words: string }
  /** 销号, by another person than the owner; or back to work. */
  | { kind: 'strike'; words: string }
  | { kind: 'send_back'; words: string }
export type HardshipEventKind = HardshipEvent['kind'] | 'report' | 'withdraw' | 'join'

export interface HardshipContext {
  actor: Actor
  now: number
  calendar: Calendar
}

type Steps = {
  [Kind in HardshipEvent['kind']]: (
    opened: Opened,
    event: Extract<HardshipEvent, { kind: Kind }>,
    context: HardshipContext & { by: string },
  ) => Result<Opened>
}

/** One step on a case. Who may take it, in which state, and what it is afterwards. */
export function decideHardship(
  opened: Opened,
  event: HardshipEvent,
  context: HardshipContext,
): Result<Opened> {
  const by = context.actor.personId
  if (by === null) return refuse('NOT_AUTHENTICATED')
  // The table ties each kind to its own event; the compiler cannot follow one kind through a union of all.
  const step = STEPS[event.kind] as (...given: [Opened, HardshipEvent, object]) => Result<Opened>
  return step(opened, event, { ...context, by })
}

/** When a report that was agreed to is assessed at the latest. */
export const assessedBy = (from: number, calendar: Calendar): number =>
  dueAfter(from, ASSESSED_WITHIN, calendar).at

const STEPS: Steps = {
  consent: ({ kept, words }, { how }, { actor, by, now, calendar }) => {
    const his = by === kept.personId
    if (how === 'self' ? !his : !mayOnCase(actor, 'hardship.open', kept)) return refuse('FORBIDDEN')
    const consent = { how, by, at: now }
    if (kept.state !== 'reported')
      return his && wantsHisWord(kept)
        ? ok({ kept: { ...kept, consent }, words })
        : refuse('NOT_IN_THIS_STATE')
    if (kept.consent) return refuse('NOT_IN_THIS_STATE')
    return ok({ kept: { ...kept, consent, dueAt: assessedBy(now, calendar) }, words })
  },

  list: ({ kept, words }, { level, ownerId, reasons, words: assessment }, { actor, by, now }) => {
    const refusal = againstAssessing(kept, actor, by)
    if (refusal) return refuse(refusal)
    if (ownerId === kept.personId) return refuse('SELF_APPROVAL')
    const listed = { level, ownerId, listedBy: by, listedAt: now, measures: [] }
    const review = { reviewDueAt: now + REVIEWED_EVERY, remindedOf: null }
    return ok({
      kept: { ...frameOf(kept), ...listed, ...review, state: 'listed' },
      words: { ...words, reasons, assessment },
    })
  },

  decline: ({ kept, words }, { words: assessment }, { actor, by, now }) => {
    const refusal = againstAssessing(kept, actor, by)
    if (refusal) return refuse(refusal)
    const refused = { refusedBy: by, refusedAt: now, final: kept.state === 'appealed' }
    return ok({
      kept: { ...frameOf(kept), ...refused, state: 'not_listed' },
      words: { ...words, assessment },
    })
  },

  appeal: ({ kept, words }, { words: appeal }, { by, now, calendar }) => {
    if (!speaksForHim(kept, by)) return refuse('FORBIDDEN')
    if (kept.state !== 'not_listed' || kept.final) return refuse('NOT_IN_THIS_STATE')
    const { refusedBy } = kept
    const dueAt = assessedBy(now, calendar)
    return ok({
      kept: { ...frameOf(kept), state: 'appealed', refusedBy, dueAt, remindedOf: null },
      words: { ...words, appeal },
    })
  },

  measure: ({ kept, words }, { id, what, who, dueAt }, { actor, now }) => {
    if (!worksOnCase(actor, kept)) return refuse('FORBIDDEN')
    if (kept.state !== 'listed' && kept.state !== 'helping') return refuse('NOT_IN_THIS_STATE')
    if (dueAt <= now || dueAt > now + LONGEST_MEASURE) return refuse('TERM_TOO_LONG')
    const measures = [...kept.measures, { id, dueAt, doneAt: null }]
    return ok({
      kept: { ...kept, state: 'helping', measures },
      words: { ...words, measures: { ...words.measures, [id]: { what, who, result: '' } } },
    })
  },

  done: ({ kept, words }, { measureId, result }, { actor, now }) => {
    if (!worksOnCase(actor, kept)) return refuse('FORBIDDEN')
    const said = words.measures[measureId]
    const isOpen = 'measures' in kept && kept.measures.some(({ id, doneAt }) => id === measureId && !doneAt)
    if (kept.state !== 'helping' || !isOpen || !said) return refuse('NOT_IN_THIS_STATE')
    const measures = kept.measures.map((one) => (one.id === measureId ? { ...one, doneAt: now } : one))
    return ok({
      kept: { ...kept, measures },
      words: { ...words, measures: { ...words.measures, [measureId]: { ...said, result } } },
    })
  },

  policies: ({ kept, words }, { policies }, { actor }) => {
    if (!worksOnCase(actor, kept)) return refuse('FORBIDDEN')
    if (kept.state !== 'listed' && kept.state !== 'helping') return refuse('NOT_IN_THIS_STATE')
    return ok({ kept, words: { ...words, policies: [...new Set(policies)] } })
  },

  review: ({ kept, words }, { conclusion, words: said }, { actor, by, now }) => {
    if (!worksOnCase(actor, kept)) return refuse('FORBIDDEN')
    if (kept.state !== 'listed' && kept.state !== 'helping') return refuse('NOT_IN_THIS_STATE')
    const reviewed = withReview(words, { at: now, by, words: said })
    if (conclusion === 'go_on')
      return ok({ kept: { ...kept, reviewDueAt: now + REVIEWED_EVERY, remindedOf: null }, words: reviewed })
    const { reviewDueAt: _over, ...listed } = kept
    return ok({ kept: { ...listed, state: conclusion, concludedBy: by, concludedAt: now }, words: reviewed })
  },

  strike: ({ kept, words }, { words: said }, { actor, by, now }) => {
    const refusal = againstStriking(kept, actor, by)
    if (refusal) return refuse(refusal)
    if (!isConcluded(kept)) return refuse('NOT_IN_THIS_STATE')
    const { state: outcome, concludedAt: _then, ...listed } = kept
    const struck = { state: 'struck' as const, outcome, struckBy: by, struckAt: now }
    return ok({ kept: { ...listed, ...struck }, words: withReview(words, { at: now, by, words: said }) })
  },

  send_back: ({ kept, words }, { words: said }, { actor, by, now }) => {
    const refusal = againstStriking(kept, actor, by)
    if (refusal) return refuse(refusal)
    if (!isConcluded(kept)) return refuse('NOT_IN_THIS_STATE')
    const { concludedAt: _at, concludedBy: _by, ...listed } = kept
    const review = { reviewDueAt: now + REVIEWED_EVERY, remindedOf: null }
    const back = { ...listed, ...review, state: 'helping' as const }
    return ok({ kept: back, words: withReview(words, { at: now, by, words: said }) })
  },
}

/** 撤回同意: the frame stays so that numbers stay true, and nothing in it says what it was about. */
export function withdrawn(kept: HardshipCase, now: number): HardshipCase {
  return { ...frameOf(kept), state: 'withdrawn', withdrawnAt: now }
}

function frameOf(kept: HardshipCase) {
  const { id, streetId, gridPath, buildingId, personId, reportedBy, reportedAt, concernId } = kept
  const { consent, remindedOf } = kept
  return {
    ...{ id, streetId, gridPath, buildingId, personId, reportedBy, reportedAt, concernId },
    ...{ consent, remindedOf },
  }
}

/** He himself; for somebody who has no account here, whoever reported it for him. */
export const speaksForHim = ({ personId, reportedBy }: HardshipCase, by: string): boolean =>
  by === (personId ?? reportedBy)

const withReview = (words: HardshipWords, said: HardshipWords['reviews'][number]): HardshipWords => ({
  ...words,
  reviews: [...words.reviews, said],
})

/** First the community's staff; after an appeal somebody else, the branch secretary too. Nobody who reported it. */
function againstAssessing(kept: HardshipCase, actor: Actor, by: string): Refusal | null {
  const action = kept.state === 'appealed' ? 'hardship.second' : 'hardship.assess'
  if (!mayOnCase(actor, action, kept)) return 'FORBIDDEN'
  if (kept.state !== 'reported' && kept.state !== 'appealed') return 'NOT_IN_THIS_STATE'
  if (!kept.consent) return 'CONSENT_NEEDED'
  return kept.state === 'appealed' && kept.refusedBy === by ? 'SELF_APPROVAL' : null
}

function againstStriking(kept: HardshipCase, actor: Actor, by: string): Refusal | null {
  if (!mayOnCase(actor, 'hardship.second', kept)) return 'FORBIDDEN'
  return by === ownerOf(kept) || ('concludedBy' in kept && kept.concludedBy === by) ? 'SELF_APPROVAL' : null
}

type Concluded = Extract<HardshipCase, { concludedAt: number }>

const isConcluded = (kept: HardshipCase): kept is Concluded => 'concludedAt' in kept
