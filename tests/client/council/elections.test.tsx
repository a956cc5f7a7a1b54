import { fireEvent, screen } from '@testing-library/react'
import BallotPage from '../../../src/client/packages/council/ballot/index'
import MotionPage from '../../../src/client/packages/council/motion/index'
import ElectionPage from '../../../src/client/packages/elections/election/index'
import ProposeElectionPage from '../../../src/client/packages/elections/propose/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'
import { press, type } from '../support/phone'
import { aBallot, aMotion, NEEDED } from './making'

type Motion = OutputOf<'motions.get'>
type Candidate = NonNullable<Motion['election']>['candidates'][number]

const candidate = (id: string, name: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  name,
  label: `${id}栋`,
  statement: '晚上都在家，谁叫都应。',
  agreed: true,
  mine: false,
  elected: false,
  tied: false,
  ...more,
})
const CANDIDATES = [
  candidate('8', '何女士'),
  candidate('71', '邓先生'),
  candidate('90', '罗先生', { agreed: false }),
]
const electing = (more: Partial<Motion> = {}, seats = 2): Motion =>
  aMotion({
    rule: 'election',
    title: '推选两位看账的楼栋长',
    needed: { ...NEEDED, quorum: 96 },
    election: { office: 'member', seats, candidates: CANDIDATES, draw: null },
    ...more,
  })
const SLATE = {
  office: 'member' as const,
  seats: 2,
  round: 1 as const,
  candidates: ['8', '71', '12'].map((id) => ({ id, name: `${id}号人`, label: `${id}栋` })),
}
const mine = [{ unitId: 'JX-044', label: '44栋', choice: null, receipt: null, at: null }]
const paper = () => electing({ ballot: aBallot({ slate: SLATE, mine, ballots: 'secret' }) })
const ticks = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name: `44栋：${name}` }))

beforeEach(() => signedInAs(li()))

test('a paper takes as many names as there are seats, is said back once, and is sent', async () => {
  serverAnswers({
    'motions.get': paper,
    'ballots.cast': () => ({ at: 1, receipts: [{ unitId: 'JX-044', label: '44栋', receipt: 'K3M9-2Q7F' }] }),
  })
  show(BallotPage, { id: 'motion.1' })
  await screen.findByText('最多选2位')
  ticks('8号人，8栋')
  ticks('71号人，71栋')
  ticks('12号人，12栋')
  expect(screen.getByText('最多选2位，先去掉一位再选')).toBeInTheDocument()
  await press('44栋投“8号人、71号人”')
  await screen.findByRole('button', { name: '投出去' })
  await press('投出去')
  expect(await screen.findByText('K3M9-2Q7F')).toBeInTheDocument()
  expect(sentTo('ballots.cast')).toMatchObject([{ votes: [{ unitId: 'JX-044', choice: ['8', '71'] }] }])
})

test('whoever wants nobody says so, and nothing is chosen beforehand', async () => {
  serverAnswers({ 'motions.get': paper })
  show(BallotPage, { id: 'motion.1' })
  await screen.findByText('最多选2位')
  for (const one of screen.getAllByRole('checkbox')) expect(one).not.toBeChecked()
  ticks('都不选，弃权')
  expect(await screen.findByRole('button', { name: '44栋投“弃权”' })).toBeInTheDocument()
})

test('everybody reads who stands and what he says; whoever was named answers for himself', async () => {
  const named = CANDIDATES.map((one) => (one.id === '90' ? { ...one, mine: true } : one))
  serverAnswers({
    'motions.get': () =>
      electing({
        state: 'announced',
        election: { office: 'member', seats: 2, candidates: named, draw: null },
        standsFor: [{ unitId: 'JX-090', label: '90栋' }],
        may: ['stand', 'step_down', 'nominate'],
      }),
    'motions.stand': () => ({ id: 'motion.1', version: 8 }),
  })
  show(ElectionPage, { id: 'motion.1' })
  expect(await screen.findByText('何女士')).toBeInTheDocument()
  expect(screen.getByText('还没答应')).toBeInTheDocument()
  await press('我愿意，90栋楼栋长参选')
  await type('stand-words', '我做过会计，每一笔都看得懂。')
  await press('说出去')
  expect(sentTo('motions.stand')).toMatchObject([
    { id: 'motion.1', unitId: 'JX-090', statement: '我做过会计，每一笔都看得懂。' },
  ])
})

