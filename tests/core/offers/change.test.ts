import fc from 'fast-check'
import { dayNamed, startOfDay } from '#core/concerns/calendar'
import { changeOffer, sittingsAfter, whyNotSo } from '#core/offers/change'
import type { KeptSitting, Offer, Weekly } from '#core/offers/offer'

const HOUR = 3_600_000
const FIRST = dayNamed('2022-12-19')
const NOW = startOfDay(FIRST) + 9 * HOUR
const WEDNESDAY = startOfDay(FIRST + 2) + 9 * HOUR

const wednesdays = (part: Partial<Weekly> = {}): Weekly => ({
  weekday: 3,
  from: 540,
  to: 600,
  capacity: 4,
  ...part,
})

const words = { title: '义务理发', detail: '', kind: 'haircut', who: '陈师傅', place: '服务站' } as const

const offer = (part: Partial<Offer> = {}): Offer =>
  ({
    ...{ id: 'o', streetId: 's', gridPath: 's.001.005', words, weekly: [wednesdays()], walkIn: false },
    ...{ fromDay: FIRST, toDay: FIRST + 60, providerId: 'p.chen', madeBy: 'p.captain', madeAt: 1 },
    state: 'open',
    ...part,
  }) as Offer

const sitting = (taken: number): KeptSitting => ({
  ...{ offerId: 'o', startsAt: WEDNESDAY, endsAt: WEDNESDAY + HOUR, capacity: 4 },
  ...{ taken, state: 'open' },
})

const change = (part: object = {}) => ({ words, weekly: [wednesdays()], toDay: FIRST + 60, ...part })

const after = (weekly: Weekly[], taken: number, said: object = {}) =>
  sittingsAfter([sitting(taken)], {
    before: offer(),
    after: offer({ weekly, words: { ...words, ...said } }),
  })

test('an offer that has ended or run out is not put right; whoever puts it right says that it holds a year from today', () => {
  const ended = offer({ state: 'ended', endedAt: 1, note: '不办了' } as Partial<Offer>)
  expect(changeOffer(ended, change(), NOW)).toEqual({ ok: false, refusal: 'NOT_IN_THIS_STATE' })
  const over = offer({ fromDay: FIRST - 60, toDay: FIRST - 1 })
  expect(changeOffer(over, change(), NOW)).toEqual({ ok: false, refusal: 'NOT_IN_THIS_STATE' })
  const old = offer({ fromDay: FIRST - 300 })
  expect(changeOffer(old, change({ toDay: FIRST + 366 }), NOW)).toMatchObject({ ok: true })
  expect(changeOffer(old, change({ toDay: FIRST + 367 }), NOW)).toEqual({
    ok: false,
    refusal: 'TERM_TOO_LONG',
  })
  expect(changeOffer(old, change({ weekly: [wednesdays({ to: 500 })] }), NOW)).toEqual({
    ok: false,
    refusal: 'TERM_TOO_LONG',
  })
})

test.each([
  ['nothing', [wednesdays()], {}, false],
  ['the title', [wednesdays()], { title: '免费理发' }, false],
  ['more places', [wednesdays({ capacity: 9 })], {}, false],
  ['the place', [wednesdays()], { place: '二楼' }, true],
  ['who does it', [wednesdays()], { who: '李师傅' }, true],
  ['what to bring', [wednesdays()], { detail: '带条毛巾' }, true],
  ['the end', [wednesdays({ to: 570 })], {}, true],
])('when %s is different, whoever booked is told: %#', (_, weekly, said, told) => {
  expect(after(weekly, 1, said)).toMatchObject([{ kind: 'stays', told }])
})

test('a time nobody has a place in goes without a word; one somebody has a place in needs a reason', () => {
  const thursdays = [wednesdays({ weekday: 4 })]
  expect(after(thursdays, 0)).toEqual([])
  expect(whyNotSo(after(thursdays, 1), null)).toBe('SITTINGS_BOOKED')
  expect(whyNotSo(after(thursdays, 1), '师傅周三有事')).toBeNull()
})

test('however places and bookings stand, no sitting comes out with fewer places than people', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (capacity, taken) => {
      const changes = after([wednesdays({ capacity })], taken)
      expect(whyNotSo(changes, '改人数')).toBe(capacity < taken ? 'PLACES_TAKEN' : null)
    }),
  )
})
