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
  strictObject,
  string,
} from 'valibot'
import { BOOKING_STATES } from '#core/offers/booking'
import { OFFER_KINDS } from '#core/offers/offer'
import { command, query } from './operation'
import { count, cursor, done, gridPath, id, instant, page, words } from './shapes'

const whole = (min: number, max: number) => pipe(number(), integer(), minValue(min), maxValue(max))
const kind = picklist(OFFER_KINDS)
const bookingState = picklist(BOOKING_STATES)

const weekly = strictObject({
  weekday: whole(1, 7),
  from: whole(0, 1439),
  to: whole(1, 1440),
  capacity: whole(1, 200),
})

const stretches = pipe(array(weekly), minLength(1), maxLength(21))

const said = {
  title: words(2, 30),
  detail: words(0, 300),
  kind,
  who: words(2, 30),
  place: words(2, 40),
}

const sitting = object({
  startsAt: instant,
  endsAt: instant,
  capacity: count,
  taken: count,
  state: picklist(['open', 'off', 'over']),
})

/** One's own booking. */
const mine = object({
  id,
  startsAt: instant,
  state: bookingState,
  /** Whom he booked it for, as only he and the provider read it; `null`: for himself. */
  forWhom: nullable(string()),
})

const row = object({
  id,
  title: string(),
  kind,
  who: string(),
  place: string(),
  gridPath,
  gridName: string(),
  walkIn: boolean(),
  weekly: array(object(weekly.entries)),
  /** Days since 1970, in China. */
  toDay: count,
  ended: boolean(),
  /** The next sitting with a free place; for 直接来 the next one there is. */
  next: nullable(sitting),
})

/** 服务清单: what a grid offers day in day out, and who comes. */
export const offers = {
  'offers.list': query({
    action: 'public.read',
    summary: '服务清单：谁、在哪儿、什么时候，新的在前',
    input: strictObject({
      gridPath,
      show: optional(picklist(['open', 'ended', 'provided']), 'open'),
      cursor: optional(cursor, null),
    }),
    output: object({
      ...page(array(row)),
      /** The grid for which the reader may write an offer. */
      writesAt: nullable(gridPath),
    }),
  }),
  'offers.get': query({
    action: 'public.read',
    summary: '一项服务：四个星期里的每一段，还空几个',
    input: strictObject({ id }),
    output: object({
      ...row.entries,
      version: count,
      detail: string(),
      fromDay: count,
      note: string(),
      sittings: array(object({ ...sitting.entries, mine: array(mine) })),
      /** The reader keeps its list of the day. */
      provides: boolean(),
      mayEnd: boolean(),
    }),
  }),
  'offers.write': command({
    action: 'offer.write',
    summary: '写一项服务：谁、在哪儿、每周哪几段、一段几个人',
    input: strictObject({
      gridPath,
      ...said,
      weekly: stretches,
      walkIn: boolean(),
      fromDay: count,
      toDay: count,
      /** Who keeps the list; `null`: who writes it. */
      providerId: nullable(id),
    }),
    output: object({ id, version: count }),
  }),
  'offers.change': command({
    action: 'offer.write',
    summary: '改一项服务，约了的都告诉到；有人约的一段去掉，要写为什么',
    input: strictObject({
      id,
      version: count,
      ...said,
      weekly: stretches,
      toDay: count,
      /** Why stretches somebody has booked are dropped; `null`: then none is. */
      note: nullable(words(2, 200)),
    }),
    output: object({ id, version: count }),
  }),
  'offers.end': command({
    action: 'offer.write',
    summary: '停掉一项服务，约了的都告诉到',
    input: strictObject({ id, version: count, note: words(2, 200) }),
    output: object({ id, version: count }),
  }),
  'offers.callOff': command({
    action: 'offer.book',
    summary: '这一次不办，约了的都告诉到',
    input: strictObject({ id, startsAt: instant, note: words(2, 200) }),
    output: done,
  }),
  'offers.book': command({
    action: 'offer.book',
    summary: '约一段，自己去或者替邻居约',
    input: strictObject({
      id,
      startsAt: instant,
      /** 替邻居约: his name, and that he agreed. */
      forWhom: optional(nullable(strictObject({ name: words(2, 12), agreed: literal(true) })), null),
    }),
    output: object({ id }),
  }),
  'offers.cancel': command({
    action: 'offer.book',
    summary: '不去了，说一声',
    input: strictObject({ id }),
    output: done,
  }),
  'offers.mine': query({
    action: 'account.use',
    summary: '我约的，近的在前',
    input: strictObject({ cursor: optional(cursor, null) }),
    output: object(
      page(
        array(
          object({
            ...mine.entries,
            offerId: id,
            title: string(),
            who: string(),
            place: string(),
            endsAt: instant,
            mayCancel: boolean(),
          }),
        ),
      ),
    ),
  }),
  'offers.day': query({
    action: 'offer.book',
    summary: '这一天谁来：办的人看名单',
    input: strictObject({ id, day: count }),
    output: object({
      title: string(),
      day: count,
      sittings: array(
        object({
          ...sitting.entries,
          bookings: array(object({ id, name: string(), other: boolean(), state: bookingState })),
        }),
      ),
    }),
  }),
  'offers.mark': command({
    action: 'offer.book',
    summary: '来了，或者没来',
    input: strictObject({ id, came: boolean() }),
    output: object({ id, state: bookingState }),
  }),
}