test('a tie left to the lot: the secretary writes whom it fell on, a witness says that he watched', async () => {
  const tied = CANDIDATES.map((one) => ({ ...one, tied: one.id !== '90' }))
  const election = { office: 'member' as const, seats: 1, candidates: tied, draw: null }
  serverAnswers({
    'motions.get': () => electing({ state: 'lot', election, may: ['draw'] }),
    'motions.draw': () => ({ id: 'motion.1', version: 8 }),
  })
  show(ElectionPage, { id: 'motion.1' })
  await screen.findByText('邓先生')
  await press('记下抽签结果')
  await press('邓先生')
  await type('draw-note', '两张纸条放碗里，门口抽的')
  fireEvent.click((await screen.findAllByRole('button', { name: '记下抽签结果' })).at(-1) as HTMLElement)
  await screen.findByText('邓先生')
  expect(sentTo('motions.draw')).toMatchObject([{ drawn: ['71'], note: '两张纸条放碗里，门口抽的' }])
})

test('a witness who was there says so with one tap', async () => {
  const draw = { by: '周国梁', at: 1, note: '两张纸条放碗里', drawn: ['71'], watchedBy: null }
  const election = { office: 'member' as const, seats: 1, candidates: CANDIDATES, draw }
  serverAnswers({
    'motions.get': () =>
      electing({ state: 'lot', election, may: ['watch'], standsFor: [{ unitId: 'JX-044', label: '44栋' }] }),
    'motions.watch': () => ({ id: 'motion.1', version: 8 }),
  })
  show(ElectionPage, { id: 'motion.1' })
  expect(await screen.findByText('抽中：邓先生')).toBeInTheDocument()
  expect(screen.getByText('还没有人见证，不算数。')).toBeInTheDocument()
  await press('44栋：我看着抽的')
  expect(sentTo('motions.watch')).toMatchObject([{ id: 'motion.1', unitId: 'JX-044' }])
})

test('a result names votes and the elected, and no line of for and against', async () => {
  const tally = {
    units: { all: 191, for: 142, against: 0, abstain: 6 },
    outcome: 'passed' as const,
    needed: 1,
    area: null,
    votes: [
      { candidateId: '8', votes: 81 },
      { candidateId: '71', votes: 39 },
    ],
  }
  const won = CANDIDATES.map((one) => ({ ...one, elected: one.id === '8' }))
  serverAnswers({
    'motions.get': () =>
      electing({
        state: 'in_force',
        election: { office: 'chair', seats: 1, candidates: won, draw: null },
        ballot: aBallot({ state: 'closed', slate: SLATE, tally, fingerprint: 'cd'.repeat(32) }),
      }),
  })
  show(MotionPage, { id: 'motion.1' })
  expect(await screen.findByText('81票')).toBeInTheDocument()
  expect(screen.getByText('当选')).toBeInTheDocument()
  expect(screen.queryByText('赞成够数')).toBeNull()
  expect(screen.getByText(/得票多的当选；得票一样就再投/)).toBeInTheDocument()
})

test('an election is proposed with its office; only a group has more than one seat', async () => {
  serverAnswers({
    'councils.show': () => ({
      council: {
        id: 'council.1',
        name: '楼栋长议事会',
        gridPath: '441302010.001.005',
        units: 191,
        represented: 191,
        chair: '温师傅',
        secretary: '周国梁',
        unitKind: 'building',
        statutes: [],
        rules: [{ rule: 'election', needed: { quorum: 96, forAtQuorum: 1, forAtFull: 1 } }],
        open: 1,
        done: 1,
        toVote: 0,
        mayPropose: true,
        standsFor: [],
        struck: [],
        others: [],
      },
    }),
    'motions.propose': () => ({ id: 'motion.9', version: 1, no: 'YT1' }),
    'motions.get': () => electing(),
  })
  show(ProposeElectionPage)
  expect(await screen.findByText(/191栋：至少96栋参加，得票多的当选/)).toBeInTheDocument()
  expect(screen.queryByRole('radio', { name: '2' })).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '成员' }))
  fireEvent.click(screen.getByRole('radio', { name: '2' }))
  await type('election-text', '钱多了，要有人每个月看一次账。')
  await press('提上去')
  expect(sentTo('motions.propose')).toMatchObject([
    {
      rule: 'election',
      election: { office: 'member', seats: 2 },
      words: { title: '推选议事会成员', costFen: 0 },
    },
  ])
})
