import {
  array,
  boolean,
  maxLength,
  minLength,
  nullable,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { CONTROLS, HAZARD_STATES, type HazardEventKind, MEASURES } from '#core/buildings/hazard'
import { CHECK_ITEMS, INSPECTION_KINDS } from '#core/buildings/inspection'
import type { Action } from '#core/people/policy'
import { grade } from './buildings'
import { command, query } from './operation'
import { count, cursor, gridPath, id, instant, level, page, words } from './shapes'

const note = words(2, 500)
const photoIds = pipe(array(id), maxLength(9))
export const HAZARD_KINDS = [...CHECK_ITEMS, 'slope', 'other'] as const
export const HAZARD_EVENTS = [
  'propose',
  'grade',
  'control',
  'rectify',
  'finish',
  'review',
  'overdue',
] as const

const hazardRow = object({
  id,
  buildingId: id,
  buildingLabel: string(),
  gridPath,
  kind: picklist(HAZARD_KINDS),
  words: string(),
  state: picklist(HAZARD_STATES),
  grade: nullable(grade),
  level,
  foundAt: instant,
  dueAt: nullable(instant),
  overdue: boolean(),
})

const step = <Entries extends Parameters<typeof strictObject>[0]>(
  action: Action,
  summary: string,
  entries: Entries,
) =>
  command({
    action,
    summary,
    input: strictObject({ id, version: count, ...entries }),
    output: object({ id, version: count }),
  })

export const hazardSteps = {
  'hazards.propose': step('hazard.propose', '看像哪一级，请社区或街道定', { grade }),
  'hazards.grade': step('hazard.grade', '定级：A、B社区定，C、D街道定', { grade, note }),
  'hazards.control': step('hazard.handle', '管控：提醒、撤离、封存', { control: picklist(CONTROLS), note }),
  'hazards.rectify': step('hazard.handle', '定整改：怎么做、到什么时候', {
    measure: picklist(MEASURES),
    note,
    until: instant,
  }),
  'hazards.finish': step('hazard.finish', '整改好了，附照片', { note, photoIds }),
  'hazards.review': step('hazard.review', '复核：好了没有，由别人来看', {
    passed: boolean(),
    gradeAfter: nullable(picklist(['A', 'B'])),
    note,
  }),
} satisfies Record<`hazards.${Exclude<HazardEventKind, 'overdue'>}`, unknown>

export const hazards = {
  ...hazardSteps,
  'hazards.report': command({
    action: 'hazard.report',
    summary: '发现隐患，谁都可以说',
    input: strictObject({ buildingId: id, kind: picklist(HAZARD_KINDS), words: words(2, 200), photoIds }),
    output: object({ id }),
  }),
  'hazards.list': query({
    action: 'account.use',
    summary: '隐患：我管的和我报的，新的在前',
    input: strictObject({
      gridPath: optional(gridPath),
      buildingId: optional(id),
      show: optional(picklist(['open', 'overdue', 'cleared']), 'open'),
      cursor: optional(cursor, null),
    }),
    output: object(page(array(hazardRow))),
  }),
  'hazards.get': query({
    action: 'account.use',
    summary: '一处隐患的全部',
    input: strictObject({ id }),
    output: object({
      ...hazardRow.entries,
      version: count,
      source: picklist(['report', 'inspection']),
      foundBy: string(),
      proposed: nullable(object({ grade, by: string() })),
      gradedBy: nullable(string()),
      control: nullable(object({ kind: picklist(CONTROLS), note: string(), by: string(), at: instant })),
      plan: nullable(object({ measure: picklist(MEASURES), note: string(), by: string(), at: instant })),
      done: nullable(object({ note: string(), by: string(), at: instant })),
      review: nullable(object({ passed: boolean(), note: string(), by: string(), at: instant })),
      photos: array(object({ id, url: string(), width: count, height: count })),
      timeline: array(
        object({ seq: count, kind: picklist(['find', ...HAZARD_EVENTS]), at: instant, by: string() }),
      ),
      may: array(picklist(HAZARD_EVENTS)),
    }),
  }),
  'inspections.record': command({
    action: 'inspection.record',
    summary: '巡查一遍：每一项看过，有问题的自动记成隐患',
    input: strictObject({
      buildingId: id,
      kind: picklist(INSPECTION_KINDS),
      items: pipe(
        array(strictObject({ item: picklist(CHECK_ITEMS), found: picklist(['fine', 'bad', 'none']) })),
        minLength(1),
        maxLength(CHECK_ITEMS.length),
      ),
      note: words(0, 300),
      photoIds,
    }),
    output: object({ id, hazards: count }),
  }),
}
