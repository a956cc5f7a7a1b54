import { covers } from '../grids/grid'
import type { Grant, Role } from '../people/actor'
import { standsAbove, subjectOf, worksDesk } from '../people/permissions'
import { reachOf } from '../people/policy'
import type { Concern } from './concern'
import type { ConcernEvent, EventKind } from './events'
import { DESK_ROLES } from './ladder'

/** What the people at work are told; residents are told events by their own names. */
type WorkNotice =
  | 'new'
  | 'to_screen'
  | 'emergency'
  | 'escalated'
  | 'escalated_on'
  | 'delegated'
  | 'whistled'
  | 'arrived'
  | 'extension_asked'
  | 'extension_answered'
  | 'to_verify'
  | 'returned'
  | 'reopened'
  | 'confirmed'
  | 'withdrawn'
  | 'resumed'
  | 'contact_due'
  | 'contact_half'
  | 'resolve_quarter'
  | 'red_list'
/** What the author of a photo is told, whoever he is. */
export type PhotoNotice = 'photo_refused' | 'photo_shown' | 'face_refused' | 'face_shown'
export type NoticeKind = 'submit' | 'held' | EventKind | WorkNotice | PhotoNotice

/** `former_owner`: who held it before; still answers for his part of the delay. */
export type Recipient =
  | 'reporter'
  | 'followers'
  | 'owner'
  | 'former_owner'
  | 'desk'
  | 'above'
  | 'departments'
  | 'emergency'

export interface Notice {
  to: Recipient
  kind: NoticeKind
}

type Change = { before: Concern; after: Concern }

/** Who is told what after a concern was submitted (`before` is `null`) or something happened to it. */
export function noticesFor(before: Concern | null, after: Concern, event: ConcernEvent | 'submit'): Notice[] {
  if (event === 'submit') return onSubmit(after)
  return TOLD[event.kind]({ before: before ?? after, after })
}

/**
 * Whether an office is among those a notice goes to. The named ones (reporter, followers, owners) are not offices.
 * The one a concern is about is never told.
 */
export function isTold(grant: Grant, personId: string, concern: Concern, to: Recipient): boolean {
  if (personId === concern.aboutPersonId) return false
  const rule = OFFICES[to]
  return rule ? rule(grant, concern) : false
}

const OFFICES: Partial<Record<Recipient, (grant: Grant, concern: Concern) => boolean>> = {
  desk: (grant, concern) => worksDesk(grant, subjectOf(concern)),
  above: (grant, concern) =>
    reachOf('concern.approve_extension', grant.role) === 'above' && standsAbove(grant, subjectOf(concern)),
  departments: (grant, { whistles }) =>
    whistles.some((one) => one.departmentId === grant.departmentId && one.arrivedAt === null),
  emergency: (grant, { place, gridPath }) =>
    grant.role === 'head'
      ? place.buildingId !== null && grant.buildingId === place.buildingId
      : IN_AN_EMERGENCY.includes(grant.role) && covers(grant.gridPath, gridPath),
}

const IN_AN_EMERGENCY: readonly Role[] = [...DESK_ROLES.grid, ...DESK_ROLES.police, ...DESK_ROLES.community]

const tell = (to: Recipient, kind: NoticeKind): Notice => ({ to, kind })

const reporter = (kind: NoticeKind): Notice[] => [tell('reporter', kind)]

/** The end of a matter: the only thing followers are disturbed for. */
const theEnd = (kind: NoticeKind): Notice[] => [tell('reporter', kind), tell('followers', kind)]

const holder = ({ ownerId }: Concern, kind: NoticeKind): Notice =>
  tell(ownerId === null ? 'desk' : 'owner', kind)

const formerOwner = ({ ownerId }: Concern, kind: NoticeKind): Notice[] =>
  ownerId === null ? [] : [tell('former_owner', kind)]

/** A desk hears of a matter that is now its own and that nobody there has taken. */
const arrivedAtDesk = (concern: Concern): Notice[] => [
  tell('desk', 'new'),
  ...(concern.severity === 'emergency' ? [tell('emergency', 'emergency')] : []),
]

function onSubmit(concern: Concern): Notice[] {
  if (concern.state === 'held') return [tell('reporter', 'held'), tell('desk', 'to_screen')]
  return [...reporter('submit'), ...arrivedAtDesk(concern)]
}

const TOLD: Record<EventKind, (change: Change) => Notice[]> = {
  release: ({ after }) => [...reporter('release'), ...arrivedAtDesk(after)],
  reject_content: () => reporter('reject_content'),
  accept: ({ after }) => [...reporter('accept'), ...(after.ownerId === null ? [tell('desk', 'new')] : [])],
  decline: () => theEnd('decline'),
  merge: () => theEnd('merge'),
  contact: () => [],
  start: () => reporter('start'),
  escalate: ({ before }) => [
    ...reporter('escalate'),
    tell('desk', 'escalated'),
    ...formerOwner(before, 'escalated_on'),
  ],
  delegate: () => [...reporter('delegate'), tell('desk', 'delegated')],
  whistle: () => [...reporter('whistle'), tell('departments', 'whistled')],
  arrive: ({ before }) => [...reporter('arrive'), ...formerOwner(before, 'arrived')],
  pause: () => reporter('pause'),
  resume: () => reporter('resume'),
  ask_extension: () => [tell('above', 'extension_asked')],
  answer_extension: ({ before, after }) => [
    holder(after, 'extension_answered'),
    ...(after.resolveDueAt > before.resolveDueAt ? reporter('answer_extension') : []),
  ],
  resolve: () => [...theEnd('resolve'), tell('above', 'to_verify')],
  verify: () => reporter('verify'),
  return: ({ after }) => [...reporter('return'), holder(after, 'returned')],
  confirm: ({ after }) => [tell('followers', 'confirm'), holder(after, 'confirmed')],
  reopen: ({ before, after }) => [
    holder(after, 'reopened'),
    ...(after.level < before.level ? formerOwner(before, 'escalated_on') : []),
  ],
  withdraw: ({ after }) => [tell('followers', 'withdraw'), holder(after, 'withdrawn')],
  lapse: () => theEnd('lapse'),
}
