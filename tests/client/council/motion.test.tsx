import { fireEvent, screen } from '@testing-library/react'
import MotionPage from '../../../src/client/packages/council/motion/index'
import { fenOf } from '../../../src/client/packages/council/propose/draft'
import ProposePage from '../../../src/client/packages/council/propose/index'
import { moneyWords, neededWords } from '../../../src/client/texts/council'
import { MOTION_STATES } from '../../../src/core/council/motion'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { DAY, li } from '../support/making'
import { press, type } from '../support/phone'
import { aBallot, aMotion, NEEDED } from './making'

test('what it takes is said in words and exact numbers', () => {
  expect(neededWords({ rule: 'ordinary', kind: 'building', units: 191, needed: NEEDED })).toBe(
    '191栋：至少128栋参加；赞成要过参加楼栋的一半。刚好128栋参加，要65栋赞成；191栋都参加，要96栋',
  )
  const absolute = { quorum: 0, forAtQuorum: 96, forAtFull: 96 }
  expect(neededWords({ rule: 'absolute', kind: 'building', units: 191, needed: absolute })).toBe(
    '191栋：赞成要过全部楼栋的一半，要96栋赞成',
  )
  expect(neededWords({ rule: 'absolute', kind: 'household', units: 191, needed: absolute })).toBe(
    '191户：赞成要过全部户数的一半，要96户赞成',
  )
  expect([0, 468_050, 100].map(moneyWords)).toEqual(['不花钱', '4680.50元', '1元'])
})

test.each(MOTION_STATES)('a motion that is %s has a page a guest can read', async (state) => {
  serverAnswers({ 'motions.get': () => aMotion({ state, ending: state === 'ended' ? 'rejected' : null }) })
  show(MotionPage, { id: 'motion.1' })
  expect(await screen.findByText('30栋到34栋一侧划停车位')).toBeInTheDocument()
  expect(screen.getByText('网格党支部书记周国梁')).toBeInTheDocument()
  expect(screen.queryByText('您能做的')).toBeNull()
})

test('a result is told in exact numbers, with what it took', async () => {
  const tally = {
    units: { all: 191, for: 101, against: 33, abstain: 4 },
    outcome: 'passed' as const,
    needed: 70,
    votes: null,
    area: null,
  }
  const publicity = { from: 1, until: Date.now() + DAY, needed: 39, objections: [] }
  serverAnswers({
    'motions.get': () =>
      aMotion({
        state: 'publicity',
        publicity,
        ballot: aBallot({ state: 'closed', tally, fingerprint: 'cd'.repeat(32) }),
      }),
  })
  show(MotionPage, { id: 'motion.1' })
  expect(await screen.findByText('通过了')).toBeInTheDocument()
  for (const said of ['赞成 101', '反对 33', '弃权 4', '没投 53', '要128栋，有138栋', '要70栋，有101栋'])
    expect(screen.getByText(said)).toBeInTheDocument()
  expect(screen.getByText('0栋提了异议，满39栋重新审议')).toBeInTheDocument()
})

test('where households vote, households are counted; a wall of thousands of lamps is not hung up', async () => {
  const needed = { quorum: 0, forAtQuorum: 3_651, forAtFull: 3_651 }
  serverAnswers({
    'motions.get': () =>
      aMotion({
        unitKind: 'household',
        rule: 'absolute',
        seconds: 0,
        units: 7_300,
        ballot: aBallot({ units: 7_300, takingPart: 5, needed: { ...needed, quorum: 10 } }),
      }),
  })
  show(MotionPage, { id: 'motion.1' })
  expect(await screen.findByText('户投了，共7300户')).toBeInTheDocument()
  expect(screen.getByText('再有5户就作数')).toBeInTheDocument()
  expect(screen.getByText('截止前谁也看不到怎么投的，只看得到几户投了。')).toBeInTheDocument()
  expect(screen.queryByRole('img', { name: /盏灯/ })).toBeNull()
  expect(screen.queryByText(/栋投了|栋就作数/)).toBeNull()
})

test('a house that has not seconded yet does so with one tap; the one that has, is not asked again', async () => {
  signedInAs(li())
  serverAnswers({
    'motions.get': () =>
      aMotion({
        state: 'proposed',
        may: ['second'],
        standsFor: [
          { unitId: 'JX-031', label: '31栋' },
          { unitId: 'JX-032', label: '32栋' },
        ],
      }),
    'motions.second': () => ({ id: 'motion.1', version: 8 }),
  })
  show(MotionPage, { id: 'motion.1' })
  await screen.findByText('32栋附议')
  expect(screen.queryByText('31栋附议')).toBeNull()
  await press('32栋附议')
  expect(sentTo('motions.second')).toEqual([{ id: 'motion.1', unitId: 'JX-032' }])
})

test('the chair opens the vote, and chooses how long and whether it is secret', async () => {
  signedInAs(li())
  serverAnswers({
    'motions.get': () => aMotion({ state: 'debating', may: ['open_poll'] }),
    'motions.open_poll': () => ({ id: 'motion.1', version: 8 }),
  })
  show(MotionPage, { id: 'motion.1' })
  await screen.findByText('开投')
  await press('开投')
  fireEvent.click(await screen.findByRole('radio', { name: '3天' }))
  fireEvent.click(screen.getByRole('radio', { name: '不记名' }))
  const [, send] = screen.getAllByRole('button', { name: '开投' })
  if (send) fireEvent.click(send)
  expect(sentTo('motions.open_poll')).toEqual([
    { id: 'motion.1', version: 7, days: 3, ballots: 'secret', opinion: false },
  ])
})

test.each([
  ['0', 0],
  ['12', 1_200],
  ['12.5', 1_250],
  ['12.05', 1_205],
  ['12.345', undefined],
  ['一百', undefined],
  ['', undefined],
])('%s yuan are %s 分', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})

test('what was typed into a proposal is still there when the app was closed', async () => {
  const council = {
    id: 'council.1',
    name: '楼栋长议事会',
    gridPath: '441302010.001.005',
    units: 191,
    represented: 191,
    chair: null,
    secretary: null,
    unitKind: 'building' as const,
    rules: [{ rule: 'ordinary' as const, needed: NEEDED }],
    statutes: [],
    open: 0,
    done: 0,
    toVote: 0,
    mayPropose: true,
    standsFor: [],
    struck: [],
    others: [{ id: 'council.2', name: '户代表会议' }],
  }
  signedInAs(li())
  serverAnswers({ 'councils.show': () => ({ council }) })
  const first = show(ProposePage)
  await screen.findByText('提上去')
  await type('motion-title', '1栋旁留一条坡道')
  first.unmount()
  show(ProposePage)
  expect(await screen.findByText('上次没写完的还在，接着写。')).toBeInTheDocument()
})
