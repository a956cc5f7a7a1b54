import { STREET_HOURS } from '#core/concerns/calendar'
import { allowed, decide } from '#core/concerns/machine'
import { raise } from '#core/concerns/submit'
import type { Actor } from '#core/people/actor'

/** What a phone itself computes of a concern; `phone.test.ts` bundles this file for a phone of 2018. */
const calendar = {
  holidays: new Set<string>(),
  workdays: new Set<string>(),
  knownYears: new Set([2026]),
  hours: STREET_HOURS,
}
const now = Date.UTC(2026, 5, 8, 1)
const gridPath = '441302010.001.005'
const staff: Actor = {
  personId: 'zeng',
  realNameLevel: 1,
  hasPhone: true,
  grants: [{ role: 'grid_staff', gridPath, buildingId: null, departmentId: null }],
}

const concern = raise(
  {
    id: 'c1',
    streetId: '441302010',
    no: 'XJ2606080001',
    category: 'LIGHT_BROKEN',
    title: '路灯不亮',
    detail: '',
    photoIds: [],
    place: { buildingId: null, point: null, words: '路口' },
    anonymous: false,
    channel: 'app',
    reporterId: 'li',
    gridPath,
  },
  { now, calendar, building: null, held: false },
)
const context = { actor: staff, now, calendar }
const accepted = decide(concern, { kind: 'accept', level: 2, desk: 'grid' }, context)
const after = accepted.ok ? accepted.value.concern : concern

export const result = {
  raised: concern.state,
  accepted: allowed(after, context).includes('start') ? after.state : 'no buttons',
  level: after.level,
}
