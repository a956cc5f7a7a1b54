import type { OutputOf } from '../../../src/contracts/operations'

export type Row = OutputOf<'concerns.list'>['items'][number]
export type Detail = OutputOf<'concerns.get'>
export type Me = OutputOf<'people.me'>

const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Half past nine on a Monday morning in China, whatever clock the machine has. */
export const MORNING = Date.UTC(2026, 10, 23, 1, 30)

export const li = (more: Partial<Me> = {}): Me => ({
  personId: 'p.li',
  name: '李先生',
  realNameLevel: 1,
  phone: null,
  phoneVerified: false,
  pseudonymous: false,
  avatar: null,
  home: {
    buildingId: 'b.023',
    label: '23栋',
    estateId: 'e.20',
    gridPath: '441302010.001.005',
    point: { latE6: 23_100_000, lngE6: 114_400_000 },
    confirmed: true,
  },
  offices: [],
  isStaff: false,
  unread: 0,
  ...more,
})

export const aRow = (more: Partial<Row> = {}): Row => ({
  id: 'c1',
  no: 'XJ2611200001',
  category: 'LIGHT_MISSING',
  title: '33栋后面没有路灯',
  state: 'in_progress',
  level: 2,
  severity: 'normal',
  visibility: 'public',
  placeLabel: '33栋',
  buildingNo: 33,
  submittedAt: MORNING - 3 * DAY,
  changedAt: MORNING - HOUR,
  contactDueAt: null,
  dueAt: MORNING + 2 * DAY + HOUR,
  holder: '网格员曾小云',
  endorsements: 0,
  thumb: null,
  rating: null,
  ...more,
})

export const aDetail = (more: Partial<Detail> = {}): Detail => ({
  ...aRow(),
  version: 4,
  detail: '晚上看不清路',
  place: { buildingId: 'b.033', buildingLabel: '33栋', point: null, words: '' },
  gridPath: '441302010.001.005',
  gridNames: [],
  reporter: '一位居民',
  reporterAvatar: null,
  mine: false,
  endorsed: false,
  anonymous: true,
  desk: 'grid',
  departmentName: null,
  calendarAssumed: false,
  contactedAt: MORNING - 2 * DAY,
  pausedUntil: null,
  pauseReason: null,
  answerUntil: null,
  photos: [],
  helped: null,
  outcome: null,
  verifiedBy: null,
  closing: null,
  closedAt: null,
  closingNote: null,
  ratingWords: null,
  mergedInto: null,
  motion: null,
  whistles: [],
  extensionAsked: null,
  timeline: [
    { seq: 1, kind: 'submit', at: MORNING - 3 * DAY, by: '一位居民', level: 2, detail: {} },
    {
      seq: 2,
      kind: 'accept',
      at: MORNING - 2 * DAY,
      by: '网格员曾小云',
      level: 2,
      detail: { toLevel: 2 },
    },
  ],
  may: [],
  ...more,
})

export const resolved = (more: Partial<Detail> = {}): Detail =>
  aDetail({
    state: 'resolved',
    mine: true,
    answerUntil: MORNING + 6 * DAY,
    outcome: { kind: 'fixed', note: '装了两盏', photos: [], by: '曾小云', at: MORNING - DAY },
    may: ['confirm', 'reopen'],
    ...more,
  })
