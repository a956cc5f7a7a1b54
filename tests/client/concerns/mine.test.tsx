import { screen } from '@testing-library/react'
import MyConcerns from '../../../src/client/packages/concern/mine/index'
import { mine } from '../../../src/client/texts/concerns'
import { serverAnswers, show, signedInAs } from '../support/fake-server'
import { aRow, li } from '../support/making'

test('a guest is asked to sign in', async () => {
  serverAnswers({ 'concerns.mine': () => 'NOT_AUTHENTICATED' })
  show(MyConcerns)
  expect(await screen.findByRole('button', { name: '登录' })).toBeInTheDocument()
})

test('whoever has said nothing yet is offered to', async () => {
  signedInAs(li())
  serverAnswers({ 'concerns.mine': () => ({ items: [], cursor: null }) })
  show(MyConcerns)
  expect(await screen.findByText(mine.empty)).toBeInTheDocument()
})

test('one that waits for my answer is marked, one I only met is told apart', async () => {
  signedInAs(li())
  const items = [
    {
      ...aRow({ id: 'c1', title: '23栋门牌掉了', state: 'resolved' as const }),
      mine: true,
      waitsForMe: true,
    },
    { ...aRow({ id: 'c2', title: '9栋路口车乱停' }), mine: false, waitsForMe: false },
  ]
  serverAnswers({ 'concerns.mine': () => ({ items, cursor: null }) })
  show(MyConcerns)
  expect(await screen.findByRole('button', { name: `${mine.look}，23栋门牌掉了` })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /9栋路口车乱停/ })).toHaveTextContent('您也遇到，在办')
})
