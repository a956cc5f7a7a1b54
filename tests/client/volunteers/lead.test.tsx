import { screen } from '@testing-library/react'
import LeadPage from '../../../src/client/packages/volunteers/lead/index'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'
import { press } from '../support/phone'
import { aPerson, aTask } from './making'

beforeEach(() => signedInAs(li()))

const task = () =>
  aTask({ roster: [aPerson(), aPerson({ signUpId: 'signup.8', name: '温师傅', mayConfirm: true })] })
const square = Array.from({ length: 21 }, () => '10'.repeat(10).concat('1'))
const code = () => ({ code: '482917', changesAt: Date.now() + 18_000, now: Date.now(), square })

test('the leader shows six digits in two groups of three, and the seconds they stand', async () => {
  serverAnswers({ 'tasks.get': task, 'tasks.code': code })
  show(LeadPage, { id: 'task.1' })
  expect(await screen.findByText('482 917')).toBeInTheDocument()
  expect(screen.getByText(/1[78]秒后换/)).toBeInTheDocument()
})

test('without a network a tap on the list lies on the phone, with its own time', async () => {
  serverAnswers({ 'tasks.get': task, 'tasks.code': code, 'signups.mark': () => 'OFFLINE' })
  show(LeadPage, { id: 'task.1' })
  await screen.findByText('罗阿姨')
  await press('罗阿姨，到了')
  expect(await screen.findByText('记在手机上了', {}, { timeout: 15_000 })).toBeInTheDocument()
  expect(sentTo('signups.mark')[0]).toMatchObject({
    taskId: 'task.1',
    marks: [{ signUpId: 'signup.9', inAt: expect.any(Number), outAt: null }],
  })
}, 20_000)

test('who cancelled late is listed for the leader, with when it was said', async () => {
  const at = Date.now() - 3_600_000
  const late = [{ shiftId: 'shift.1', name: '黄师傅', at }]
  serverAnswers({ 'tasks.get': () => ({ ...task(), late }), 'tasks.code': code })
  show(LeadPage, { id: 'task.1' })
  expect(await screen.findByText('1人晚退')).toBeInTheDocument()
  expect(screen.getByText(/^黄师傅，.*说的$/)).toBeInTheDocument()
})

test('hours of everybody whom the reader may confirm are confirmed at once, nobody else’s', async () => {
  serverAnswers({ 'tasks.get': task, 'tasks.code': code, 'service.confirm': () => ({ confirmed: 1 }) })
  show(LeadPage, { id: 'task.1' })
  await screen.findByText('确认1人的时长')
  await press('确认1人的时长')
  expect(sentTo('service.confirm')).toEqual([{ taskId: 'task.1', signUpIds: ['signup.8'] }])
})
