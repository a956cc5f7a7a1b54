import { type Calendar, DAY } from '../concerns/calendar'
import { dueAfter } from '../concerns/deadlines'
import type { GridPath } from '../grids/grid'
import type { Actor, Role } from '../people/actor'
import { mayAtAll } from '../people/place-rights'
import type { Action } from '../people/policy'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import type { Correction, ScoreCard } from './card'
import type { ComponentKey, Stars, SubjectKind } from './formula'

/** 本人核对: three days, in which an event may be objected to (domain rule 4.5.3). */
export const PREVIEW = 3 * DAY
const ANSWER_WITHIN = { n: 5, unit: 'wd' } as const

export interface Answer {
  by: string
  at: number
  /** What the answer changes; `null`: the card stays as it is. */
  as: Correction['as'] | null
  note: string
}

export interface Appeal {
  id: string
  by: string
  at: number
  component: ComponentKey
  eventId: string
  words: string
  /** Five working days. */
  dueAt: number
  answer: Answer | null
}

export interface Plan {
  words: string
  by: string
  at: number
}

interface Confirmation {
  confirmedBy: string
  confirmedAt: number
}

export type Status =
  | { state: 'computed' }
  | { state: 'preview'; previewUntil: number }
  | (Confirmation & { state: 'confirmed' })
  | (Confirmation & {
      state: 'published'
      publishedAt: number
      /** ★ twice in a row: somebody talks with him and makes a plan. Nobody is removed by it. */
      talk: { plan: Plan | null } | null
    })

/** The way of one month's card of one head or grid, whichever edition it has come to. */
export type Life = {
  kind: SubjectKind
  subjectId: string
  personId: string | null
  gridPath: GridPath
  period: string
  edition: number
  appeals: Appeal[]
} & Status

export const LIFE_STATES = ['computed', 'preview', 'confirmed', 'published'] as const

export interface Around {
  actor: Actor
  now: number
  card: Pick<ScoreCard, 'facts' | 'adjustments' | 'stars'>
}

/** Heads are confirmed by the community, grids by the street (4.7). */
const CONFIRMS: Record<SubjectKind, Role> = { head: 'community_staff', grid: 'street_admin' }

/** A grid's own appeals are answered by the street alone; a head's also by the community. */
const ANSWERS: Record<SubjectKind, readonly Role[]> = {
  head: ['community_staff', 'street_admin'],
  grid: ['street_admin'],
}

/** Whose detail it is: the head himself; of a grid, everybody who holds a seat in it. */
const READS: Record<SubjectKind, readonly Role[]> = {
  head: ['community_staff', 'street_admin', 'auditor'],
  grid: ['pioneer', 'grid_staff', 'grid_head', 'secretary', 'community_staff', 'street_admin', 'auditor'],
}

type Place = Pick<Life, 'kind' | 'gridPath'>

const holds = (actor: Actor, action: Action, { gridPath }: Place, roles: readonly Role[]): boolean =>
  mayAtAll(actor, action, { gridPath, buildingId: null }).some(({ role }) => roles.includes(role))

export const mayConfirm = (actor: Actor, place: Place): boolean =>
  holds(actor, 'score.confirm', place, [CONFIRMS[place.kind]])
export const mayAnswer = (actor: Actor, place: Place): boolean =>
  holds(actor, 'score.answer', place, ANSWERS[place.kind])
export const mayRead = (actor: Actor, life: Pick<Life, 'kind' | 'gridPath' | 'personId'>): boolean =>
  isHis(actor, life) || holds(actor, 'score.read', life, READS[life.kind])

const isHis = ({ personId }: Actor, life: Pick<Life, 'personId'>): boolean =>
  personId !== null && life.personId === personId

/** A head appeals for himself, the grid's head for his grid. */
export const mayAppeal = (actor: Actor, life: Life): boolean =>
  life.kind === 'head'
    ? isHis(actor, life)
    : actor.grants.some(({ role, gridPath }) => role === 'grid_head' && gridPath === life.gridPath)

/** 公示给本人: the clock, as soon as the card is computed; anew after every new edition. */
export function openPreview(life: Life, now: number): Life {
  return { ...known(life), state: 'preview', previewUntil: now + PREVIEW }
}

const known = (life: Life) => ({
  kind: life.kind,
  subjectId: life.subjectId,
  personId: life.personId,
  gridPath: life.gridPath,
  period: life.period,
  edition: life.edition,
  appeals: life.appeals,
})

interface Objection {
  id: string
  component: ComponentKey
  eventId: string
  words: string
  calendar: Calendar
}

