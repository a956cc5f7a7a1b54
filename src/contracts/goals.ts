import {
  array,
  boolean,
  check,
  maxLength,
  minLength,
  nullable,
  object,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { GOAL_STATES } from '#core/goals/goal'
import { isWeek } from '#core/goals/week'
import { command, query } from './operation'
import { count, cursor, gridPath, id, instant, page, words } from './shapes'

export const week = pipe(string(), check(isWeek))
const month = pipe(string(), regex(/^\d{4}-(0[1-9]|1[0-2])$/))
const photoIds = pipe(array(id), maxLength(9))
const source = strictObject({ kind: picklist(['concern', 'project']), id })
const photos = array(object({ id, url: string() }))
const linked = object({ kind: picklist(['concern', 'project']), id, title: string() })

const goal = object({
  id,
  version: count,
  gridPath,
  gridName: string(),
  week,
  text: string(),
  owner: string(),
  state: picklist(GOAL_STATES),
  note: string(),
  /** The end of its week. */
  dueAt: instant,
  doneAt: nullable(instant),
  about: nullable(linked),
  photos,
  mayProve: boolean(),
})

const change = object({
  id,
  gridPath,
  gridName: string(),
  month: string(),
  title: string(),
  words: string(),
  at: instant,
  before: photos,
  after: photos,
  links: array(linked),
})

/** 每周一个小目标，每月一个小变化. */
export const goals = {
  'goals.list': query({
    action: 'public.read',
    summary: '小目标，新的一周在前',
    input: strictObject({ gridPath, cursor: optional(cursor, null) }),
    output: object({
      ...page(array(goal)),
      /** Weeks for which the reader may still set this grid's goal: this one, the next one. */
      maySet: array(week),
      mayTell: boolean(),
    }),
  }),
  'goals.get': query({
    action: 'public.read',
    summary: '一个小目标，办成什么样',
    input: strictObject({ id }),
    output: goal,
  }),
  'goals.set': command({
    action: 'goal.set',
    summary: '定一个小目标：一个网格一周一个',
    input: strictObject({
      gridPath,
      week,
      text: words(4, 60),
      /** Whose it is; `null`: who sets it. */
      ownerId: nullable(id),
      about: nullable(source),
    }),
    output: object({ id, version: count }),
  }),
  'goals.prove': command({
    action: 'account.use',
    summary: '办成了：写一句，拍一张',
    input: strictObject({ id, version: count, note: words(2, 200), photoIds }),
    output: object({ id, version: count }),
  }),
  'changes.list': query({
    action: 'public.read',
    summary: '小变化，之前和之后',
    input: strictObject({ gridPath, cursor: optional(cursor, null) }),
    output: object(page(array(change))),
  }),
  'changes.get': query({
    action: 'public.read',
    summary: '一个小变化，从哪件事来',
    input: strictObject({ id }),
    output: change,
  }),
  'changes.tell': command({
    action: 'goal.set',
    summary: '写一个小变化：之前、之后各一张，连到哪件事',
    input: strictObject({
      gridPath,
      month,
      title: words(4, 30),
      words: words(0, 300),
      before: pipe(photoIds, minLength(1)),
      after: pipe(photoIds, minLength(1)),
      concernIds: pipe(array(id), maxLength(5)),
      projectIds: pipe(array(id), maxLength(5)),
    }),
    output: object({ id }),
  }),
}
