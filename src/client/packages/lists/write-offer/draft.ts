import type { InputOf } from '#contracts/operations'
import { dayNamed, dayOf } from '#core/concerns/calendar'
import { areFit, type OfferKind, type Weekly } from '#core/offers/offer'
import { readStretches } from '#core/stations/hours'

export interface StretchDraft {
  /** 1 to 7, Monday first. */
  weekday: number
  from: string
  to: string
  capacity: string
}

/** An offer as it is being typed. */
export interface OfferDraft {
  title: string
  who: string
  place: string
  detail: string
  kind: OfferKind
  walkIn: boolean
  weekly: StretchDraft[]
  /** The last day, `2027-06-30`. */
  until: string
}

export const freshStretch = (): StretchDraft => ({ weekday: 3, from: '', to: '', capacity: '6' })

export const freshDraft = (): OfferDraft => ({
  title: '',
  who: '',
  place: '',
  detail: '',
  kind: 'haircut',
  walkIn: false,
  weekly: [freshStretch()],
  until: '',
})

const DATE = /^\d{4}-\d{2}-\d{2}$/

function stretchIn({ weekday, from, to, capacity }: StretchDraft): Weekly | undefined {
  const [times] = readStretches(`${from.trim()}-${to.trim()}`) ?? []
  const places = Number(capacity)
  if (!times || !Number.isInteger(places) || places < 1 || places > 200) return undefined
  return { weekday, from: times[0], to: times[1], capacity: places }
}

export type Wrong = 'words' | 'time' | 'days'

/** What is sent of a draft, or what of it cannot be read yet. */
export function inputOf(draft: OfferDraft, gridPath: string, now: number): InputOf<'offers.write'> | Wrong {
  const { title, who, place, detail, kind, walkIn, until } = draft
  if ([title, who, place].some((one) => one.trim().length < 2)) return 'words'
  const weekly: Weekly[] = []
  for (const one of draft.weekly) {
    const stretch = stretchIn(one)
    if (!stretch) return 'time'
    weekly.push(stretch)
  }
  const fromDay = dayOf(now)
  const toDay = DATE.test(until.trim()) ? dayNamed(until.trim()) : Number.NaN
  if (Number.isNaN(toDay)) return 'days'
  if (!areFit({ weekly, fromDay, toDay }, now))
    return areFit({ weekly: [], fromDay, toDay }, now) ? 'time' : 'days'
  return { gridPath, title, who, place, detail, kind, walkIn, weekly, fromDay, toDay, providerId: null }
}
