import type { InputOf, OutputOf } from '#contracts/operations'
import { dayName, dayNamed, dayOf } from '#core/concerns/calendar'
import { areFit, type OfferKind, type Weekly } from '#core/offers/offer'
import { readStretches } from '#core/stations/hours'
import { minuteWords } from '../../../texts/offers'

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

/** An offer there is, as it is put right. */
export const draftOf = (offer: OutputOf<'offers.get'>): OfferDraft => ({
  title: offer.title,
  who: offer.who,
  place: offer.place,
  detail: offer.detail,
  kind: offer.kind,
  walkIn: offer.walkIn,
  weekly: offer.weekly.map(({ weekday, from, to, capacity }) => ({
    weekday,
    from: minuteWords(from),
    to: minuteWords(to),
    capacity: String(capacity),
  })),
  until: dayName(offer.toDay),
})

const DATE = /^\d{4}-\d{2}-\d{2}$/

function stretchIn({ weekday, from, to, capacity }: StretchDraft): Weekly | undefined {
  const [times] = readStretches(`${from.trim()}-${to.trim()}`) ?? []
  const places = Number(capacity)
  if (!times || !Number.isInteger(places) || places < 1 || places > 200) return undefined
  return { weekday, from: times[0], to: times[1], capacity: places }
}

export type Wrong = 'words' | 'time' | 'days'

type Read = Omit<InputOf<'offers.change'>, 'id' | 'version' | 'note'>

/** What a draft says, or what of it cannot be read yet. */
export function readDraft(draft: OfferDraft, now: number): Read | Wrong {
  const { title, who, place, detail, kind, until } = draft
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
  return { title, who, place, detail, kind, weekly, toDay }
}
