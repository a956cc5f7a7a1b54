import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { MONEY_SOURCES } from '#core/council/ledger'
import { PROJECT_STATES, PROJECT_STEPS } from '#core/council/project'
import { UNIT_KINDS } from '#core/council/statute'
import { command, query } from './operation'
import { count, gridPath, id, instant, words } from './shapes'

const moved = object({ id, version: count })
const unit = object({ unitId: id, label: string() })
const photoIds = pipe(array(id), maxLength(9))
const fen = pipe(number(), integer(), minValue(1), maxValue(100_000_000_000))
const versioned = { id, version: count }
const photo = object({ id, url: string() })

/** Steps of those who carry it out; the name ends in the step of the core's table. */
export const projectSteps = {
  'projects.fund': command({
    action: 'project.run',
    summary: '钱到齐了',
    input: strictObject({ ...versioned }),
    output: moved,
  }),
  'projects.start': command({
    action: 'project.run',
    summary: '开工，先拍下原来的样子',
    input: strictObject({ ...versioned, photoIds }),
    output: moved,
  }),
  'projects.reach': command({
    action: 'project.run',
    summary: '做完一步',
    input: strictObject({ ...versioned, place: count }),
    output: moved,
  }),
  'projects.finish': command({
    action: 'project.run',
    summary: '做完了，拍下现在的样子，请大家验收',
    input: strictObject({ ...versioned, note: words(2, 500), photoIds }),
    output: moved,
  }),
}

const row = object({
  id,
  title: string(),
  state: picklist(PROJECT_STATES),
  who: string(),
  budgetFen: count,
  done: count,
  milestones: count,
})

export const projects = {
  ...projectSteps,
  'projects.list': query({
    action: 'public.read',
    summary: '决议落实得怎样了',
    input: strictObject({ councilId: id }),
    output: object({ items: array(row) }),
  }),
  'projects.of_grid': query({
    action: 'public.read',
    summary: '这个网格正在做的、办成的项目，写小变化时挑',
    input: strictObject({ gridPath }),
    output: object({ items: array(object({ id, title: string(), state: picklist(PROJECT_STATES) })) }),
  }),
  'projects.get': query({
    action: 'public.read',
    summary: '一个落实项目：几步、钱、前后照片、谁验收的',
    input: strictObject({ id }),
    output: object({
      ...versioned,
      title: string(),
      state: picklist(PROJECT_STATES),
      who: string(),
      note: string(),
      budgetFen: count,
      milestones: array(object({ title: string(), dueAt: instant, doneAt: nullable(instant) })),
      motion: object({ id, title: string() }),
      concern: nullable(object({ id, title: string() })),
      before: array(photo),
      after: array(photo),
      money: object({
        in: count,
        out: count,
        left: count,
        lines: array(
          object({
            seq: count,
            direction: picklist(['in', 'out']),
            source: picklist(MONEY_SOURCES),
            fen: count,
            words: string(),
            by: string(),
            at: instant,
            reverses: nullable(count),
            reversed: boolean(),
          }),
        ),
      }),
      acceptedBy: array(unit),
      returnedBy: array(unit),
      needed: count,
      /** What the body counts. */
      unitKind: picklist(UNIT_KINDS),
      publicUntil: nullable(instant),
      timeline: array(object({ seq: count, kind: string(), at: instant, by: string(), note: string() })),
      /** Houses of the reader that have not signed yet. */
      toSign: array(unit),
      may: array(picklist(PROJECT_STEPS)),
      mayRun: boolean(),
    }),
  }),
  'projects.begin': command({
    action: 'project.run',
    summary: '把生效的决议做成项目：分几步、几时做完',
    input: strictObject({
      /** The motion, and the version of it that was read. */
      ...versioned,
      milestones: pipe(
        array(strictObject({ title: words(2, 40), dueAt: instant })),
        minLength(1),
        maxLength(12),
      ),
    }),
    output: object({ id }),
  }),
  'projects.sign': command({
    action: 'motion.second',
    summary: '验收：一栋签一次，做好了或者还没好',
    input: strictObject({ id, unitId: id, good: boolean(), words: words(0, 200) }),
    output: moved,
  }),
  'projects.enter': command({
    action: 'project.run',
    summary: '记一笔账，谁都看得到，只能添不能改',
    input: strictObject({
      id,
      direction: picklist(['in', 'out']),
      source: picklist(MONEY_SOURCES),
      fen,
      words: words(2, 100),
    }),
    output: object({ id, seq: count }),
  }),
  'projects.reverse': command({
    action: 'project.run',
    summary: '冲正一笔：反着再记一笔，写明哪里错了',
    input: strictObject({ id, seq: count, words: words(2, 100) }),
    output: object({ id, seq: count }),
  }),
}
