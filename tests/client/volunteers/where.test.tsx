import { screen } from '@testing-library/react'
import TaskPage from '../../../src/client/packages/volunteers/task/index'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'
import { press } from '../support/phone'
import { aMine, aTask } from './making'

/** 惠州, as a satellite tells it; the meeting point is the same corner on a Chinese map. */
const CORNER = { latitude: 23.17, longitude: 114.42 }
const MEETING = { latE6: 23_167_522, lngE6: 114_424_967 }

type Locator = Pick<Geolocation, 'getCurrentPosition'>

const phoneHas = (geolocation: Locator | undefined) =>
  Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true })

const tells = (accuracy: number) => jest.fn((hear) => hear({ coords: { ...CORNER, accuracy } }))
const failsWith = (code: number) => jest.fn((_, fail) => fail({ code }))

beforeEach(() => signedInAs(li()))
afterEach(() => phoneHas(undefined))

async function comes() {
  serverAnswers({
    'tasks.get': () => aTask({ point: MEETING, mine: [aMine()] }),
    'signups.checkIn': () => ({ id: 'signup.1', near: null }),
  })
  show(TaskPage, { id: 'task.1' })
  await screen.findByText('我在')
  await press('我在')
}

test('the phone is asked on a tap only; how sure it is stands there before anything is sent', async () => {
  const getCurrentPosition = tells(34.2)
  phoneHas({ getCurrentPosition })
  await comes()
  expect(getCurrentPosition).not.toHaveBeenCalled()
  await press('让手机说到没到附近')
  expect(screen.getByText('手机说您离集合点约0米，误差约35米，签到时一起说。')).toBeInTheDocument()
  expect(sentTo('signups.checkIn')).toEqual([])
  await press('签到')
  expect(sentTo('signups.checkIn')).toEqual([
    { taskId: 'task.1', code: '', at: { ...MEETING, accuracyM: 35 } },
  ])
})

test.each([
  ['its holder forbids it', { getCurrentPosition: failsWith(1) }, '手机没让我们看位置。没关系，照样签到。'],
  ['there is no signal', { getCurrentPosition: failsWith(2) }, '这台手机说不出在哪儿。没关系，照样签到。'],
  ['it takes too long', { getCurrentPosition: failsWith(3) }, '手机一时没找到位置。没关系，照样签到。'],
  [
    'it knows no more than the province',
    { getCurrentPosition: tells(200_000) },
    '这台手机说不出在哪儿。没关系，照样签到。',
  ],
  ['it is too old to know', undefined, '这台手机说不出在哪儿。没关系，照样签到。'],
])('where %s, it is said calmly, and he is in without a place', async (_, geolocation, sentence) => {
  phoneHas(geolocation)
  await comes()
  await press('让手机说到没到附近')
  expect(screen.getByText(sentence)).toBeInTheDocument()
  await press('签到')
  expect(sentTo('signups.checkIn')).toEqual([{ taskId: 'task.1', code: '', at: null }])
})

test('whoever does not wait for his phone is in all the same', async () => {
  phoneHas({ getCurrentPosition: jest.fn() })
  await comes()
  await press('让手机说到没到附近')
  await press('签到')
  expect(sentTo('signups.checkIn')).toEqual([{ taskId: 'task.1', code: '', at: null }])
})

test('a task without a meeting point on the map asks no phone', async () => {
  serverAnswers({ 'tasks.get': () => aTask({ mine: [aMine()] }) })
  show(TaskPage, { id: 'task.1' })
  await screen.findByText('我在')
  await press('我在')
  expect(screen.queryByText('让手机说到没到附近')).not.toBeInTheDocument()
})
