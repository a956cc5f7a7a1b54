import {
  array,
  boolean,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  variant,
} from 'valibot'
import { SIGN_UP_STATES } from '#core/volunteers/sign-up'
import { RISKS, SHIFT_STATES, SKILLS, TASK_KINDS } from '#core/volunteers/task'
import { command, query } from './operation'
import { count, cursor, done, gridPath, id, instant, page, point, words } from './shapes'

const note = words(2, 200)
const places = pipe(number(), integer(), minValue(1), maxValue(500))

const taskWords = strictObject({
  title: words(4, 30),
  detail: words(4, 500),
  kind: picklist(TASK_KINDS),
  risk: picklist(RISKS),
  riskNote: words(0, 100),
  insurance: words(0, 60),
  training: words(0, 60),
  minAge: pipe(number(), integer(), minValue(14), maxValue(70)),
  place: words(2, 40),
  point: nullable(point),
  skills: pipe(array(picklist(SKILLS)), maxLength(SKILLS.length)),
})

const plan = {
  label: words(0, 20),
  startsAt: instant,
  endsAt: instant,
  capacity: places,
  minimum: pipe(number(), integer(), minValue(0), maxValue(500)),
}

const source = variant('kind', [
  strictObject({ kind: literal('plan') }),
  strictObject({ kind: picklist(['concern', 'motion', 'pairing']), id }),
])

const repeats = nullable(strictObject({ days: picklist([7, 14, 28]), until: instant }))

/** Where somebody says he stands, by his phone (then with its accuracy) or by a point on a map; only how far from the place is kept. */
const whereabouts = nullable(
  strictObject({
    ...point.entries,
    accuracyM: nullable(pipe(number(), integer(), minValue(0), maxValue(100_000))),
  }),
)
const near = nullable(object({ metres: count, accuracyM: nullable(count) }))

const moved = object({ id, version: count })
const signUpState = picklist(SIGN_UP_STATES)

const mine = object({
  id,
  shiftId: id,
  state: signUpState,
  /** How many wait before him, himself included; `null` when he does not wait. */
  place: nullable(count),
  /** Until when a place that fell to him is his to take. */
  until: nullable(instant),
  /** Whom he signed up, as only he and the leader read it. */
  guest: nullable(string()),
  at: instant,
  /** From here on a cancel is a late one. */
  freeUntil: instant,
  minutes: nullable(count),
})

const shift = object({
  id,
  ...plan,
  label: string(),
  minimum: count,
  capacity: count,
  state: picklist(SHIFT_STATES),
  taken: count,
  waiting: count,
})

const row = object({
  id,
  title: string(),
  kind: picklist(TASK_KINDS),
  risk: picklist(RISKS),
  riskNote: string(),
  insured: boolean(),
  minAge: count,
  place: string(),
  phase: picklist(['draft', 'open', 'running', 'over', 'cancelled']),
  shifts: array(shift),
  mine: array(mine),
})

const person = object({
  signUpId: id,
  shiftId: id,
  name: string(),
  guest: boolean(),
  state: signUpState,
  inAt: nullable(instant),
  outAt: nullable(instant),
  inHow: nullable(picklist(['code', 'list'])),
  near,
  minutes: nullable(count),
  confirmed: boolean(),
  /** The one who asks may confirm this one. */
  mayConfirm: boolean(),
})

