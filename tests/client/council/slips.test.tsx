import { fireEvent, screen } from '@testing-library/react'
import SlipsPage from '../../../src/client/packages/council/slips/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'
import { press, type } from '../support/phone'

type Slip = OutputOf<'slips.list'>['slips'][number]

const slip = (more: Partial<Slip> = {}): Slip => ({
  id: 'slip.1',
  unitId: 'JX-023',
  label: '23栋',
  channel: 'paper',
  state: 'waiting',
  enteredBy: '曾小云',
  enteredAt: 1,
  decidedBy: null,
  note: '',
  dispute: null,
  mine: false,
  photos: [],
  ...more,
})
const list = (slips: Slip[], isOpen = true): OutputOf<'slips.list'> => ({
  poll: {
    id: 'poll.1',
    title: '划停车位',
    ballots: 'secret',
    slate: null,
    closesAt: Date.now() + 86_400_000,
    isOpen,
    unitKind: 'building',
  },
  missing: [{ unitId: 'JX-044', label: '44栋' }],
  slips,
})

beforeEach(() => signedInAs(li()))

test('the second reader chooses for himself before a slip counts', async () => {
  serverAnswers({ 'slips.list': () => list([slip()]), 'slips.confirm': () => ({ id: 'motion.1' }) })
  show(SlipsPage, { motion: 'motion.1' })
  await screen.findByText('1张等复核')
  expect(screen.getByText('这次不记名')).toBeInTheDocument()
  await press('23栋的票就是这样')
  expect(await screen.findByText('票上怎么写的，选一样')).toBeInTheDocument()
  expect(sentTo('slips.confirm')).toEqual([])
  const [radio] = screen.getAllByRole('radio', { name: '反对' })
  if (radio) fireEvent.click(radio)
  await press('23栋的票就是这样')
  expect(sentTo('slips.confirm')).toMatchObject([{ id: 'slip.1', choice: 'against' }])
})

test('whoever entered a slip is told that another one has to look', async () => {
  serverAnswers({ 'slips.list': () => list([slip({ mine: true })]) })
  show(SlipsPage, { motion: 'motion.1' })
  expect(await screen.findByText('您录的，要另一位来复核。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '23栋的票就是这样' })).toBeNull()
})

test('a household’s slip is found by a part of its label, and speaks of households', async () => {
  const known = list([])
  serverAnswers({
    'slips.list': () => ({
      ...known,
      poll: { ...known.poll, unitKind: 'household' },
      missing: [
        { unitId: 'u1', label: '1栋101' },
        { unitId: 'u2', label: '1栋201' },
      ],
    }),
  })
  show(SlipsPage, { motion: 'motion.1' })
  await screen.findByText('2户还没投')
  await press('交给另一位复核')
  expect(await screen.findByText('名册里没有这一户，或者已经投了')).toBeInTheDocument()
  await type('slip-house', '20')
  await press('1栋201')
  expect(screen.queryByText('名册里没有这一户，或者已经投了')).toBeNull()
  expect(screen.queryByRole('button', { name: '1栋201' })).toBeNull()
})

test('after the close nothing is entered; what was late says so', async () => {
  serverAnswers({ 'slips.list': () => list([slip({ state: 'late' })], false) })
  show(SlipsPage, { motion: 'motion.1' })
  expect(await screen.findByText('23栋，截止前没人复核，不算')).toBeInTheDocument()
  expect(screen.queryByText('录一张')).toBeNull()
})
