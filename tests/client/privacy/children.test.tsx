import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import Children from '../../../src/client/packages/privacy/children/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, press, type } from '../support/phone'

type Child = OutputOf<'children.mine'>['children'][number]

const CHILD: Child = {
  id: 'k1',
  name: '小禾',
  born: { year: 2018, month: 5 },
  grown: false,
  code: null,
  matters: 2,
  purposes: [
    { purpose: 'report', state: 'given', at: 1 },
    { purpose: 'household', state: 'withdrawn', at: 1 },
  ],
}
const done = () => ({ done: true })

const showWith = async (children: Child[]) => {
  signedInAs(li)
  serverAnswers({
    'people.me': () => li,
    'children.mine': () => ({ children }),
    'children.register': done,
    'children.say': done,
    'children.remove': done,
    'children.handOver': done,
    'children.takeOver': done,
  })
  show(Children)
  await screen.findByText(/14岁以下的孩子没有自己的号/)
}

test('nothing is agreed to beforehand; name, year and month are sent with what was switched on', async () => {
  await showWith([])
  await screen.findByText('还没有登记孩子')
  await press('登记一个孩子')
  await press('登记')
  expect(screen.getByText('写一下怎么称呼')).toBeInTheDocument()
  expect(sentTo('children.register')).toEqual([])
  await type('child-name', '小禾')
  await type('child-year', '2018')
  await type('child-month', '5')
  await press(/报事时写上他的名字/, 'switch')
  await press('登记')
  const born = { year: 2018, month: 5 }
  await waitFor(() =>
    expect(sentTo('children.register')).toEqual([{ name: '小禾', born, agreed: ['report'] }]),
  )
})

test('a yes is taken back with one tap, and as easily given', async () => {
  await showWith([CHILD])
  await screen.findByText('小禾')
  await press(/报事时写上他的名字/, 'switch')
  await press(/同住的人看得到他/, 'switch')
  await waitFor(() =>
    expect(sentTo('children.say')).toEqual([
      { id: 'k1', purpose: 'report', given: false },
      { id: 'k1', purpose: 'household', given: true },
    ]),
  )
})

test('the guardian reports for him from his card, as long as that was agreed to', async () => {
  await showWith([CHILD])
  await screen.findByText('替他报过2件')
  await press('替小禾报')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/pages/report/index?child=k1&childName=${encodeURIComponent('小禾')}`,
  })
})

test('at fourteen only a code is made for him; the registration is taken back after a second look', async () => {
  await showWith([{ ...CHILD, grown: true }])
  await screen.findByText('满14岁了，让他自己接过去。')
  expect(screen.queryByRole('switch')).toBeNull()
  await press('出一个码给他')
  await waitFor(() => expect(sentTo('children.handOver')).toEqual([{ id: 'k1' }]))
  await press('收回登记，小禾')
  await press('收回登记')
  await waitFor(() => expect(sentTo('children.remove')).toEqual([{ id: 'k1' }]))
})

test('who turned fourteen brings six letters', async () => {
  await showWith([])
  await press('家长给了我一个码')
  await type('take-over-code', 'AB1')
  await press('接过来')
  expect(screen.getByText('六个英文字母')).toBeInTheDocument()
  await type('take-over-code', 'ABCDEF')
  await press('接过来')
  await waitFor(() => expect(sentTo('children.takeOver')).toEqual([{ code: 'ABCDEF' }]))
})
