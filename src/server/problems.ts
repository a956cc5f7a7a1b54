import type { BaseIssue } from 'valibot'
import type { Problem } from '#contracts/envelope'

/** So many are told: a form has fewer fields, and what somebody makes up is not answered at length. */
const MOST = 20

/** Names the field and the broken rule. What was typed never leaves: it may be a phone number. */
export const problemsOf = (issues: BaseIssue<unknown>[]): Problem[] =>
  issues.slice(0, MOST).map((issue) => ({
    path: pathOf(issue),
    problem: problemOf(issue),
    ...(typeof issue.requirement === 'number' ? { limit: issue.requirement } : {}),
  }))

/** A field nobody asked for is named by the object it stands in: its own name was typed too. */
function pathOf(issue: BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map((step) => String(step.key))
  return (issue.expected === 'never' ? keys.slice(0, -1) : keys).join('.')
}

const problemOf = (issue: BaseIssue<unknown>): string => {
  if (issue.kind === 'schema' && issue.received === 'undefined') return 'required'
  return issue.type
}