export const volunteers = {
  'tasks.list': query({
    action: 'public.read',
    summary: '志愿任务：要帮忙的，先到的在前',
    input: strictObject({
      show: optional(picklist(['coming', 'mine', 'drafts', 'past']), 'coming'),
      cursor: optional(cursor, null),
    }),
    output: object({
      ...page(array(row)),
      /** This year's, confirmed. */
      minutes: count,
      /** The grid for which the reader may write a task. */
      writesAt: nullable(gridPath),
    }),
  }),
  'tasks.get': query({
    action: 'public.read',
    summary: '一个志愿任务的全部：做什么、小心什么、哪几段、缺几个',
    input: strictObject({ id }),
    output: object({
      ...row.entries,
      version: count,
      gridPath,
      detail: string(),
      insurance: string(),
      training: string(),
      point: nullable(point),
      skills: array(picklist(SKILLS)),
      leader: string(),
      leads: boolean(),
      source: nullable(object({ kind: picklist(['concern', 'motion']), id, title: string() })),
      repeats: nullable(object({ days: count, until: instant })),
      note: string(),
      /** Only for its leader and those who may publish it. */
      roster: nullable(array(person)),
      /** 晚退的, for the same readers. */
      late: nullable(array(object({ shiftId: id, name: string(), at: instant }))),
      may: array(picklist(['publish', 'change', 'go_on', 'cancel', 'lead'])),
    }),
  }),
  'tasks.draft': command({
    action: 'task.write',
    summary: '写一个志愿任务：风险写在前头',
    input: strictObject({
      gridPath,
      words: taskWords,
      leaderId: nullable(id),
      source,
      repeats,
      shifts: pipe(array(strictObject(plan)), minLength(1), maxLength(8)),
    }),
    output: moved,
  }),
  'tasks.publish': command({
    action: 'task.publish',
    summary: '发布志愿任务：风险高的要有保险和培训',
    input: strictObject({ id, version: count }),
    output: moved,
  }),
  'tasks.change': command({
    action: 'task.serve',
    summary: '改志愿任务，报了名的都通知到',
    input: strictObject({
      id,
      version: count,
      words: taskWords,
      shifts: pipe(array(strictObject({ id, ...plan })), maxLength(8)),
    }),
    output: moved,
  }),
  'tasks.go_on': command({
    action: 'task.serve',
    summary: '定期的志愿任务再续一季，不会多出一次',
    input: strictObject({ id, version: count }),
    output: moved,
  }),
  'tasks.cancel': command({
    action: 'task.serve',
    summary: '取消志愿任务，写明为什么',
    input: strictObject({ id, version: count, note }),
    output: moved,
  }),
  'tasks.code': query({
    action: 'task.serve',
    summary: '领队的签到码：半分钟换一次',
    input: strictObject({ id }),
    output: object({
      code: pipe(string(), regex(/^\d{6}$/)),
      changesAt: instant,
      now: instant,
      /** The square code row by row, 1 is dark. */
      square: array(string()),
    }),
  }),
  'signups.join': command({
    action: 'task.serve',
    summary: '报名一段；人满了就排候补',
    input: strictObject({
      shiftId: id,
      trained: optional(boolean(), false),
      /** 帮别人报名: his name, and that he agreed. */
      guest: optional(nullable(strictObject({ name: words(2, 12), agreed: literal(true) })), null),
    }),
    output: object({ id, state: signUpState, place: nullable(count) }),
  }),
  'signups.cancel': command({
    action: 'task.serve',
    summary: '来不了，说一声',
    input: strictObject({ id }),
    output: object({ id, late: boolean() }),
  }),
  'signups.confirm': command({
    action: 'task.serve',
    summary: '候补到了，还来',
    input: strictObject({ id }),
    output: done,
  }),
  'signups.decide': command({
    action: 'task.publish',
    summary: '三次没来的，队长看看再说',
    input: strictObject({ id, agree: boolean() }),
    output: done,
  }),
  'signups.checkIn': command({
    action: 'task.serve',
    summary: '签到：扫领队的码，或者写那6个数',
    input: strictObject({
      taskId: id,
      code: pipe(string(), regex(/^\d{6}$/)),
      at: optional(whereabouts, null),
    }),
    output: object({ id, near }),
  }),
  'signups.checkOut': command({
    action: 'task.serve',
    summary: '签退',
    input: strictObject({ id }),
    output: object({ id, minutes: count }),
  }),
  'signups.mark': command({
    action: 'task.serve',
    summary: '领队点名：没网也能记，有网再交，交几次都一样',
    input: strictObject({
      taskId: id,
      marks: pipe(
        array(strictObject({ signUpId: id, inAt: instant, outAt: nullable(instant) })),
        minLength(1),
        maxLength(500),
      ),
    }),
    output: object({ items: array(object({ signUpId: id, state: nullable(signUpState) })) }),
  }),
}
