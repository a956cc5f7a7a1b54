import { fireEvent, screen } from '@testing-library/react'
import MotionPage from '../../../src/client/packages/council/motion/index'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'
import { press, type } from '../support/phone'
import { aMotion } from './making'

const LINES = ['1栋101', '1栋201'].map((label, at) => ({ unitId: `u${at + 1}`, label, represented: true }))

beforeEach(() => signedInAs(li()))

test('a household is struck from the roll by its line in the list, in the words of households', async () => {
  serverAnswers({
    'motions.get': () => aMotion({ unitKind: 'household', state: 'announced', mayStrike: true }),
    'rolls.units': ({ text = '' }) => ({
      items: LINES.filter(({ label }) => label.includes(text)),
      more: false,
    }),
    'rolls.strike': () => ({ id: 'motion.1' }),
  })
  show(MotionPage, { id: 'motion.1' })
  await screen.findByText('从名册里划去')
  await press('从名册里划去')
  await screen.findByText(/您再选同一户就行/)
  expect(screen.getByRole('radio', { name: '没有这一户' })).toBeInTheDocument()
  await type('strike-words', '两户早就并成一户了')
  await press('说出去')
  expect(await screen.findByText('在名册里选一行')).toBeInTheDocument()
  await type('find-line', '20')
  fireEvent.click(await screen.findByRole('button', { name: '1栋201' }))
  expect(screen.queryByRole('button', { name: '1栋101' })).toBeNull()
  await press('说出去')
  expect(sentTo('rolls.strike')).toEqual([
    { motionId: 'motion.1', unitId: 'u2', reason: 'conflict', words: '两户早就并成一户了' },
  ])
})

test('what is struck is told in words that fit its kind', async () => {
  serverAnswers({
    'motions.get': () =>
      aMotion({
        unitKind: 'person',
        strikes: [
          { unitId: 'u1', label: '1栋-3', reason: 'not_existing', words: '搬走两年了', counts: true },
        ],
      }),
  })
  show(MotionPage, { id: 'motion.1' })
  expect(await screen.findByText('1栋-3，没有这一位')).toBeInTheDocument()
  expect(screen.getByText('这件事没有票的')).toBeInTheDocument()
})

const OWN = { unitId: 'u1', label: '1栋101' }
const owned = (unitKind: 'owner' | 'household') =>
  aMotion({ unitKind, state: 'announced', mayEntrust: true, standsFor: [OWN] })

test('an owner entrusts his vote to somebody found by his whole number, or to another of the list', async () => {
  serverAnswers({
    'motions.get': () => owned('owner'),
    'rolls.units': () => ({ items: LINES, more: false }),
    'proxies.give': () => ({ id: 'motion.1' }),
  })
  show(MotionPage, { id: 'motion.1' })
  await screen.findByText('1栋101委托别人投')
  await press('1栋101委托别人投')
  expect(await screen.findByText(/请名册里的另一位，或者您按手机号找到的人替您投/)).toBeInTheDocument()
  await screen.findByRole('button', { name: '1栋201' })
  // His own line is offered to nobody.
  expect(screen.queryByRole('button', { name: '1栋101' })).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '按手机号' }))
  await type('entrust-words', '我在外地，请他替我投')
  await type('holder-phone', '1390000')
  await press('说出去')
  expect(await screen.findByText('选一位')).toBeInTheDocument()
  await type('holder-phone', '13900000009')
  await press('说出去')
  expect(sentTo('proxies.give')).toEqual([
    {
      motionId: 'motion.1',
      unitId: 'u1',
      holder: { way: 'phone', phone: '13900000009' },
      words: '我在外地，请他替我投',
    },
  ])
})

test('a household entrusts its vote to another of the list alone', async () => {
  serverAnswers({
    'motions.get': () => owned('household'),
    'rolls.units': () => ({ items: LINES, more: false }),
    'proxies.give': () => ({ id: 'motion.1' }),
  })
  show(MotionPage, { id: 'motion.1' })
  await screen.findByText('1栋101委托别人投')
  await press('1栋101委托别人投')
  fireEvent.click(await screen.findByRole('button', { name: '1栋201' }))
  expect(screen.queryByRole('radio', { name: '按手机号' })).toBeNull()
  await type('entrust-words', '我出差，请他家替我家投')
  await press('说出去')
  expect(sentTo('proxies.give')).toMatchObject([{ holder: { way: 'line', unitId: 'u2' } }])
})
