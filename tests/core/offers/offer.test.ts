import fc from 'fast-check'
import { dayNamed, startOfDay } from '#core/concerns/calendar'
import {
  type Booking,
  cancelBooking,
  dueNow,
  dueOfSitting,
  markBooking,
  whyNotBook,
} from '#core/offers/booking'
import {
  areFit,
  endOffer,
  isOffered,
  type KeptSitting,
  type Offer,
  sittingAt,
  sittingsOf,
} from '#core/offers/offer'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FIRST = dayNamed('2022-12-19')
const at = (day: string, clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return startOfDay(dayNamed(day)) + (hours * 60 + minutes) * 60_000
}

const offer = (part: object = {}): Offer => ({
  id: 'o',
  streetId: 's',
  gridPath: 's.001.005',
  words: { title: '义务理发', detail: '', kind: 'haircut', who: '陈师傅', place: '服务站' },
  weekly: [
    { weekday: 3, from: 540, to: 600, capacity: 2 },
    { weekday: 6, from: 840, to: 900, capacity: 4 },
  ],
  walkIn: false,
  fromDay: FIRST,
  toDay: FIRST + 60,
  providerId: 'p.chen',
  madeBy: 'p.captain',
  madeAt: 1,
  state: 'open',
  ...part,
})

const sitting = (part: Partial<KeptSitting> = {}): KeptSitting => ({
  offerId: 'o',
  startsAt: at('2022-12-21', '9:00'),
  endsAt: at('2022-12-21', '10:00'),
  capacity: 2,
  taken: 0,
  state: 'open',
  ...part,
})

const wish = (part: object = {}) => ({
  offer: offer(),
  sitting: sitting(),
  already: false,
  isForOther: false,
  others: 0,
  now: at('2022-12-19', '9:00'),
  ...part,
})

describe('when it takes place', () => {
  test('every Wednesday and Saturday of the days it is offered, and no other', () => {
    const found = sittingsOf(offer(), { from: at('2022-12-19', '0:00'), to: at('2022-12-29', '0:00') })
    expect(found.map(({ startsAt }) => startsAt)).toEqual([
      at('2022-12-21', '9:00'),
      at('2022-12-24', '14:00'),
      at('2022-12-28', '9:00'),
    ])
    expect(sittingsOf(offer(), { from: 0, to: at('2022-12-19', '0:00') })).toEqual([])
  })

  test('each sitting is found again by its start, and nothing by any other instant', () => {
    const span = { from: at('2022-12-19', '0:00'), to: at('2023-02-20', '0:00') }
    const starts = sittingsOf(offer(), span).map(({ startsAt }) => startsAt)
    expect(starts.length).toBeGreaterThan(15)
    for (const one of starts) expect(sittingAt(offer(), one)?.startsAt).toBe(one)
    fc.assert(
      fc.property(
        fc.integer({ min: span.from, max: span.to }),
        (instant) => starts.includes(instant) || sittingAt(offer(), instant) === undefined,
      ),
    )
  })

  test('once it is ended nothing of it lies ahead', () => {
    const ended = endOffer(offer(), { note: '师傅回老家了', now: at('2022-12-22', '9:00') })
    expect(sittingsOf(ended, { from: at('2022-12-19', '0:00'), to: at('2023-01-20', '0:00') })).toHaveLength(
      1,
    )
    expect(isOffered(ended, at('2022-12-22', '9:00'))).toBe(false)
  })

  test.each([
    [
      'two stretches of one day that overlap',
      {
        weekly: [
          { weekday: 1, from: 0, to: 60, capacity: 1 },
          { weekday: 1, from: 30, to: 90, capacity: 1 },
        ],
      },
    ],
    ['one that ends before it begins', { weekly: [{ weekday: 1, from: 60, to: 60, capacity: 1 }] }],
    ['days that are over', { fromDay: FIRST - 9, toDay: FIRST - 1 }],
    ['more than a year', { toDay: FIRST + 400 }],
  ])('%s are not taken', (_, part) => {
    expect(areFit({ ...offer(), ...part }, at('2022-12-19', '9:00'))).toBe(false)
    expect(areFit(offer(), at('2022-12-19', '9:00'))).toBe(true)
  })
})

describe('booking', () => {
  test.each([
    ['a free place', {}, null],
    ['the last place is gone', { sitting: sitting({ taken: 2 }) }, 'SLOT_FULL'],
    ['he has one', { already: true }, 'SIGNED_UP_ALREADY'],
    ['he has one, and books for a neighbour', { already: true, isForOther: true }, null],
    ['three neighbours already', { isForOther: true, others: 3 }, 'NOT_ELIGIBLE'],
    ['it has begun', { now: at('2022-12-21', '9:00') }, 'NOT_IN_THIS_STATE'],
    ['more than four weeks ahead', { now: at('2022-11-20', '9:00') }, 'NOT_IN_THIS_STATE'],
    ['it is called off', { sitting: sitting({ state: 'off' }) }, 'NOT_IN_THIS_STATE'],
    ['nobody books where everybody just comes', { offer: offer({ walkIn: true }) }, 'NOT_IN_THIS_STATE'],
  ])('%s', (_, part, refusal) => {
    expect(whyNotBook(wish(part))).toBe(refusal)
  })

  const booking: Booking = {
    id: 'b',
    offerId: 'o',
    startsAt: at('2022-12-21', '9:00'),
    personId: 'p',
    forEnc: null,
    at: 1,
    state: 'booked',
    settledAt: null,
  }

  test('it is cancelled until it begins; marked from an hour before, put right within a week', () => {
    expect(cancelBooking(booking, booking.startsAt - 1).ok).toBe(true)
    expect(cancelBooking(booking, booking.startsAt).ok).toBe(false)
    expect(markBooking(booking, { came: true, now: booking.startsAt - 2 * HOUR }).ok).toBe(false)
    const marked = markBooking(booking, { came: false, now: booking.startsAt })
    expect(marked).toMatchObject({ ok: true, value: { state: 'absent' } })
    if (marked.ok)
      expect(markBooking(marked.value, { came: true, now: booking.startsAt + DAY })).toMatchObject({
        value: { state: 'came' },
      })
    expect(markBooking(booking, { came: true, now: booking.startsAt + 8 * DAY }).ok).toBe(false)
  })

  test('one word at six the evening before, and two days after it the names are forgotten', () => {
    const evening = at('2022-12-20', '18:00')
    expect(dueOfSitting(sitting(), evening - 1)).toEqual({ kind: 'remind', at: evening })
    expect(dueNow(sitting(), evening)).toBe('remind')
    const after = { kind: 'forget', at: sitting().endsAt + 2 * DAY }
    expect(dueOfSitting(sitting(), evening)).toEqual(after)
    expect(dueNow(sitting(), after.at)).toBe('forget')
    expect(dueOfSitting(sitting({ state: 'over' }), after.at)).toBeNull()
    expect(dueOfSitting(sitting({ state: 'off' }), 0)?.kind).toBe('forget')
  })
})
