import type { InputOf, OutputOf } from '#contracts/operations'
import { clockWords, dayStamp } from '../../../texts/dates'

type Room = NonNullable<OutputOf<'meetings.live'>['room']>
type Plan = Omit<InputOf<'meetings.plan'>, 'councilId'>

/** A plan as somebody types it. */
export interface PlanDraft {
  day: string
  time: string
  venue: string
  online: boolean
  motionIds: string[]
  /** What is only told, a line each. */
  told: string
}

const WEEK = 7 * 86_400_000

/** A week ahead in the evening, when people are home. */
export const blank = (): PlanDraft => ({
  day: dayStamp(Date.now() + WEEK),
  time: '19:30',
  venue: '',
  online: true,
  motionIds: [],
  told: '',
})

export const draftOf = ({ startsAt, venue, online, agenda }: Room): PlanDraft => ({
  day: dayStamp(startsAt),
  time: clockWords(startsAt),
  venue,
  online,
  motionIds: agenda.flatMap(({ motionId }) => (motionId ? [motionId] : [])),
  told: agenda
    .filter(({ motionId }) => motionId === null)
    .map(({ title }) => title)
    .join('\n'),
})

/** The instant that day and hour name in China, or `undefined` where they name none. */
export function startOf({ day, time }: Pick<PlanDraft, 'day' | 'time'>): number | undefined {
  const [, hour, minute] = /^(\d{1,2})[:：](\d{2})$/.exec(time.trim()) ?? []
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day.trim()) || hour === undefined || minute === undefined) return undefined
  const at = Date.parse(`${day.trim()}T${hour.padStart(2, '0')}:${minute}:00+08:00`)
  return Number.isNaN(at) ? undefined : at
}

/** The plan as it is sent: motions first, then what is told. */
export function planOf(draft: PlanDraft, titles: ReadonlyMap<string, string>): Plan | undefined {
  const startsAt = startOf(draft)
  if (startsAt === undefined) return undefined
  const told = draft.told.split('\n').filter((line) => line.trim() !== '')
  return {
    startsAt,
    venue: draft.venue,
    online: draft.online,
    agenda: [
      ...draft.motionIds.map((motionId) => ({ title: titles.get(motionId) ?? '', motionId })),
      ...told.map((title) => ({ title: title.trim(), motionId: null })),
    ],
  }
}
