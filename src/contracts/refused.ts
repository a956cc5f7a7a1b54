import { POLICY } from '#core/people/policy'
import type { Refusal } from '#core/refusals'
import { concernSteps } from './concern-commands'
import { motionSteps } from './council'
import { hazardSteps } from './hazards'
import { headSteps } from './heads'
import { type OperationName, operations } from './operations'

/** What any call may be told: wrong words, a token that has run out, a machine that is not well. */
const ANY: Refusal[] = ['VALIDATION', 'NOT_AUTHENTICATED', 'UNAVAILABLE', 'INTERNAL']
const COMMAND: Refusal[] = ['DUPLICATE_COMMAND', 'RATE_LIMITED']
const STEP: Refusal[] = ['NOT_FOUND', 'FORBIDDEN', 'VERSION_CONFLICT', 'NOT_IN_THIS_STATE', 'ALREADY_CLOSED']

const CARD: Refusal[] = ['NOT_FOUND', 'VERSION_CONFLICT', 'NOT_IN_THIS_STATE', 'SELF_APPROVAL']
/** As for a concern, but nothing closes a hazard before its time. */
const HAZARD: Refusal[] = ['NOT_FOUND', 'FORBIDDEN', 'VERSION_CONFLICT', 'NOT_IN_THIS_STATE']
const HEAD_STEP: Refusal[] = ['NOT_FOUND', 'FORBIDDEN', 'VERSION_CONFLICT', 'NOT_IN_THIS_STATE']
const MOTION_STEP: Refusal[] = ['NOT_FOUND', 'FORBIDDEN', 'NOT_IN_THIS_STATE']
const LIFE: Refusal[] = ['NOT_FOUND', 'FORBIDDEN', 'VERSION_CONFLICT', 'NOT_IN_THIS_STATE']
const OFFICE: Refusal[] = [
  'NOT_FOUND',
  'FORBIDDEN',
  'SELF_APPROVAL',
  'NOT_ELIGIBLE',
  'OFFICE_HELD',
  'DUTIES_APART',
  'SEAT_TAKEN',
]

