import { fireEvent, screen, waitFor } from '@testing-library/react'
import BallotPage from '../../../src/client/packages/council/ballot/index'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'
import { press } from '../support/phone'
import { aBallot, aMotion } from './making'

const mine = (unitId: string, label: string) => ({ unitId, label, choice: null, receipt: null, at: null })
const TWO = [mine('JX-044', '44栋'), mine('JX-045', '45栋')]
const chooses = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))

beforeEach(() => signedInAs(li()))

test('who heads two houses votes for each on one screen, hears it back once, and gets two receipts', async () => {
  serverAnswers({
    'motions.get': () => aMotion({ ballot: aBallot({ mine: TWO }) }),
    'ballots.cast': () => ({
      at: 1,
      receipts: [
        { unitId: 'JX-044', label: '44栋', receipt: 'K3M9-2Q7F' },
        { unitId: 'JX-045', label: '45栋', receipt: '7TWX-0AB1' },
      ],
    }),
  })
  show(BallotPage, { id: 'motion.1' })
  await screen.findByText('您代表44栋、45栋')
  chooses('44栋赞成')
  chooses('45栋反对')
  await press('44栋投“赞成”，45栋投“反对”')
  expect(sentTo('ballots.cast')).toEqual([])
  await screen.findByRole('button', { name: '投出去' })
  await press('投出去')
  expect(await screen.findByText('K3M9-2Q7F')).toBeInTheDocument()
  expect(screen.getByText('7TWX-0AB1')).toBeInTheDocument()
  expect(sentTo('ballots.cast')).toMatchObject([
    {
      pollId: 'poll.1',
      votes: [
        { unitId: 'JX-044', choice: 'for' },
        { unitId: 'JX-045', choice: 'against' },
      ],
      salt: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ])
})

test('a house that was left out is asked for, and nothing is sent', async () => {
  serverAnswers({ 'motions.get': () => aMotion({ ballot: aBallot({ mine: TWO }) }) })
  show(BallotPage, { id: 'motion.1' })
  await screen.findByText('您代表44栋、45栋')
  chooses('44栋弃权')
  await press('44栋投“弃权”')
  expect(await screen.findByText('每一票都选一样')).toBeInTheDocument()
  expect(sentTo('ballots.cast')).toEqual([])
})

test('it tells how many have voted and how many are missing, never how', async () => {
  serverAnswers({ 'motions.get': () => aMotion({ ballot: aBallot({ mine: TWO }) }) })
  show(BallotPage, { id: 'motion.1' })
  expect(await screen.findByText('再有25栋就作数')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: '191盏灯亮了103盏' })).toBeInTheDocument()
})

test.each([
  ['closed', aBallot({ mine: TWO, closesAt: 1 }), '票已经截止了'],
  ['of others', aBallot(), '这次没有您的票'],
])('a poll that is %s offers no ballot', async (_, ballot, title) => {
  serverAnswers({ 'motions.get': () => aMotion({ ballot }) })
  show(BallotPage, { id: 'motion.1' })
  expect(await screen.findByText(title)).toBeInTheDocument()
  expect(screen.queryByRole('radio')).toBeNull()
})

test('a refusal is said in words, and the choice stays', async () => {
  serverAnswers({
    'motions.get': () => aMotion({ ballot: aBallot({ mine: TWO.slice(0, 1) }) }),
    'ballots.cast': () => 'NOT_REPRESENTATIVE',
  })
  show(BallotPage, { id: 'motion.1' })
  await screen.findByText('您代表44栋')
  chooses('44栋赞成')
  await press('44栋投“赞成”')
  await screen.findByRole('button', { name: '投出去' })
  await press('投出去')
  expect(await screen.findByText('这一票现在不由您投')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('radio', { name: '44栋赞成' })).toBeChecked())
})
