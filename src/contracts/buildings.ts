import {
  array,
  boolean,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { PLATE_STATES, PLATE_STEPS } from '#core/buildings/plate'
import { ALTERATIONS, PERMITS, SAN_XIAO, STRUCTURES, USES } from '#core/buildings/registration'
import { command, query } from './operation'
import { building } from './places'
import { count, gridPath, id, instant, level, point, words } from './shapes'

const upTo = (most: number) => pipe(count, maxValue(most))

/** What a person writes on the card of a house. */
export const card = strictObject({
  address: words(2, 80),
  floorsAbove: pipe(count, minValue(1), maxValue(40)),
  floorsBelow: upTo(5),
  areaCm2: nullable(pipe(count, minValue(10_000), maxValue(1_000_000_000))),
  builtYear: nullable(pipe(count, minValue(1900), maxValue(2100))),
  structure: picklist(STRUCTURES),
  uses: pipe(array(picklist(USES)), minLength(1), maxLength(USES.length)),
  sanXiao: nullable(picklist(SAN_XIAO)),
  alterations: pipe(array(picklist(ALTERATIONS)), maxLength(ALTERATIONS.length)),
  rooms: nullable(upTo(999)),
  crowded: boolean(),
  permits: picklist(PERMITS),
})

const contact = strictObject({ name: nullable(words(1, 30)), phone: nullable(words(0, 20)) })

/** Only what is given is written; `null` takes a contact off the card. */
export const contacts = strictObject({
  owner: optional(nullable(contact)),
  manager: optional(nullable(contact)),
})

export const standing = picklist(['unregistered', 'submitted', 'returned', 'verified', 'stale'])
export const grade = picklist(['A', 'B', 'C', 'D'])
export const HOUSE_STATES = ['in_use', 'evacuated', 'sealed'] as const

/** What may be done to a house by this reader; the screen shows exactly these. */
export const HOUSE_DEEDS = [
  'edit',
  'check',
  'reconfirm',
  'read_owner',
  'claim',
  'inspect',
  ...PLATE_STEPS,
] as const

const changed = object({ id, version: count })

export const buildings = {
  'buildings.get': query({
    action: 'public.read',
    summary: '楼栋卡：这是哪一栋、谁是楼栋长、登记得怎么样',
    input: strictObject({ id }),
    output: object({
      ...building.entries,
      address: string(),
      gridName: string(),
      status: picklist(HOUSE_STATES),
      head: nullable(
        object({
          name: string(),
          acting: boolean(),
          /** For those who live here, and for those who work with heads: the page of his office. */
          appointmentId: nullable(id),
        }),
      ),
      standing,
      /** Open public matters of this house. */
      open: count,
      /** My own home, and whether the head has confirmed it. */
      mine: nullable(object({ confirmed: boolean() })),
      /** For those who live or work here; `null` to everybody else. */
      full: nullable(
        object({
          version: count,
          card: nullable(card),
          /** Counted from who is registered here, never typed. */
          residents: count,
          floating: count,
          grade: nullable(grade),
          gradedAt: nullable(instant),
          draftedBy: nullable(string()),
          draftedAt: nullable(instant),
          checkedBy: nullable(string()),
          confirmedAt: nullable(instant),
          returnReason: nullable(string()),
          hasOwner: boolean(),
          hasManager: boolean(),
          hazards: count,
          lastPatrolAt: nullable(instant),
          lastSafetyAt: nullable(instant),
          plateCode: nullable(string()),
        }),
      ),
      /** 一栋自己的会, for those who live or work here. */
      bodies: array(object({ id, name: string() })),
      may: array(picklist(HOUSE_DEEDS)),
    }),
  }),
  'buildings.list': query({
    action: 'building.read',
    summary: '我管的楼栋：登记、隐患、巡查一眼看清',
    input: strictObject({
      gridPath: optional(gridPath),
      show: optional(picklist(['all', 'to_check', 'stale', 'missing', 'no_patrol', 'no_safety']), 'all'),
    }),
    output: object({
      items: array(
        object({
          id,
          label: string(),
          gridPath,
          standing,
          status: picklist(HOUSE_STATES),
          grade: nullable(grade),
          plate: picklist(PLATE_STATES),
          hazards: count,
          /** Missed in the last period that is over, and not done since. */
          missed: array(picklist(['patrol', 'safety'])),
        }),
      ),
      counts: object({
        all: count,
        to_check: count,
        stale: count,
        missing: count,
        no_patrol: count,
        no_safety: count,
      }),
    }),
  }),
  'buildings.submitCard': command({
    action: 'building.edit',
    summary: '填楼栋卡，等别人来核查',
    input: strictObject({ id, version: count, card, contacts: optional(contacts, {}) }),
    output: changed,
  }),
  'buildings.checkCard': command({
    action: 'building.verify',
    summary: '现场核查：和卡上一样，拍照、站在楼前',
    input: strictObject({
      id,
      version: count,
      photoIds: pipe(array(id), maxLength(9)),
      point,
    }),
    output: changed,
  }),
  'buildings.returnCard': command({
    action: 'building.verify',
    summary: '现场核查：和卡上不一样，退回',
    input: strictObject({ id, version: count, reason: words(2, 200) }),
    output: changed,
  }),
  'buildings.reconfirmCard': command({
    action: 'building.edit',
    summary: '还是这样，没有变',
    input: strictObject({ id, version: count }),
    output: changed,
  }),
  /** A command, not a query: every look is written to the access log. */
  'buildings.readOwner': command({
    action: 'building.read_owner',
    summary: '看房主和管理人的电话，写明为什么',
    input: strictObject({ id, reason: words(2, 60) }),
    output: object({
      owner: nullable(object({ name: nullable(string()), phone: nullable(string()) })),
      manager: nullable(object({ name: nullable(string()), phone: nullable(string()) })),
    }),
  }),
  'plates.step': command({
    action: 'account.use',
    summary: '门牌：申请、挂上、坏了',
    input: strictObject({ id, step: picklist(PLATE_STEPS) }),
    output: object({ id, plate: picklist(PLATE_STATES) }),
  }),
  'plates.print': query({
    action: 'plate.print',
    summary: '楼牌二维码打印页（PDF），一页几张，有裁切线',
    input: strictObject({ gridPath, only: optional(picklist(['applied', 'all']), 'applied') }),
    output: object({ name: string(), base64: string(), plates: count, pages: count }),
  }),
  'census.show': query({
    action: 'census.read',
    summary: '摸排登记：每个网格登记了多少、核了多少、还差哪些',
    input: strictObject({ gridPath: optional(gridPath) }),
    output: object({
      campaign: nullable(
        object({
          id,
          name: string(),
          gridPath,
          openedAt: instant,
          dueAt: instant,
          closedAt: nullable(instant),
        }),
      ),
      gridPath,
      name: string(),
      whole: object({ verified: count, registered: count, expected: count }),
      grids: array(
        object({ gridPath, name: string(), level, verified: count, registered: count, expected: count }),
      ),
      /** Houses of the register that are not verified yet, the first of them. */
      missing: array(object({ id, label: string(), address: string(), standing })),
      missingCount: count,
      mayRun: boolean(),
    }),
  }),
  'census.open': command({
    action: 'census.run',
    summary: '开始一次摸排登记',
    input: strictObject({ name: words(2, 40), gridPath, dueAt: instant }),
    output: object({ id }),
  }),
  'census.close': command({
    action: 'census.run',
    summary: '结束摸排登记，记下登记到多少',
    input: strictObject({ id }),
    output: object({ id }),
  }),
}