const OWN: Partial<Record<OperationName, Refusal[]>> = {
  'people.personas': ['FORBIDDEN'],
  'people.signInAs': ['FORBIDDEN', 'NOT_FOUND'],
  'people.signInWechat': ['FORBIDDEN'],
  'places.drawCode': ['NOT_FOUND', 'NO_PLATE', 'PLATE_UNFIT', 'CODE_NOT_YET'],
  'concerns.find': ['NOT_FOUND'],
  'people.showAs': ['POSTED_NAME', 'NAME_OF_OFFICE', 'CONTENT_RISKY', 'PHOTO_REFUSED'],
  'people.leaveWechatPhone': ['PHONE_CODE_STALE', 'PHONE_ABROAD'],
  'places.grid': ['NOT_FOUND'],
  'places.estate': ['NOT_FOUND'],
  'places.plate': ['NOT_FOUND'],
  'home.show': ['NOT_FOUND'],
  'concerns.get': ['NOT_FOUND'],
  'concerns.submit': ['NOT_FOUND', 'FORBIDDEN', 'PHONE_REQUIRED', 'CONTENT_RISKY', 'PHOTO_REFUSED'],
  'concerns.endorse': ['NOT_FOUND', 'OWN_CONCERN', 'PHONE_REQUIRED', 'ALREADY_CLOSED', 'NOT_IN_THIS_STATE'],
  'photos.take': ['NOT_FOUND', 'PHOTO_REFUSED', 'PHOTO_TOO_LARGE'],
  'concerns.readReporter': ['NOT_FOUND', 'FORBIDDEN'],
  'content.decide': ['NOT_FOUND', 'SELF_APPROVAL', 'NOT_IN_THIS_STATE'],
  'concerns.release': ['SELF_APPROVAL'],
  'concerns.merge': ['MERGE_TARGET'],
  'concerns.escalate': ['TOP_OF_LADDER'],
  'concerns.delegate': ['BOTTOM_OF_LADDER'],
  'concerns.pause': ['PAUSE_TOO_LONG'],
  'concerns.ask_extension': [
    'EXTENSION_LATE',
    'EXTENSION_TOO_LONG',
    'EXTENSIONS_USED_UP',
    'EXTENSION_PENDING',
  ],
  'concerns.answer_extension': ['SELF_APPROVAL'],
  'concerns.resolve': ['PHOTO_REQUIRED', 'PHOTO_REFUSED'],
  'concerns.verify': ['SELF_APPROVAL'],
  'concerns.return': ['SELF_APPROVAL'],
  'concerns.confirm': ['SELF_APPROVAL'],
  'concerns.reopen': ['REOPEN_LATE'],
  'buildings.get': ['NOT_FOUND'],
  'buildings.list': ['FORBIDDEN'],
  'buildings.submitCard': ['NOT_FOUND', 'VERSION_CONFLICT', 'NOT_LETTABLE'],
  'buildings.checkCard': [...CARD, 'PHOTO_REQUIRED', 'PHOTO_REFUSED'],
  'buildings.returnCard': CARD,
  'buildings.reconfirmCard': CARD,
  'buildings.readOwner': ['NOT_FOUND'],
  'buildings.claimHome': ['NOT_FOUND', 'NOT_IN_THIS_STATE', 'PHONE_REQUIRED'],
  'plates.step': ['NOT_FOUND', 'FORBIDDEN', 'NOT_IN_THIS_STATE'],
  'plates.print': ['NOT_FOUND'],
  'census.show': ['NOT_FOUND'],
  'census.open': ['NOT_FOUND', 'CENSUS_OPEN'],
  'census.close': ['NOT_FOUND', 'NOT_IN_THIS_STATE'],
  'hazards.report': ['NOT_FOUND', 'PHOTO_REFUSED'],
  'hazards.get': ['NOT_FOUND'],
  'hazards.finish': ['PHOTO_REQUIRED', 'PHOTO_REFUSED'],
  'hazards.review': ['SELF_APPROVAL'],
  'inspections.record': ['NOT_FOUND', 'PHOTO_REFUSED'],
  'register.import': ['FILE_REFUSED'],
  'heads.nominate': ['NOT_FOUND', 'FORBIDDEN', 'SELF_APPROVAL', 'TERM_TOO_LONG', 'NOT_ELIGIBLE'],
  'heads.object': ['SELF_APPROVAL'],
  'heads.confirm': [
    'SELF_APPROVAL',
    'PUBLICITY_RUNNING',
    'OBJECTIONS_UNANSWERED',
    'TOO_MANY_BUILDINGS',
    'HEAD_IN_OFFICE',
  ],
  'heads.decline': ['SELF_APPROVAL'],
  'heads.revoke': ['SELF_APPROVAL'],
  'heads.list': ['FORBIDDEN'],
  'heads.get': ['NOT_FOUND'],
  'heads.candidates': ['NOT_FOUND', 'FORBIDDEN'],
  'notices.write': ['NOT_FOUND', 'FORBIDDEN'],
  'notices.pass_on': ['NOT_FOUND', 'FORBIDDEN'],
  'residences.answer': ['NOT_FOUND', 'FORBIDDEN', 'SELF_APPROVAL'],
  'offices.list': ['FORBIDDEN'],
  'offices.assign': [...OFFICE, 'TERM_TOO_LONG'],
  'offices.answer': [...OFFICE, 'NOT_IN_THIS_STATE'],
  'offices.end': ['NOT_FOUND', 'FORBIDDEN', 'LAST_STREET_ADMIN'],
  'places.board': ['NOT_FOUND'],
  'councils.show': ['NOT_FOUND'],
  'motions.list': ['NOT_FOUND'],
  'motions.get': ['NOT_FOUND'],
  'motions.record': ['NOT_FOUND', 'POLL_NOT_OVER'],
  'motions.propose': ['NOT_FOUND', 'FORBIDDEN', 'CONTENT_RISKY'],
  'motions.speak': [
    'NOT_FOUND',
    'FORBIDDEN',
    'CONTENT_RISKY',
    'NOT_IN_THIS_STATE',
    'SPOKEN_ALREADY',
    'CHAIR_IS_NEUTRAL',
  ],
  'motions.second': ['NOT_REPRESENTATIVE', 'SELF_APPROVAL'],
  'motions.screen': ['VERSION_CONFLICT', 'SELF_APPROVAL'],
  'motions.revise': ['VERSION_CONFLICT', 'CONTENT_RISKY'],
  'motions.announce': ['VERSION_CONFLICT'],
  'motions.open_debate': ['VERSION_CONFLICT', 'NOT_YET'],
  'motions.amend': ['VERSION_CONFLICT', 'CONTENT_RISKY'],
  'motions.open_poll': ['VERSION_CONFLICT', 'NOT_YET', 'TOO_FEW_UNITS', 'QUORUM_IMPOSSIBLE'],
  'motions.void': ['VERSION_CONFLICT'],
  'motions.object': ['NOT_REPRESENTATIVE', 'POLL_CLOSED', 'CONTENT_RISKY'],
  'motions.review': ['VERSION_CONFLICT'],
  'motions.withdraw': ['VERSION_CONFLICT'],
  'ballots.cast': [
    'NOT_FOUND',
    'NOT_IN_ROLL',
    'NOT_REPRESENTATIVE',
    'POLL_NOT_OPEN',
    'POLL_CLOSED',
    'CHANGE_NOT_ALLOWED',
  ],
  'scores.get': ['NOT_FOUND'],
  'scores.board': ['FORBIDDEN'],
  'scores.compute': ['NOT_YET'],
  'scores.appeal': LIFE,
  'scores.answer': [...LIFE, 'SELF_APPROVAL'],
  'scores.plan': [...LIFE, 'SELF_APPROVAL'],
  'scores.adjust': ['NOT_FOUND', 'SELF_APPROVAL', 'NOT_IN_THIS_STATE'],
  'scores.decideAdjustment': [...LIFE, 'SELF_APPROVAL'],
  'appraisals.answer': ['NOT_ELIGIBLE', 'SELF_APPROVAL', 'NOT_IN_THIS_STATE'],
  'rewards.propose': ['NOT_FOUND', 'SELF_APPROVAL', 'NOT_IN_THIS_STATE'],
  'rewards.decide': [...LIFE, 'SELF_APPROVAL'],
  'rewards.object': LIFE,
  'rewards.record': [...LIFE, 'SELF_APPROVAL', 'PUBLICITY_RUNNING', 'OBJECTIONS_UNANSWERED'],
}

/** Every refusal an operation may answer with: what a client has to have words for there. */
export function refusalsOf(name: OperationName): Refusal[] {
  const { kind, action } = operations[name]
  return [
    ...new Set([
      ...ANY,
      ...('resident' in POLICY[action] ? [] : (['FORBIDDEN'] as const)),
      ...(kind === 'command' ? COMMAND : []),
      ...(Object.hasOwn(concernSteps, name) ? STEP : []),
      ...(Object.hasOwn(hazardSteps, name) ? HAZARD : []),
      ...(Object.hasOwn(headSteps, name) ? HEAD_STEP : []),
      ...(Object.hasOwn(motionSteps, name) ? MOTION_STEP : []),
      ...(OWN[name] ?? []),
    ]),
  ]
}
