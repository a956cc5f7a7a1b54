import type { InputOf } from '#contracts/operations'
import { REPEATED_FOR } from '#core/volunteers/publish'
import type { Risk, Skill, TaskKind } from '#core/volunteers/task'
import { clockWords, dayStamp } from '../../../texts/dates'
import type { TaskView } from '../task/task-view'

type Plan = InputOf<'tasks.draft'>['shifts'][number]

/** A stretch as somebody types it. */
export interface ShiftDraft {
  /** Of a shift that exists already. */
  id: string | null
  label: string
  day: string
  from: string
  to: string
  capacity: string
  minimum: string
}

export interface TaskDraft {
  title: string
  detail: string
  kind: TaskKind
  risk: Risk
  riskNote: string
  insurance: string
  training: string
  minAge: string
  place: string
  point: TaskView['point']
  skills: Skill[]
  repeats: '0' | '7' | '14' | '28'
  shifts: ShiftDraft[]
}

const BLANK_SHIFT: ShiftDraft = {
  id: null,
  label: '',
  day: '',
  from: '',
  to: '',
  capacity: '10',
  minimum: '0',
}

export const BLANK: TaskDraft = {
  title: '',
  detail: '',
  kind: 'clean',
  risk: 'low',
  riskNote: '',
  insurance: '',
  training: '',
  minAge: '14',
  place: '',
  point: null,
  skills: [],
  repeats: '0',
  shifts: [BLANK_SHIFT],
}

/** The next stretch, on the day of the one before. */
export const nextShift = ({ shifts }: TaskDraft): ShiftDraft => ({
  ...BLANK_SHIFT,
  day: shifts[0]?.day ?? '',
})

/** A task as it stands, to be changed. */
export const draftFrom = (task: TaskView): TaskDraft => ({
  ...task,
  minAge: String(task.minAge),
  repeats: '0',
  shifts: task.shifts
    .filter(({ state }) => state === 'open')
    .map(({ id, label, startsAt, endsAt, capacity, minimum }) => ({
      id,
      label,
      day: dayStamp(startsAt),
      from: clockWords(startsAt),
      to: clockWords(endsAt),
      capacity: String(capacity),
      minimum: String(minimum),
    })),
})

/** 2026-11-29 and 8:00, in China; `undefined` where it is neither. */
export function instantOf(day: string, clock: string): number | undefined {
  const [, hour = '', minute = ''] = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(clock.trim()) ?? []
  if (!hour || !/^\d{4}-\d{2}-\d{2}$/.test(day.trim())) return undefined
  const at = Date.parse(`${day.trim()}T${hour.padStart(2, '0')}:${minute}:00+08:00`)
  return Number.isNaN(at) ? undefined : at
}

/** The stretch as it is sent, or `undefined` where a time or a number is none. */
export function planOf({ label, day, from, to, capacity, minimum }: ShiftDraft): Plan | undefined {
  const startsAt = instantOf(day, from)
  const endsAt = instantOf(day, to)
  const whole = /^\d{1,3}$/
  if (startsAt === undefined || endsAt === undefined || endsAt <= startsAt) return undefined
  if (!whole.test(capacity) || !whole.test(minimum)) return undefined
  return { label, startsAt, endsAt, capacity: Number(capacity), minimum: Number(minimum) }
}

export const wordsOf = (draft: TaskDraft): InputOf<'tasks.draft'>['words'] => ({
  title: draft.title,
  detail: draft.detail,
  kind: draft.kind,
  risk: draft.risk,
  riskNote: draft.riskNote,
  insurance: draft.insurance,
  training: draft.training,
  minAge: Number(draft.minAge),
  place: draft.place,
  point: draft.point,
  skills: draft.skills,
})

export function repeatsOf({ repeats }: TaskDraft, firstStart: number): InputOf<'tasks.draft'>['repeats'] {
  const days = ([7, 14, 28] as const).find((each) => String(each) === repeats)
  return days ? { days, until: firstStart + REPEATED_FOR } : null
}
