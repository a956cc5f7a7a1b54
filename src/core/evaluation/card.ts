import type { Sha256 } from '../council/receipt'
import type { Fact } from './facts'
import {
  ADJUSTMENT_POINTS,
  type AdjustmentReason,
  type ComponentKey,
  formulaNamed,
  type Stars,
  type SubjectKind,
  starsFor,
} from './formula'
import type { Period, Window } from './period'
import { applicableWeight, type Component, clampPoints, componentsOf, scoreOf } from './score'

export const FORMAT = 'loudong-score-1'

/** What an upheld appeal changes: the event does not count at all, or it counts in full. */
export const CORRECTIONS = ['struck', 'granted'] as const
export interface Correction {
  appealId: string
  component: ComponentKey
  eventId: string
  as: (typeof CORRECTIONS)[number]
}

export interface Adjustment {
  id: string
  reason: AdjustmentReason
  /** Where it can be looked up: a project, a hazard, a record. */
  evidence: string
  proposedBy: string
  approvedBy: string
}

/** Everything a score is computed from. */
export interface Basis {
  streetId: string
  kind: SubjectKind
  /** The house, or the path of the grid. */
  subjectId: string
  /** The head; a grid is no person. */
  personId: string | null
  period: Period
  /** Grows with every change after an appeal or an adjustment; older ones are kept. */
  edition: number
  formula: string
  window: Window
  /** Grids are compared within their size. */
  residents: number | null
  facts: Fact[]
  corrections: Correction[]
  adjustments: Adjustment[]
}

/** A card: its basis, and what follows from it. It never changes; a correction makes another edition. */
export interface ScoreCard extends Basis {
  format: typeof FORMAT
  components: Component[]
  /** Weight of the applicable components, of a hundred. */
  applicable: number
  points: number
  /** Tenths of a point; `null`: too little to judge by. */
  score: number | null
  stars: Stars | null
}

/** Computes a card: the same basis gives the same card, in whatever order its parts come. */
export function cardOf(basis: Basis): ScoreCard {
  const formula = formulaNamed(basis.formula)
  if (!formula) throw new Error(`no formula is called ${basis.formula}`)
  const known = new Set(formula.components.map(({ key }) => key))
  const facts = basis.facts.filter(({ component }) => known.has(component)).sort(byEvent)
  const components = componentsOf(formula, corrected(facts, basis.corrections))
  const points = clampPoints(
    basis.adjustments.reduce((sum, { reason }) => sum + ADJUSTMENT_POINTS[reason], 0),
  )
  const score = scoreOf(formula, components, points)
  return {
    ...basis,
    format: FORMAT,
    facts,
    corrections: [...basis.corrections].sort((a, b) => byText(a.appealId, b.appealId)),
    adjustments: [...basis.adjustments].sort((a, b) => byText(a.id, b.id)),
    components,
    applicable: applicableWeight(components),
    points,
    score,
    stars: score === null ? null : starsFor(score),
  }
}

const corrected = (facts: readonly Fact[], corrections: readonly Correction[]): Fact[] =>
  facts
    .map((fact) => ({ fact, as: corrections.find((one) => isOf(one, fact))?.as }))
    .filter(({ as }) => as !== 'struck')
    .map(({ fact, as }) => (as ? { ...fact, num: fact.den } : fact))

const isOf = (correction: Correction, { component, eventId }: Fact): boolean =>
  correction.component === component && correction.eventId === eventId

/** Compared by code unit, so that every machine sorts alike. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byEvent = (a: Fact, b: Fact): number =>
  byText(a.component, b.component) || byText(a.eventId, b.eventId) || a.at - b.at || a.num - b.num

/** The bytes of a card: the same card is written the same way everywhere. */
export const writeCard = (card: ScoreCard): string =>
  `${JSON.stringify({
    format: card.format,
    streetId: card.streetId,
    kind: card.kind,
    subjectId: card.subjectId,
    personId: card.personId,
    period: card.period,
    edition: card.edition,
    formula: card.formula,
    window: { from: card.window.from, to: card.window.to },
    residents: card.residents,
    facts: card.facts.map(({ component, eventId, at, num, den }) => [component, eventId, at, num, den]),
    corrections: card.corrections.map(({ appealId, component, eventId, as }) => [
      appealId,
      component,
      eventId,
      as,
    ]),
    adjustments: card.adjustments.map(({ id, reason, evidence, proposedBy, approvedBy }) => [
      id,
      reason,
      evidence,
      proposedBy,
      approvedBy,
    ]),
    components: card.components.map(({ key, weight, num, den, eventIds }) => [
      key,
      weight,
      num,
      den,
      eventIds,
    ]),
    applicable: card.applicable,
    points: card.points,
    score: card.score,
    stars: card.stars,
  })}\n`

/** The card's fingerprint: written into the audit log when it was computed. */
export const hashOfCard = (text: string, sha256: Sha256): string => sha256(`${FORMAT}\n${text}`)
