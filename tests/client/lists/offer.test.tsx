import { fireEvent, screen, waitFor } from '@testing-library/react'
import OfferPage from '../../../src/client/packages/lists/offer/index'
import WriteOfferPage from '../../../src/client/packages/lists/write-offer/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, serverIsSlow, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'

const NOW = Date.now()
const startsAt = NOW + 86_400_000

const offer = (part: Partial<OutputOf<'offers.get'>> = {}): OutputOf<'offers.get'> => ({
  id: 'o1',
  version: 1,
  title: '义务理发',
  kind: 'haircut',
  who: '陈师傅',
  place: '服务站',
  gridPath: '441302010.001.005',
  gridName: '金兴街网格',
  walkIn: false,
  weekly: [{ weekday: 3, from: 540, to: 600, capacity: 2 }],
  toDay: 40_000,
  ended: false,
  next: null,
  detail: '带一条毛巾',
  fromDay: 1,
  note: '',
  sittings: [{ startsAt, endsAt: startsAt + 3_600_000, capacity: 2, taken: 1, state: 'open', mine: [] }],
  provides: false,
  mayEnd: false,
  ...part,
})

test('a stretch with a free place is booked; a full one says so and is not offered', async () => {
  signedInAs(li())
  serverAnswers({ 'offers.get': () => offer(), 'offers.book': () => ({ id: 'b1' }) })
  show(OfferPage, { id: 'o1' })
  expect(await screen.findByText('还空1个')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^约这一段，/ }))
  fireEvent.click(await screen.findByRole('button', { name: '就约这一段' }))
  await screen.findByText('还空1个')
  expect(sentTo('offers.book')).toEqual([{ id: 'o1', startsAt, forWhom: null }])
})

test('a full stretch is not offered, and who does it gets to the list of the day', async () => {
  signedInAs(li())
  const full = {
    startsAt,
    endsAt: startsAt + 3_600_000,
    capacity: 1,
    taken: 1,
    state: 'open' as const,
    mine: [],
  }
  serverAnswers({ 'offers.get': () => offer({ sittings: [full], provides: true }) })
  show(OfferPage, { id: 'o1' })
  expect(await screen.findByText('约满了')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^约这一段，/ })).toBeNull()
  expect(screen.getByRole('button', { name: /^这天谁来，/ })).toBeTruthy()
})

test('what is there is put right on the page it was written on; a reason is asked for once a booked time is gone', async () => {
  signedInAs(li())
  const there = offer({ mayEnd: true, toDay: Math.floor(NOW / 86_400_000) + 60 })
  let answers = 0
  serverAnswers({
    'offers.get': () => there,
    'offers.change': () => (answers++ === 0 ? 'SITTINGS_BOOKED' : { id: 'o1', version: 2 }),
  })
  show(WriteOfferPage, { grid: there.gridPath, offer: 'o1' })
  fireEvent.click(await screen.findByRole('button', { name: '周四' }))
  fireEvent.click(screen.getByRole('button', { name: '改好了' }))
  fireEvent.input(await screen.findByLabelText('有人约的时间去掉了，为什么'), {
    target: { value: '师傅周三有事' },
  })
  fireEvent.click(screen.getByRole('button', { name: '改好了' }))
  await waitFor(() => expect(sentTo('offers.change')).toHaveLength(2))
  const weekly = [{ weekday: 4, from: 540, to: 600, capacity: 2 }]
  expect(sentTo('offers.change')).toMatchObject([
    { id: 'o1', version: 1, title: '义务理发', weekly, note: null },
    { weekly, note: '师傅周三有事' },
  ])
})

test('while it loads, when it is gone and without a network the page says so', async () => {
  serverIsSlow()
  const { unmount } = show(OfferPage, { id: 'o1' })
  unmount()
  serverAnswers({ 'offers.get': () => 'NOT_FOUND' })
  show(OfferPage, { id: 'o2' })
  expect(await screen.findByText('这一条不在了')).toBeTruthy()
})
