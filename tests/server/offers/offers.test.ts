import { dayOf } from '../../../src/core/concerns/calendar'
import { runOfferClock } from '../../../src/server/offers/clock'
import { runRetention } from '../../../src/server/retention/clock'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'
import { answerOf, GRID, nameOf, refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { newsOf } from '../volunteers/making'
import { changed, corrected, DAY, firstSitting, HOUR, haircuts, offered, offerOf } from './making'

let store: Store
let street: Street
beforeAll(async () => {
  store = await memoryStore()
})
beforeEach(async () => {
  street = await smallStreet(store)
})
afterEach(() => expect(street.surprises).toEqual([]))
afterAll(() => store.close())

test('a captain writes what is offered; everybody reads who, where, when and what is free', async () => {
  const { id } = await offered(street)
  const { items } = answerOf(await street.ask('guest', 'offers.list', { gridPath: GRID }))
  expect(items).toMatchObject([{ id, title: '义务理发', who: '陈师傅', next: { taken: 0, capacity: 2 } }])
  const { sittings } = await offerOf(street, id)
  expect(sittings).toHaveLength(4)
  expect(refusalOf(await street.ask('resident', 'offers.write', haircuts(street.time.now)))).toBe('FORBIDDEN')
  const past = haircuts(street.time.now, { fromDay: 1, toDay: 2 })
  expect(refusalOf(await street.ask('captain', 'offers.write', past))).toBe('TERM_TOO_LONG')
})

test('two places are two places; one is given back and taken by the next', async () => {
  const { id } = await offered(street)
  const startsAt = await firstSitting(street, id)
  const mine = answerOf(await street.ask('resident', 'offers.book', { id, startsAt }))
  answerOf(await street.ask('neighbour', 'offers.book', { id, startsAt }))
  expect(refusalOf(await street.ask('follower', 'offers.book', { id, startsAt }))).toBe('SLOT_FULL')
  expect(refusalOf(await street.ask('neighbour', 'offers.cancel', { id: mine.id }))).toBe('NOT_FOUND')
  answerOf(await street.ask('resident', 'offers.cancel', { id: mine.id }))
  answerOf(await street.ask('follower', 'offers.book', { id, startsAt }))
  expect(refusalOf(await street.ask('resident', 'offers.book', { id, startsAt: startsAt + 1 }))).toBe(
    'NOT_FOUND',
  )
  expect(refusalOf(await street.ask('neighbour', 'offers.book', { id, startsAt }))).toBe('SIGNED_UP_ALREADY')
  expect(answerOf(await street.ask('resident', 'offers.mine', {})).items).toMatchObject([
    { state: 'cancelled' },
  ])
})

test('a neighbour who cannot book is booked for; the one who does it reads his name, two days later nobody does', async () => {
  const { id } = await offered(street)
  const startsAt = await firstSitting(street, id)
  const forWhom = { name: '赵阿婆', agreed: true as const }
  answerOf(await street.ask('resident', 'offers.book', { id, startsAt, forWhom }))
  const day = { id, day: dayOf(startsAt) }
  expect(refusalOf(await street.ask('neighbour', 'offers.day', day))).toBe('FORBIDDEN')
  const list = answerOf(await street.ask('volunteer', 'offers.day', day))
  expect(list.sittings[0]?.bookings).toMatchObject([{ name: '赵阿婆', other: true, state: 'booked' }])
  expect(JSON.stringify(await offerOf(street, id, 'neighbour'))).not.toContain('赵阿婆')
  expect((await offerOf(street, id, 'resident')).sittings[0]?.mine).toMatchObject([{ forWhom: '赵阿婆' }])

  street.time.now = startsAt + DAY * 3
  await runOfferClock(street.system, 10)
  const later = answerOf(await street.ask('volunteer', 'offers.day', day))
  expect(JSON.stringify(later)).not.toContain('赵阿婆')
  expect(later.sittings[0]?.bookings).toMatchObject([{ name: nameOf('resident'), other: true }])
})

test('who booked is reminded once, the evening before; who did not come is marked by the one who does it', async () => {
  const { id } = await offered(street)
  const startsAt = await firstSitting(street, id)
  const booking = answerOf(await street.ask('resident', 'offers.book', { id, startsAt }))
  expect(await runOfferClock(street.system, 10)).toBe(0)
  street.time.now = startsAt - 15 * HOUR
  expect(await runOfferClock(street.system, 10)).toBe(1)
  expect(await runOfferClock(street.system, 10)).toBe(0)
  expect(await newsOf(street, 'resident')).toEqual(['booking_tomorrow'])

  street.time.now = startsAt + HOUR
  const came = { id: booking.id, came: false }
  expect(refusalOf(await street.ask('resident', 'offers.mark', came))).toBe('FORBIDDEN')
  expect(answerOf(await street.ask('volunteer', 'offers.mark', came)).state).toBe('absent')
  expect(answerOf(await street.ask('volunteer', 'offers.mark', { ...came, came: true })).state).toBe('came')
  expect(refusalOf(await street.ask('resident', 'offers.cancel', { id: booking.id }))).toBe(
    'NOT_IN_THIS_STATE',
  )
})

test('an offer is put right: who booked hears of what he has to know, and nobody of a title', async () => {
  const { id, version } = await offered(street)
  const startsAt = await firstSitting(street, id)
  answerOf(await street.ask('resident', 'offers.book', { id, startsAt }))
  const titled = await changed(street, { id, version, title: '免费理发' })
  expect(await newsOf(street, 'resident')).toEqual([])
  expect(refusalOf(await street.ask('captain', 'offers.change', corrected(street, { id, version })))).toBe(
    'VERSION_CONFLICT',
  )
  expect(refusalOf(await street.ask('volunteer', 'offers.change', corrected(street, titled)))).toBe(
    'FORBIDDEN',
  )

  const longer = { place: '党群服务站二楼', weekly: [{ weekday: 3, from: 540, to: 660, capacity: 3 }] }
  await changed(street, { id, version: titled.version, ...longer })
  expect(await newsOf(street, 'resident')).toEqual(['booking_changed'])
  const [first] = (await offerOf(street, id)).sittings
  expect(first).toMatchObject({ startsAt, endsAt: startsAt + 2 * HOUR, capacity: 3, taken: 1 })
})

test('there are never fewer places than people who booked one', async () => {
  const { id, version } = await offered(street)
  const startsAt = await firstSitting(street, id)
  for (const who of ['resident', 'neighbour'] as const)
    answerOf(await street.ask(who, 'offers.book', { id, startsAt }))
  const one = corrected(street, { id, version, weekly: [{ weekday: 3, from: 540, to: 600, capacity: 1 }] })
  expect(refusalOf(await street.ask('captain', 'offers.change', one))).toBe('PLACES_TAKEN')
  expect(refusalOf(await street.ask('captain', 'offers.change', { ...one, note: '椅子不够' }))).toBe(
    'PLACES_TAKEN',
  )
})

test('a time somebody booked is not dropped without a word: with a reason it is called off, and he reads it', async () => {
  const { id, version } = await offered(street)
  const startsAt = await firstSitting(street, id)
  answerOf(await street.ask('resident', 'offers.book', { id, startsAt }))
  const given = answerOf(await street.ask('neighbour', 'offers.book', { id, startsAt: startsAt + 7 * DAY }))
  answerOf(await street.ask('neighbour', 'offers.cancel', { id: given.id }))
  const thursdays = corrected(street, {
    id,
    version,
    weekly: [{ weekday: 4, from: 540, to: 600, capacity: 2 }],
  })
  expect(refusalOf(await street.ask('captain', 'offers.change', thursdays))).toBe('SITTINGS_BOOKED')
  answerOf(await street.ask('captain', 'offers.change', { ...thursdays, note: '师傅周三有事，改周四' }))
  expect(await newsOf(street, 'resident')).toEqual(['booking_off'])
  expect(await newsOf(street, 'neighbour')).toEqual([])
  for (const gone of [startsAt, startsAt + 7 * DAY])
    expect(refusalOf(await street.ask('follower', 'offers.book', { id, startsAt: gone }))).toBe('NOT_FOUND')
  expect((await offerOf(street, id)).sittings[0]).toMatchObject({ startsAt: startsAt + DAY, taken: 0 })
})

test('one time is called off, then the whole of it: who booked hears why, and nobody books any more', async () => {
  const { id, version } = await offered(street)
  const [first, second] = (await offerOf(street, id)).sittings
  const booked = { id, startsAt: first?.startsAt ?? 0 }
  answerOf(await street.ask('resident', 'offers.book', booked))
  answerOf(await street.ask('neighbour', 'offers.book', { id, startsAt: second?.startsAt ?? 0 }))
  answerOf(await street.ask('volunteer', 'offers.callOff', { ...booked, note: '师傅那天有事' }))
  expect(refusalOf(await street.ask('follower', 'offers.book', booked))).toBe('NOT_IN_THIS_STATE')
  expect(await newsOf(street, 'resident')).toEqual(['booking_off'])
  expect(refusalOf(await street.ask('volunteer', 'offers.end', { id, version, note: '不办了' }))).toBe(
    'FORBIDDEN',
  )
  answerOf(await street.ask('captain', 'offers.end', { id, version, note: '师傅回老家了' }))
  expect(await newsOf(street, 'neighbour')).toEqual(['booking_off'])
  const { items } = answerOf(await street.ask('guest', 'offers.list', { gridPath: GRID, show: 'ended' }))
  expect(items).toMatchObject([{ id, ended: true, next: null }])
})

test('half a year later it is forgotten what somebody once booked', async () => {
  const { id } = await offered(street)
  const startsAt = await firstSitting(street, id)
  answerOf(await street.ask('resident', 'offers.book', { id, startsAt }))
  street.time.now = startsAt + 181 * DAY
  await runRetention(street.system, 100)
  expect(await store.db.selectFrom('offer_bookings').selectAll().execute()).toEqual([])
})
