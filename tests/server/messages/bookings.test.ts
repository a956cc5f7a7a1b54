import { sendDueMessages } from '../../../src/server/messages/send'
import { runOfferClock } from '../../../src/server/offers/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, type Who } from '../concerns/small-street'
import { firstSitting, HOUR, offered } from '../offers/making'
import { comesFromWechat, openidOf, type StreetWithWechat, streetWithWechat } from './mail'

describeOnEveryEngine('what is said of a booking in WeChat', (open) => {
  let store: Store
  let street: StreetWithWechat
  let id: string
  let startsAt: number
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await streetWithWechat(store)
    await comesFromWechat(street, 'resident', 'neighbour')
    id = (await offered(street)).id
    startsAt = await firstSitting(street, id)
  })
  afterEach(() => {
    expect(street.surprises).toEqual([])
    return street.server.stop()
  })

  const grant = async (who: Who) => {
    street.wechat.grant(openidOf(who), 'booking')
    const answers = [{ template: 'booking' as const, answer: 'accept' as const }]
    answerOf(await street.ask(who, 'messages.grant', { answers }))
  }
  const evening = async () => {
    street.time.now = startsAt - 15 * HOUR
    await runOfferClock(street.system, 10)
  }
  const sent = async () => {
    await sendDueMessages(street.system, 100)
    return street.wechat.letters.splice(0).map(({ touser, page, data }) => ({ touser, page, data }))
  }

  test('the evening before, whoever asked for it is told in WeChat what he booked and when it begins', async () => {
    await grant('resident')
    for (const who of ['resident', 'neighbour'] as const)
      answerOf(await street.ask(who, 'offers.book', { id, startsAt }))
    await evening()
    street.time.now += HOUR / 2
    const [letter, ...more] = await sent()
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      touser: openidOf('resident'),
      page: `packages/lists/offer/index?id=${id}`,
      data: { thing1: { value: '义务理发' }, phrase2: { value: '快到了' } },
    })
    expect(letter?.data.time3?.value).toMatch(/日 09:00$/)
  })

  test('who cancelled, or was reminded only when it had begun, is not called', async () => {
    await grant('resident')
    await grant('neighbour')
    const booking = answerOf(await street.ask('resident', 'offers.book', { id, startsAt }))
    answerOf(await street.ask('neighbour', 'offers.book', { id, startsAt }))
    await evening()
    answerOf(await street.ask('resident', 'offers.cancel', { id: booking.id }))
    street.time.now += HOUR / 2
    expect((await sent()).map(({ touser }) => touser)).toEqual([openidOf('neighbour')])
    street.time.now = startsAt + HOUR
    expect(await sent()).toEqual([])
  })

  test('two bookings of one day are one line that counts them, and one call', async () => {
    await grant('resident')
    const legal = await offered(street, { title: '法律咨询' })
    answerOf(await street.ask('resident', 'offers.book', { id, startsAt }))
    answerOf(await street.ask('resident', 'offers.book', { id: legal.id, startsAt }))
    await evening()
    street.time.now += HOUR / 2
    expect(await sent()).toHaveLength(1)
    const { items } = answerOf(await street.ask('resident', 'inbox.list', {}))
    const lines = items.filter(({ kind }) => kind === 'booking_tomorrow')
    expect(lines).toMatchObject([{ until: startsAt, more: 1 }])
  })
})
