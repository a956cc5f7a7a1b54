import type { Refusal } from '#core/refusals'
import { VERSIONED_STEP } from './refused-steps'

/** What the operations of 结对 and 解困 may answer with, beside what any call may. */
export const careRefusals = {
  'pairings.get': ['NOT_FOUND'],
  'pairings.helpers': ['NOT_FOUND', 'FORBIDDEN'],
  'pairings.propose': ['NOT_FOUND', 'FORBIDDEN', 'NOT_ELIGIBLE'],
  'pairings.assign': [...VERSIONED_STEP, 'NOT_ELIGIBLE'],
  'pairings.consent': [...VERSIONED_STEP, 'SELF_APPROVAL', 'HELPER_FULL'],
  'pairings.record_consent': [...VERSIONED_STEP, 'SELF_APPROVAL', 'HELPER_FULL', 'PHOTO_REFUSED'],
  'pairings.decline': VERSIONED_STEP,
  'pairings.visit': [...VERSIONED_STEP, 'NOT_YET', 'VISITED_ALREADY'],
  'pairings.confirm_visit': ['NOT_FOUND', 'FORBIDDEN', 'NOT_IN_THIS_STATE'],
  'pairings.end': VERSIONED_STEP,
  'pairings.read_notes': ['NOT_FOUND', 'FORBIDDEN'],
  'hardship.report': ['NOT_FOUND', 'RESIDENCE_NOT_CONFIRMED', 'NOT_IN_THIS_STATE'],
  'hardship.from_concern': ['NOT_FOUND', 'FORBIDDEN', 'NOT_IN_THIS_STATE'],
  'hardship.consent': VERSIONED_STEP,
  'hardship.record_consent': VERSIONED_STEP,
  'hardship.read': ['NOT_FOUND'],
  'hardship.list_case': [...VERSIONED_STEP, 'SELF_APPROVAL', 'CONSENT_NEEDED', 'NOT_ELIGIBLE'],
  'hardship.decline': [...VERSIONED_STEP, 'SELF_APPROVAL', 'CONSENT_NEEDED'],
  'hardship.appeal': VERSIONED_STEP,
  'hardship.measure': [...VERSIONED_STEP, 'TERM_TOO_LONG'],
  'hardship.done': VERSIONED_STEP,
  'hardship.policies': VERSIONED_STEP,
  'hardship.review': VERSIONED_STEP,
  'hardship.strike': [...VERSIONED_STEP, 'SELF_APPROVAL'],
  'hardship.send_back': [...VERSIONED_STEP, 'SELF_APPROVAL'],
} satisfies Record<string, Refusal[]>
