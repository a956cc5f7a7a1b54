import type { Refusal } from '#core/refusals'
import { UNVERSIONED_STEP, VERSIONED_STEP } from './refused-steps'

/** What the operations of 五清单, 服务 and 小目标 may answer with, beside what any call may. */
export const listRefusals = {
  'offers.list': ['NOT_FOUND'],
  'offers.get': ['NOT_FOUND'],
  'offers.write': ['NOT_FOUND', 'FORBIDDEN', 'CONTENT_RISKY', 'TERM_TOO_LONG'],
  'offers.change': [...VERSIONED_STEP, 'CONTENT_RISKY', 'TERM_TOO_LONG', 'PLACES_TAKEN', 'SITTINGS_BOOKED'],
  'offers.end': [...VERSIONED_STEP, 'CONTENT_RISKY'],
  'offers.callOff': [...UNVERSIONED_STEP, 'CONTENT_RISKY'],
  'offers.book': ['NOT_FOUND', 'NOT_IN_THIS_STATE', 'SLOT_FULL', 'SIGNED_UP_ALREADY', 'NOT_ELIGIBLE'],
  'offers.cancel': UNVERSIONED_STEP,
  'offers.day': ['NOT_FOUND', 'FORBIDDEN'],
  'offers.mark': UNVERSIONED_STEP,
  'lists.show': ['NOT_FOUND'],
  'lists.entries': ['NOT_FOUND'],
  'lists.week': ['NOT_FOUND', 'FORBIDDEN'],
  'lists.print': ['NOT_FOUND', 'FORBIDDEN'],
  'lists.chain': ['NOT_FOUND'],
  'goals.list': ['NOT_FOUND'],
  'goals.get': ['NOT_FOUND'],
  'goals.set': ['NOT_FOUND', 'FORBIDDEN', 'CONTENT_RISKY', 'NOT_IN_THIS_STATE', 'GOAL_SET'],
  'goals.prove': [...VERSIONED_STEP, 'CONTENT_RISKY', 'PHOTO_REQUIRED', 'PHOTO_REFUSED'],
  'changes.list': ['NOT_FOUND'],
  'changes.get': ['NOT_FOUND'],
  'changes.tell': [
    'NOT_FOUND',
    'FORBIDDEN',
    'CONTENT_RISKY',
    'NOT_IN_THIS_STATE',
    'PHOTO_REQUIRED',
    'PHOTO_REFUSED',
  ],
} satisfies Record<string, Refusal[]>
