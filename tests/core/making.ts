import { readFileSync } from 'node:fs'
import { type Calendar, STREET_HOURS } from '#core/concerns/calendar'
import type { Concern } from '#core/concerns/concern'
import type { EventKind } from '#core/concerns/events'
import { type Circumstances, type Draft, raise } from '#core/concerns/submit'
import type { Actor, Grant, Role } from '#core/people/actor'

/** What chinese-days knows: the published holidays of 2004 to 2026. */
const published = JSON.parse(readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'))
const holidays = Object.keys(published.holidays)

export const CALENDAR: Calendar = {
  holidays: new Set(holidays),
  workdays: new Set(Object.keys(published.workdays)),
  knownYears: new Set(holidays.map((day) => Number(day.slice(0, 4)))),
  hours: STREET_HOURS,
}

/** An instant as people in China write it: '2026-09-30 10:00'. */
export const at = (words: string): number => Date.parse(`${words.replace(' ', 'T')}:00+08:00`)

/** ... and back again, for failures a person can read. */
export const words = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export const STREET = '441302010'
export const COMMUNITY = '441302010.001'
export const GRID = '441302010.001.005'
export const PIECE = '441302010.001.005.02'

export const office = (role: Role, gridPath: string, more: Partial<Grant> = {}): Grant => ({
  role,
  gridPath,
  buildingId: null,
  departmentId: null,
  ...more,
})

export const person = (personId: string, ...grants: Grant[]): Actor => ({
  personId,
  realNameLevel: 1,
  hasPhone: true,
  grants,
})

export const RESIDENT = person('li')
export const NEIGHBOUR = person('wang')
export const HEAD = person('head-23', office('head', PIECE, { buildingId: 'b23' }))
export const STAFF = person('zeng', office('grid_staff', GRID))
export const COLLEAGUE = person('huang', office('grid_staff', GRID))
export const GRID_HEAD = person('he', office('grid_head', GRID))
export const TRAFFIC = person('liang', office('traffic', GRID))
export const COMMUNITY_STAFF = person('deng', office('community_staff', COMMUNITY))
export const STREET_ADMIN = person('su', office('street_admin', STREET))
export const STREET_COLLEAGUE = person('zhong', office('street_admin', STREET))
export const WATER = person('qiu', office('department', STREET, { departmentId: 'water' }))
export const ROADS = person('fang', office('department', STREET, { departmentId: 'roads' }))

/** Monday morning of a week without holidays. */
export const MONDAY = at('2026-06-08 09:00')
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** "12栋至40栋之间没有路灯": reported by a tenant at building 23. */
export const draft = (more: Partial<Draft> = {}): Draft => ({
  id: 'c1',
  streetId: STREET,
  no: 'XJ2606080001',
  category: 'LIGHT_BROKEN',
  title: '23栋门口路灯不亮',
  detail: '',
  photoIds: [],
  place: { buildingId: 'b23', point: { latE6: 23_113_000, lngE6: 114_410_000 }, words: '' },
  anonymous: false,
  channel: 'app',
  reporterId: 'li',
  gridPath: PIECE,
  ...more,
})

export const raised = (more: Partial<Draft> = {}, around: Partial<Circumstances> = {}): Concern =>
  raise(draft(more), {
    now: MONDAY,
    calendar: CALENDAR,
    building: { gridPath: PIECE, headId: 'head-23' },
    held: false,
    ...around,
  })

const OUTCOME = { kind: 'fixed' as const, note: '换了灯泡', photoIds: ['p1'], by: 'zeng', at: MONDAY + HOUR }

const STATUSES: Record<Concern['state'], object> = {
  submitted: { state: 'submitted' },
  held: { state: 'held' },
  accepted: { state: 'accepted', acceptedAt: MONDAY },
  in_progress: { state: 'in_progress', acceptedAt: MONDAY },
  awaiting_department: { state: 'awaiting_department', acceptedAt: MONDAY },
  paused: {
    state: 'paused',
    pause: {
      reason: 'wait_supplier',
      since: MONDAY,
      until: MONDAY + DAY,
      remaining: { kind: 'working', ms: HOUR },
    },
  },
  resolved: { state: 'resolved', outcome: OUTCOME },
  verified: { state: 'verified', outcome: OUTCOME, verifiedBy: 'huang' },
  closed: {
    state: 'closed',
    closedAt: MONDAY + DAY,
    closedAtLevel: 2,
    closing: 'confirmed',
    note: '',
    outcome: OUTCOME,
    rating: null,
    mergedInto: null,
  },
}

const SUBMITTED = raised()

/** A concern standing in a state, as if it had come there; `more` says who holds it. */
export const standing = (state: Concern['state'], more: Partial<Concern> = {}): Concern =>
  // The parts are each well typed; only their sum is beyond the compiler.
  ({ ...SUBMITTED, ...STATUSES[state], ...more }) as Concern

/** What a person would say with each event, at a time `now`. */
export const said: Record<EventKind, (concern: Concern, now: number) => object> = {
  release: () => ({}),
  reject_content: () => ({ note: '请不要写电话' }),
  accept: () => ({ level: 2, desk: 'grid' }),
  decline: () => ({ reason: 'invalid', note: '看不清是哪里' }),
  merge: () => ({ into: 'c2', note: '' }),
  contact: () => ({ note: '打了电话' }),
  start: () => ({}),
  escalate: () => ({ note: '要村里出面' }),
  delegate: () => ({ note: '请就近处理' }),
  whistle: (_concern, now) => ({ departmentIds: ['power'], note: '请来看', arriveBy: now + DAY }),
  arrive: () => ({ note: '到了' }),
  pause: (_concern, now) => ({ reason: 'wait_supplier', until: now + DAY, note: '等灯泡' }),
  resume: () => ({}),
  ask_extension: ({ resolveDueAt }) => ({ until: resolveDueAt + HOUR, reason: '缺零件' }),
  answer_extension: () => ({ approve: true, note: '' }),
  resolve: () => ({ outcome: { kind: 'fixed', note: '换了灯泡', photoIds: ['p1'] } }),
  verify: () => ({ note: '' }),
  return: () => ({ note: '还是不亮' }),
  confirm: () => ({ rating: { stars: 5, words: '' } }),
  reopen: () => ({ note: '又坏了' }),
  withdraw: () => ({ note: '' }),
  lapse: () => ({}),
}

export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
