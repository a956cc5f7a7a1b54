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
        strikes: [{ unitId: 'u1', label: '1栋-3', reason: 'not_existing', words: '搬走两年了', counts: true }],
      }),
  })
  show(MotionPage, { id: 'motion.1' })
  expect(await screen.findByText('1栋-3，没有这一位')).toBeInTheDocument()
  expect(screen.getByText('这件事没有票的')).toBeInTheDocument()
})
