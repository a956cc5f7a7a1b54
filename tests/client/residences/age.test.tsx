import { screen, waitFor } from '@testing-library/react'
import ResidencePage from '../../../src/client/packages/entry/residence/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, press, type } from '../support/phone'

type Mine = OutputOf<'guardians.mine'>

const showWith = async (mine: Partial<Mine>) => {
  signedInAs(li)
  serverAnswers({
    'people.me': () => li,
    'residences.mine': () => ({ home: null, before: [] }),
    'guardians.mine': () => ({ born: null, standing: 'unknown', guardian: null, wards: [], ...mine }),
    'people.leaveBirth': () => ({ done: true }),
    'guardians.ask': () => ({ done: true }),
    'guardians.answer': () => ({ done: true }),
  })
  show(ResidencePage)
  await screen.findByText('年龄和家长')
}

test('why it is asked stands first; only year and month are sent', async () => {
  await showWith({})
  await press('写一下哪年哪月生的')
  await type('birth-year', '2010')
  await press('记下')
  expect(screen.getByText('写四位的年，1到12的月')).toBeInTheDocument()
  await type('birth-month', '5')
  await press('记下')
  await waitFor(() => expect(sentTo('people.leaveBirth')).toEqual([{ year: 2010, month: 5 }]))
})

test('at sixteen one reads what has to wait, and asks a parent', async () => {
  await showWith({ born: { year: 2010, month: 5 }, standing: 'minor' })
  expect(screen.getByText('满18岁才能投票、当楼栋长；参加志愿活动要家长同意')).toBeInTheDocument()
  await press('请家长同意')
  await type('guardian-phone', '10000004321')
  const buttons = screen.getAllByRole('button', { name: '请家长同意' })
  buttons[buttons.length - 1]?.click()
  await waitFor(() => expect(sentTo('guardians.ask')).toEqual([{ phone: '10000004321' }]))
})

test('a parent agrees, or takes it back', async () => {
  await showWith({
    wards: [
      { id: 'g1', name: '小周', agreedAt: null },
      { id: 'g2', name: '小李', agreedAt: 1 },
    ],
  })
  await press('同意，小周')
  await press('收回同意，小李')
  await waitFor(() =>
    expect(sentTo('guardians.answer')).toEqual([
      { id: 'g1', agree: true },
      { id: 'g2', agree: false },
    ]),
  )
})
