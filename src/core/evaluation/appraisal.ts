import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import type { Fact } from './facts'
import type { Quarter } from './period'

/** 楼栋长评议: three questions a quarter, one to five each. What they ask is the screen's to say. */
export const QUESTIONS = ['finds_him', 'tells_us', 'gets_done'] as const

/** Fewer answers would tell a head who said what. */
export const LEAST_ANSWERS = 3
const MOST = 5

/** What is kept of a house's answers: how many, and their sum. Nobody's own answer is kept anywhere. */
export interface Sum {
  answers: number
  points: number
}

export interface Answering {
  /** Lives in the house, and somebody vouched for it. */
  hasHomeThere: boolean
  personId: string
  headId: string | null
  hasAnswered: boolean
}

/** Whether somebody may answer for the house now, once a quarter; a head does not appraise himself. */
export function mayAppraise({ hasHomeThere, personId, headId, hasAnswered }: Answering): Refusal | null {
  if (!hasHomeThere || headId === null) return 'NOT_ELIGIBLE'
  if (headId === personId) return 'SELF_APPROVAL'
  return hasAnswered ? 'NOT_IN_THIS_STATE' : null
}

export function appraise(before: Sum, marks: readonly number[], answering: Answering): Result<Sum> {
  const refusal = mayAppraise(answering)
  if (refusal) return refuse(refusal)
  if (marks.length !== QUESTIONS.length) return refuse('VALIDATION')
  const points = marks.reduce((sum, mark) => sum + mark, 0)
  return ok({ answers: before.answers + 1, points: before.points + points })
}

/** A quarter's appraisal of a house's head; nothing while too few have answered. */
export function appraisalFact(
  { buildingId, quarter, at }: { buildingId: string; quarter: Quarter; at: number },
  { answers, points }: Sum,
): Fact[] {
  if (answers < LEAST_ANSWERS) return []
  const den = answers * QUESTIONS.length * MOST
  return [{ component: 'appraisal', eventId: `appraisal:${quarter}.${buildingId}`, at, num: points, den }]
}
