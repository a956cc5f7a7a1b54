import type { Concern } from '#core/concerns/concern'
import { fitted, type Saying } from '#core/messages/fields'
import { type BookingNewsKind, type CouncilNewsKind, type NewsKind, worthOf } from '#core/messages/worth'
import { isOpenToAll, standingOf } from '#core/people/permissions'
import type { MessageTemplate, Slot } from './templates'
import { BOOKING_NEWS, COUNCIL_NEWS, NEUTRAL, NEWS } from './words'

/** The page of the mini-program that shows a matter. */
export const MATTER_PAGE = 'packages/concern/detail/index'

/** The page of the mini-program that shows what a council talks about. */
export const MOTION_PAGE = 'packages/council/motion/index'

/** The page of the mini-program that shows a standing service. */
export const OFFER_PAGE = 'packages/lists/offer/index'

/** Of which matter: a concern; or a motion, or a service, which are public from their first word. */
export type About =
  | { kind: NewsKind; concern: Concern }
  | { kind: CouncilNewsKind; motion: { id: string; title: string } }
  | { kind: BookingNewsKind; sitting: { offerId: string; title: string; startsAt: number } }

type News = About & {
  /** When it happened. */
  at: number
}

/**
 * The body of subscribeMessage.send, as its documentation wants it. It says what everybody may read, or nothing of
 * the matter at all: names, places and words of a private one stay inside the app.
 */
export const letterTo = (openid: string, { id, fields }: MessageTemplate, news: News) => ({
  touser: openid,
  template_id: id,
  page: pageOf(news),
  lang: 'zh_CN',
  data: Object.fromEntries(
    fields.map(({ slot, type, name }) => [name, { value: fitted(type, sayingsOf(news)[slot]) }]),
  ),
})

function pageOf(news: News): string {
  if ('motion' in news) return `${MOTION_PAGE}?id=${encodeURIComponent(news.motion.id)}`
  if ('sitting' in news) return `${OFFER_PAGE}?id=${encodeURIComponent(news.sitting.offerId)}`
  return `${MATTER_PAGE}?id=${encodeURIComponent(news.concern.id)}`
}

function sayingsOf(news: News): Record<Slot, Saying> {
  const { at } = news
  if ('motion' in news) return { title: news.motion.title, at, ...COUNCIL_NEWS[news.kind] }
  if ('sitting' in news) {
    const { title, startsAt } = news.sitting
    // Not when he was reminded, but when he has to be there.
    return { title, at: startsAt, ...BOOKING_NEWS[news.kind] }
  }
  const { kind, concern } = news
  const title = isOpenToAll(standingOf(concern)) ? concern.title : NEUTRAL[worthOf(kind).template]
  return { title, at, ...NEWS[kind] }
}