/** 申诉: names the event that is wrong. */
export function appeal(life: Life, said: Objection, { actor, now, card }: Around): Result<Life> {
  const { id, component, eventId, words, calendar } = said
  if (actor.personId === null || !mayAppeal(actor, life)) return refuse('FORBIDDEN')
  if (life.state !== 'preview' || now >= life.previewUntil) return refuse('NOT_IN_THIS_STATE')
  if (!card.facts.some((one) => one.component === component && one.eventId === eventId))
    return refuse('VALIDATION')
  if (life.appeals.some((one) => one.component === component && one.eventId === eventId))
    return refuse('NOT_IN_THIS_STATE')

  const dueAt = dueAfter(now, ANSWER_WITHIN, calendar).at
  const appealed = { id, by: actor.personId, at: now, component, eventId, words, dueAt, answer: null }
  return ok({ ...life, appeals: [...life.appeals, appealed] })
}

/** 答复: by somebody who neither appealed nor had a hand in the card's adjustments. */
export function answer(
  life: Life,
  { appealId, as, note }: { appealId: string } & Pick<Answer, 'as' | 'note'>,
  { actor, now, card }: Around,
): Result<Life> {
  if (actor.personId === null || !mayAnswer(actor, life)) return refuse('FORBIDDEN')
  const asked = life.appeals.find(({ id }) => id === appealId)
  if (!asked) return refuse('NOT_FOUND')
  if (asked.answer) return refuse('NOT_IN_THIS_STATE')
  if (asked.by === actor.personId || isHis(actor, life) || hadAHand(actor.personId, card))
    return refuse('SELF_APPROVAL')

  const answered = { ...asked, answer: { by: actor.personId, at: now, as, note } }
  return ok({ ...life, appeals: life.appeals.map((one) => (one === asked ? answered : one)) })
}

const hadAHand = (personId: string, { adjustments }: Around['card']): boolean =>
  adjustments.some(({ proposedBy, approvedBy }) => proposedBy === personId || approvedBy === personId)

/** What the upheld appeals of a life change in its card. */
export function correctionsOf({ appeals }: Life): Correction[] {
  const corrections: Correction[] = []
  for (const { id, component, eventId, answer: given } of appeals)
    if (given?.as) corrections.push({ appealId: id, component, eventId, as: given.as })
  return corrections
}

export const openAppeals = ({ appeals }: Life): Appeal[] => appeals.filter((one) => one.answer === null)

/** A new edition was computed: the person has three days anew to look at it. */
export function revise(life: Life, now: number): Result<Life> {
  if (life.state !== 'preview' && life.state !== 'computed') return refuse('NOT_IN_THIS_STATE')
  return ok(openPreview({ ...life, edition: life.edition + 1 }, now))
}

/** 确认: after the preview, with no appeal open, by nobody who answered one or adjusted the card. */
export function confirm(life: Life, { actor, now, card }: Around): Result<Life> {
  if (actor.personId === null || !mayConfirm(actor, life)) return refuse('FORBIDDEN')
  const refusal = notToBeConfirmed(life, now)
  if (refusal) return refuse(refusal)
  if (isHis(actor, life) || answeredOne(life, actor.personId) || hadAHand(actor.personId, card))
    return refuse('SELF_APPROVAL')
  return ok({ ...known(life), state: 'confirmed', confirmedBy: actor.personId, confirmedAt: now })
}

function notToBeConfirmed(life: Life, now: number): Refusal | null {
  if (life.state !== 'preview') return 'NOT_IN_THIS_STATE'
  if (now < life.previewUntil) return 'PUBLICITY_RUNNING'
  return openAppeals(life).length > 0 ? 'OBJECTIONS_UNANSWERED' : null
}

const answeredOne = ({ appeals }: Life, personId: string): boolean =>
  appeals.some((one) => one.answer?.by === personId)

/** 公布: grade and score for everybody, the detail only for those it is about and those who answer for it. */
export function publish(
  life: Life,
  { before, ...around }: Pick<Around, 'actor' | 'now' | 'card'> & { before: Stars | null },
): Result<Life> {
  if (!mayConfirm(around.actor, life)) return refuse('FORBIDDEN')
  if (life.state !== 'confirmed') return refuse('NOT_IN_THIS_STATE')
  const isLowTwice = around.card.stars === 1 && before === 1
  return ok({
    ...life,
    state: 'published',
    publishedAt: around.now,
    talk: isLowTwice ? { plan: null } : null,
  })
}

/** 谈一谈: what was agreed on with whoever stood low twice. */
export function keepPlan(
  life: Life,
  words: string,
  { actor, now }: Pick<Around, 'actor' | 'now'>,
): Result<Life> {
  if (actor.personId === null || !mayConfirm(actor, life)) return refuse('FORBIDDEN')
  if (life.state !== 'published' || life.talk === null || life.talk.plan) return refuse('NOT_IN_THIS_STATE')
  if (isHis(actor, life)) return refuse('SELF_APPROVAL')
  return ok({ ...life, talk: { plan: { words, by: actor.personId, at: now } } })
}
