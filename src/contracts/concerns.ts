import { array, boolean, nullable, object, optional, picklist, strictObject, string } from 'valibot'
import { EVENT_KINDS } from '#core/concerns/events'
import { ALL_CONSENTS } from '#core/concerns/helped'
import { PHOTO_STATES } from '#core/content/photo'
import { MOTION_STATES } from '#core/council/motion'
import { PROJECT_STATES } from '#core/council/project'
import { query } from './operation'
import {
  category,
  count,
  cursor,
  desk,
  gridPath,
  id,
  instant,
  level,
  page,
  point,
  state,
  words,
} from './shapes'

export const place = object({
  buildingId: nullable(id),
  buildingLabel: nullable(string()),
  point: nullable(point),
  words: string(),
})

/** One row of any list. */
export const card = object({
  id,
  no: string(),
  category,
  title: string(),
  state,
  level,
  severity: picklist(['emergency', 'urgent', 'normal']),
  visibility: picklist(['public', 'parties', 'restricted']),
  placeLabel: string(),
  buildingNo: nullable(count),
  submittedAt: instant,
  changedAt: instant,
  contactDueAt: nullable(instant),
  dueAt: instant,
  /** The one who holds it, in public words: "网格员曾小云", "社区", a department. */
  holder: string(),
  endorsements: count,
  thumb: nullable(string()),
  rating: nullable(picklist([1, 2, 3, 4, 5])),
})

/** `url` is null for who may not see it yet, or not at all. */
const photo = object({
  id,
  url: nullable(string()),
  width: count,
  height: count,
  state: picklist(PHOTO_STATES),
})

/** One line of the timeline. `detail` holds only what this reader may see. */
const happening = object({
  seq: count,
  kind: picklist(['submit', ...EVENT_KINDS]),
  at: instant,
  by: string(),
  level,
  detail: object({
    note: optional(string()),
    reason: optional(string()),
    until: optional(instant),
    stars: optional(picklist([1, 2, 3, 4, 5])),
    department: optional(string()),
    toLevel: optional(level),
    approved: optional(boolean()),
  }),
})

export const detail = object({
  ...card.entries,
  version: count,
  detail: string(),
  place,
  gridPath,
  gridNames: array(object({ level, name: string() })),
  reporter: string(),
  /** The picture beside that name; `null` without one, and wherever the name itself is not told. */
  reporterAvatar: nullable(string()),
  mine: boolean(),
  endorsed: boolean(),
  anonymous: boolean(),
  desk,
  departmentName: nullable(string()),
  calendarAssumed: boolean(),
  contactedAt: nullable(instant),
  pausedUntil: nullable(instant),
  pauseReason: nullable(string()),
  answerUntil: nullable(instant),
  photos: array(photo),
  /** How the one it was reported for agreed; told to the parties alone. */
  helped: nullable(picklist(ALL_CONSENTS)),
  outcome: nullable(
    object({
      kind: picklist(['fixed', 'explained']),
      note: string(),
      photos: array(photo),
      by: string(),
      at: instant,
    }),
  ),
  verifiedBy: nullable(string()),
  closing: nullable(string()),
  closedAt: nullable(instant),
  closingNote: nullable(string()),
  ratingWords: nullable(string()),
  mergedInto: nullable(id),
  /** The council's motion that grew out of it. */
  motion: nullable(
    object({
      id,
      title: string(),
      state: picklist(MOTION_STATES),
      /** What its resolution became. */
      project: nullable(object({ id, state: picklist(PROJECT_STATES) })),
    }),
  ),
  whistles: array(
    object({
      departmentId: id,
      name: string(),
      blownAt: instant,
      arriveBy: instant,
      arrivedAt: nullable(instant),
    }),
  ),
  extensionAsked: nullable(object({ until: instant, reason: string() })),
  timeline: array(happening),
  /** What this reader may do now; the screen shows exactly these buttons. */
  may: array(picklist(['endorse', 'read_reporter', ...EVENT_KINDS])),
})

export const LIST_SHOWS = ['open', 'done', 'all'] as const
export const QUEUE_TABS = ['all', 'overdue', 'today', 'to_accept', 'in_hand'] as const

export const concernQueries = {
  'concerns.similar': query({
    action: 'public.read',
    summary: '附近有没有人说过同一件事',
    input: strictObject({
      category,
      buildingId: nullable(id),
      point: nullable(point),
    }),
    output: object({ items: array(object({ ...card.entries, metres: count })) }),
  }),
  'concerns.list': query({
    action: 'public.read',
    summary: '大家的事：公开事项，新的在前',
    input: strictObject({
      gridPath: optional(gridPath),
      buildingId: optional(id),
      category: optional(category),
      show: optional(picklist(LIST_SHOWS), 'open'),
      text: optional(words(0, 40)),
      cursor: optional(cursor, null),
    }),
    output: object(page(array(card))),
  }),
  'concerns.mine': query({
    action: 'account.use',
    summary: '我反映的和我也遇到的',
    input: strictObject({ cursor: optional(cursor, null) }),
    output: object(page(array(object({ ...card.entries, mine: boolean(), waitsForMe: boolean() })))),
  }),
  'concerns.get': query({
    action: 'public.read',
    summary: '一件事的全部：走到哪儿了、归谁管、到什么时候',
    input: strictObject({ id }),
    output: detail,
  }),
  'concerns.find': query({
    action: 'public.read',
    summary: '按编号找一件事；看不到的和没有的一样',
    input: strictObject({ no: words(1, 20) }),
    output: object({ id }),
  }),
  'concerns.queue': query({
    action: 'staff.queue',
    summary: '工作台：归我这一级的事，先到期的在前',
    input: strictObject({ tab: optional(picklist(QUEUE_TABS), 'all'), cursor: optional(cursor, null) }),
    output: object({
      ...page(array(object({ ...card.entries, next: nullable(picklist(EVENT_KINDS)) }))),
      counts: object({ overdue: count, today: count, to_accept: count, in_hand: count }),
    }),
  }),
  'home.show': query({
    action: 'public.read',
    summary: '首页：我的网格、没办完的、刚有变化的',
    input: strictObject({ gridPath: optional(gridPath) }),
    output: object({
      grid: object({ gridPath, name: string(), estateId: nullable(id), estateName: nullable(string()) }),
      open: count,
      overdue: count,
      closedThisMonth: count,
      /** My own that are open or wait for my answer; the waiting ones first. */
      mine: array(object({ ...card.entries, waitsForMe: boolean() })),
      /** Public ones nearby that changed last. */
      changed: array(object({ ...card.entries, lastKind: string() })),
    }),
  }),
}
