import type { Concern } from '#core/concerns/concern'
import { fitted, type Saying } from '#core/messages/fields'
import { type NewsKind, worthOf } from '#core/messages/worth'
import { isOpenToAll, standingOf } from '#core/people/permissions'
import type { MessageTemplate, Slot } from './templates'
import { NEUTRAL, NEWS } from './words'

/** The page of the mini-program that shows a matter. */
export const MATTER_PAGE = 'packages/concern/detail/index'

interface News {
  kind: NewsKind
  concern: Concern
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
  page: `${MATTER_PAGE}?id=${encodeURIComponent(news.concern.id)}`,
  lang: 'zh_CN',
  data: Object.fromEntries(
    fields.map(({ slot, type, name }) => [name, { value: fitted(type, sayingsOf(news)[slot]) }]),
  ),
})

const sayingsOf = ({ kind, concern, at }: News): Record<Slot, Saying> => ({
  title: isOpenToAll(standingOf(concern)) ? concern.title : NEUTRAL[worthOf(kind).template],
  at,
  ...NEWS[kind],
})
