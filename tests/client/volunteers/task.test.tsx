import { screen, within } from '@testing-library/react'
import TaskPage from '../../../src/client/packages/volunteers/task/index'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'
import { press } from '../support/phone'
import { aMine, aShift, aTask } from './making'

beforeEach(() => signedInAs(li()))

const inSheet = async (name: string) => within(await screen.findByRole('dialog', { name }))

test('what to look out for is said before anybody signs up; a tap and a yes are a place', async () => {
  serverAnswers({
    'tasks.get': () => aTask(),
    'signups.join': () => ({ id: 'signup.1', state: 'accepted', place: null }),
  })
  show(TaskPage, { id: 'task.1' })
  expect(await screen.findByText('地面湿滑，穿防滑鞋')).toBeInTheDocument()
  expect(screen.getByText('3/6人')).toBeInTheDocument()
  await press('报名')
  ;(await inSheet('报名')).getByRole('button', { name: '就这样报' }).click()
  await screen.findByText('3/6人')
  expect(sentTo('signups.join')).toEqual([{ shiftId: 'shift.1', trained: false, guest: null }])
})

test('a full stretch offers the queue, and says where in it one stands', async () => {
  const full = aShift({ taken: 6, waiting: 2 })
  serverAnswers({
    'tasks.get': () => aTask({ shifts: [full], mine: [aMine({ state: 'waiting', place: 2 })] }),
  })
  show(TaskPage, { id: 'task.1' })
  expect(await screen.findByText('6/6人，2人候补')).toBeInTheDocument()
  expect(screen.getByText('候补排第2')).toBeInTheDocument()
  expect(screen.queryByText('排候补')).not.toBeInTheDocument()
})

test('who cancels late is told so before he does', async () => {
  serverAnswers({ 'tasks.get': () => aTask({ mine: [aMine({ freeUntil: Date.now() - 1 })] }) })
  show(TaskPage, { id: 'task.1' })
  await screen.findByText('我在')
  await press('我在')
  expect(await screen.findByText(/会记一次“晚退”/)).toBeInTheDocument()
  expect(sentTo('signups.cancel')).toEqual([])
})

test('who said where he stands is told how far that is and how sure it is; whoever did not is in all the same', async () => {
  let near: { metres: number; accuracyM: number | null } | null = { metres: 80, accuracyM: 65 }
  serverAnswers({
    'tasks.get': () => aTask({ mine: [aMine()] }),
    'signups.checkIn': () => ({ id: 'signup.1', near }),
  })
  show(TaskPage, { id: 'task.1' })
  await screen.findByText('我在')
  await press('我在')
  await press('签到')
  expect(screen.getByText('签到了，离集合点约80米（手机说可能差65米）')).toBeInTheDocument()
  near = null
  await press('关上')
  await press('我在')
  await press('签到')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(sentTo('signups.checkIn')[1]).toEqual({ taskId: 'task.1', code: '', at: null })
})

test('a place that fell to him waits for his word', async () => {
  const until = Date.now() + 3_600_000
  serverAnswers({
    'tasks.get': () => aTask({ mine: [aMine({ state: 'offered', until })] }),
    'signups.confirm': () => ({ done: true }),
  })
  show(TaskPage, { id: 'task.1' })
  await screen.findByText('有空位了')
  await press('有空位了')
  await press('我还来')
  expect(sentTo('signups.confirm')).toEqual([{ id: 'signup.1' }])
})
