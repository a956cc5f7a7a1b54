import { screen, waitFor } from '@testing-library/react'
import { Household } from '../../../src/client/packages/entry/residence/household'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, press, type } from '../support/phone'

type Mine = OutputOf<'households.mine'>['household']

const member = (name: string, more: object = {}) => ({
  id: `m-${name}`,
  name,
  mine: false,
  speaks: false,
  wanted: false,
  ...more,
})

const showWith = async (household: Mine) => {
  signedInAs(li)
  const done = () => ({ done: true })
  serverAnswers({
    'households.mine': () => ({ household }),
    'households.found': done,
    'households.join': done,
    'households.admit': done,
    'households.choose': done,
  })
  show(Household)
  await screen.findByText('一家人')
}

test('a household is written down with its room', async () => {
  await showWith(null)
  await press('登记我这一户')
  await type('household-room', '301')
  const buttons = screen.getAllByRole('button', { name: '登记我这一户' })
  buttons[buttons.length - 1]?.click()
  await waitFor(() => expect(sentTo('households.found')).toEqual([{ room: '301' }]))
})

test('who lives there, who speaks for them, and who asks to belong', async () => {
  await showWith({
    standing: 'member',
    room: '301',
    code: 'KQWERT',
    members: [member('李先生', { mine: true, speaks: true, wanted: true }), member('王女士')],
    children: ['小禾'],
    waiting: [{ id: 'm9', name: '小李' }],
  })
  expect(screen.getByText('李先生（我）')).toBeInTheDocument()
  expect(screen.getByText('代表')).toBeInTheDocument()
  expect(screen.getByText('口令KQWERT，念给同住的人，他就能加入')).toBeInTheDocument()
  await press('选王女士当代表')
  await waitFor(() => expect(sentTo('households.choose')).toEqual([{ id: 'm-王女士' }]))
  await press('是，小李说和您同住')
  await waitFor(() => expect(sentTo('households.admit')).toEqual([{ id: 'm9', admit: true }]))
})

test('a code is six letters', async () => {
  await showWith(null)
  await press('同住的已经登记了')
  await type('household-code', '12')
  const buttons = screen.getAllByRole('button', { name: '同住的已经登记了' })
  buttons[buttons.length - 1]?.click()
  expect(await screen.findByText('口令是六个字母')).toBeInTheDocument()
  expect(sentTo('households.join')).toEqual([])
})
