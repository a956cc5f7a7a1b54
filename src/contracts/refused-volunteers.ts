import type { Refusal } from '#core/refusals'
import { UNVERSIONED_STEP, VERSIONED_STEP } from './refused-steps'

const UNFIT_TASK: Refusal[] = [
  'RISK_UNTOLD',
  'INSURANCE_REQUIRED',
  'TRAINING_REQUIRED',
  'UNDER_AGE',
  'TERM_TOO_LONG',
]

/** What the operations of 志愿服务 may answer with, beside what any call may. */
export const volunteerRefusals = {
  'tasks.get': ['NOT_FOUND'],
  'tasks.draft': ['NOT_FOUND', 'FORBIDDEN', 'CONTENT_RISKY', 'TERM_TOO_LONG'],
  'tasks.publish': [...VERSIONED_STEP, ...UNFIT_TASK],
  'tasks.change': [...VERSIONED_STEP, ...UNFIT_TASK, 'CHANGE_NOT_ALLOWED', 'CONTENT_RISKY'],
  'tasks.go_on': [...VERSIONED_STEP, 'TERM_TOO_LONG'],
  'tasks.cancel': VERSIONED_STEP,
  'tasks.code': ['NOT_FOUND', 'FORBIDDEN', 'NOT_IN_THIS_STATE'],
  'signups.join': [
    'NOT_FOUND',
    'NOT_IN_THIS_STATE',
    'TRAINING_REQUIRED',
    'NOT_ELIGIBLE',
    'SIGNED_UP_ALREADY',
    'TIME_OVERLAP',
    'UNDER_AGE',
    'GUARDIAN_REQUIRED',
    'BIRTH_REQUIRED',
  ],
  'signups.cancel': UNVERSIONED_STEP,
  'signups.confirm': UNVERSIONED_STEP,
  'signups.decide': UNVERSIONED_STEP,
  'signups.checkIn': ['NOT_FOUND', 'NOT_IN_THIS_STATE', 'CODE_STALE', 'SIGNED_IN_ALREADY'],
  'signups.checkOut': UNVERSIONED_STEP,
  'signups.mark': ['NOT_FOUND', 'FORBIDDEN'],
  'service.confirm': [...UNVERSIONED_STEP, 'SELF_APPROVAL', 'DAY_FULL'],
  'service.correct': [...UNVERSIONED_STEP, 'SELF_APPROVAL', 'DAY_FULL', 'CHANGE_NOT_ALLOWED'],
  'service.dispute': ['NOT_FOUND', 'NOT_IN_THIS_STATE', 'DISPUTE_LATE'],
  'service.answer': [...UNVERSIONED_STEP, 'SELF_APPROVAL', 'DAY_FULL', 'CHANGE_NOT_ALLOWED'],
  'certificates.ask': ['NOT_IN_THIS_STATE'],
  'certificates.issue': [...UNVERSIONED_STEP, 'SELF_APPROVAL'],
  'certificates.decline': [...UNVERSIONED_STEP, 'SELF_APPROVAL'],
  'certificates.revoke': UNVERSIONED_STEP,
  'certificates.print': ['NOT_FOUND'],
  'points.exchange': ['NOT_FOUND', 'SOLD_OUT', 'POINTS_SHORT'],
} satisfies Record<string, Refusal[]>
