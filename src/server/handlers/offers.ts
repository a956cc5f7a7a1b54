import { type SqlBool, sql } from 'kysely'
import { dayOf } from '#core/concerns/calendar'
import { ancestorAt } from '#core/grids/grid'
import { gridsFor } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { book, cancel, mark, nameOfOther } from '../offers/book'
import { change } from '../offers/change'
import { bookingRows, findOffer } from '../offers/load'
import { dayOfOffer, offerRowsOf, viewOfOffer } from '../offers/view'
import { callOff, end, writeOffer } from '../offers/write'
import type { Asking, HandlersOf } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { chainOf } from '../queries/grids'
import { over, under } from '../queries/under'

type Names =
  | 'offers.list'
  | 'offers.get'
  | 'offers.write'
  | 'offers.change'
  | 'offers.end'
  | 'offers.callOff'
  | 'offers.book'
  | 'offers.cancel'
  | 'offers.mine'
  | 'offers.day'
  | 'offers.mark'

export const offerHandlers: HandlersOf<Names> = {
  'offers.list': async ({ gridPath, show, cursor }, asking) => {
    const after = readCursor(cursor)
    if (!after.ok) return after
    if ((await chainOf(asking, gridPath)).length === 0) return refuse('NOT_FOUND')
    let asked = offersTo(asking, { gridPath, show })
      .orderBy('o.made_at', 'desc')
      .orderBy('o.id', 'desc')
      .limit(PAGE + 1)
    if (after.value)
      asked = asked.where(sql<SqlBool>`(o.made_at, o.id) < (${after.value.at}, ${after.value.id})`)
    const { rows, cursor: next } = pageOf(await asked.execute(), ({ offer }) => ({
      at: offer.madeAt,
      id: offer.id,
    }))
    const items = await offerRowsOf(
      asking,
      rows.map(({ offer }) => offer),
    )
    const [office] = gridsFor(asking.actor, 'offer.write')
    return ok({ items, cursor: next, writesAt: office ? ancestorAt(office, 2) : null })
  },

  'offers.get': async ({ id }, asking) => {
    const kept = await findOffer(asking.tx, { streetId: asking.system.streetId, id })
    return kept ? ok(await viewOfOffer(asking, kept)) : refuse('NOT_FOUND')
  },

  'offers.write': writeOffer,
  'offers.change': change,
  'offers.end': end,
  'offers.callOff': callOff,
  'offers.book': book,
  'offers.cancel': ({ id }, asking) => cancel(id, asking),
  'offers.mark': mark,
  'offers.day': dayOfOffer,

  'offers.mine': async ({ cursor }, asking) => {
    const { tx, actor, now, system } = asking
    const after = readCursor(cursor)
    if (!after.ok) return after
    let asked = bookingRows(tx, system.streetId)
      .innerJoin('service_offers as o', (on) =>
        on.onRef('o.street_id', '=', 'b.street_id').onRef('o.id', '=', 'b.offer_id'),
      )
      .innerJoin('offer_sittings as s', (on) =>
        on
          .onRef('s.street_id', '=', 'b.street_id')
          .onRef('s.offer_id', '=', 'b.offer_id')
          .onRef('s.starts_at', '=', 'b.starts_at'),
      )
      .select(['o.body as offer', 's.ends_at as endsAt'])
      .where('b.person_id', '=', actor.personId ?? '')
      .orderBy('b.starts_at', 'desc')
      .orderBy('b.id', 'desc')
      .limit(PAGE + 1)
    if (after.value)
      asked = asked.where(sql<SqlBool>`(b.starts_at, b.id) < (${after.value.at}, ${after.value.id})`)
    const page = pageOf(await asked.execute(), ({ startsAt, id }) => ({ at: startsAt, id }))
    return ok({
      items: page.rows.map(({ id, offerId, startsAt, endsAt, state, forEnc, offer }) => ({
        id,
        offerId,
        startsAt,
        endsAt,
        state,
        forWhom: nameOfOther(asking, { id, forEnc }),
        title: offer.words.title,
        who: offer.words.who,
        place: offer.words.place,
        mayCancel: state === 'booked' && now < startsAt,
      })),
      cursor: page.cursor,
    })
  },
}

interface Shown {
  gridPath: string
  show: 'open' | 'ended' | 'provided'
}

/** Offers of a grid, of what lies under it, and of the grids it lies in: a community's lawyer is there for all. */
function offersTo({ tx, actor, now, system }: Asking, { gridPath, show }: Shown) {
  const all = tx
    .selectFrom('service_offers as o')
    .select('o.body as offer')
    .where('o.street_id', '=', system.streetId)
  if (show === 'provided') return all.where('o.provider_id', '=', actor.personId ?? '')
  const near = all.where((is) => is.or([under('o.grid_path', gridPath), over('o.grid_path', gridPath)]))
  const today = dayOf(now)
  return show === 'open'
    ? near.where('o.state', '=', 'open').where('o.to_day', '>=', today)
    : near.where((is) => is.or([is('o.state', '=', 'ended'), is('o.to_day', '<', today)]))
}
