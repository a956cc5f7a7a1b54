import type { BaseIssue } from 'valibot'
import type { Problem } from '#contracts/envelope'

/** Names the field and the broken rule. What was typed never leaves: it may be a phone number. */
export const problemsOf = (issues: BaseIssue<unknown>[]): Problem[] =>
  issues.map((issue) => ({
    path: (issue.path ?? []).map((step) => String(step.key)).join('.'),
    problem: problemOf(issue),
    ...(typeof issue.requirement === 'number' ? { limit: issue.requirement } : {}),
  }))

const problemOf = (issue: BaseIssue<unknown>): string => {
  if (issue.kind === 'schema' && issue.received === 'undefined') return 'required'
  return issue.type
}
