import { screen, waitFor } from '@testing-library/react'
import ScoreBoardPage from '../../../src/client/packages/evaluation/board/index'
import ScoreListPage from '../../../src/client/packages/evaluation/list/index'
import RewardsPage from '../../../src/client/packages/evaluation/rewards/index'
import SurveyPage from '../../../src/client/packages/evaluation/survey/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { type Replies, sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, type } from '../support/phone'
import { DAY, NOW, press } from './making'

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW))
afterEach(() => jest.restoreAllMocks())

const office = (role: 'community_staff' | 'secretary' | 'street_admin', gridPath: string) => ({
  ...li,
  offices: [{ role, gridPath, gridName: '金兴街网格', buildingId: null }],
})

type List = OutputOf<'scores.list'>
const item = (no: number, stars: 1 | 2 | 3 | 4 | 5 | null) => ({
  id: `s${no}`,
  subjectId: `JX-0${no}`,
  label: `${no}栋`,
  name: `楼栋长${no}`,
  score: stars === null ? null : stars * 180,
  stars,
})
const heads: List = {
  period: '2026-10',
  periods: ['2026-10', '2026-09'],
  groups: [{ band: null, n: 3, items: [item(23, 5), item(44, 4), item(45, null)] }],
}

test('published heads stand under their grades, each with how many', async () => {
  signedInAs(li)
  serverAnswers({ 'scores.list': () => heads })
  show(ScoreListPage, { kind: 'head', grid: '441302010.001.005' })
  expect(await screen.findByText('5颗星，1个')).toBeInTheDocument()
  expect(screen.getByText('23栋，楼栋长23')).toBeInTheDocument()
  expect(screen.getByText('一共3个')).toBeInTheDocument()
  expect(screen.getByText('不评，1个')).toBeInTheDocument()
  await press('2026年9月')
  await waitFor(() =>
    expect(sentTo('scores.list')).toContainEqual({
      kind: 'head',
      gridPath: '441302010.001.005',
      period: '2026-09',
    }),
  )
})

test('grids are compared within their size', async () => {
  signedInAs(li)
  const groups: List['groups'] = [
    { band: 'small', n: 1, items: [{ ...item(1, 4), label: '第1网格', name: null }] },
    { band: 'middle', n: 1, items: [{ ...item(2, 5), label: '金兴街网格', name: null }] },
  ]
  serverAnswers({ 'scores.list': () => ({ ...heads, groups }) })
  show(ScoreListPage, { kind: 'grid' })
  expect(await screen.findByText('1000人以内的网格')).toBeInTheDocument()
  expect(screen.getByText('1001到2500人的网格')).toBeInTheDocument()
})

test('nothing published yet is said', async () => {
  signedInAs(li)
  serverAnswers({ 'scores.list': () => ({ period: null, periods: [], groups: [] }) })
  show(ScoreListPage, { kind: 'grid' })
  expect(await screen.findByText('还没有公布过')).toBeInTheDocument()
})

const board: OutputOf<'scores.board'> = {
  period: '2026-10',
  periods: ['2026-10'],
  missing: false,
  states: { computed: 0, preview: 190, confirmed: 3, published: 0 },
  ready: 180,
  appeals: [{ lifeId: 's45', label: '45栋', name: '曾大姐', dueAt: NOW + 3 * DAY }],
  talks: [{ lifeId: 's9', label: '9栋', name: '黎师傅' }],
  adjustments: [
    {
      id: 'ad1',
      version: 1,
      label: '30栋',
      name: '莫师傅',
      reason: 'saved_from_accident',
      evidence: '群里有照片',
      mine: false,
    },
    {
      id: 'ad2',
      version: 1,
      label: '31栋',
      name: '韦师傅',
      reason: 'misreported',
      evidence: '记录对不上',
      mine: true,
    },
  ],
  may: ['confirm', 'adjust'],
}

test('the community confirms what is ready, and is told how many it took', async () => {
  signedInAs(office('community_staff', '441302010.001'))
  serverAnswers({
    'scores.board': () => board,
    'scores.confirm': () => ({ done: 179, left: 1 }),
    'scores.decideAdjustment': () => ({ done: true }),
  })
  show(ScoreBoardPage, { kind: 'head' })
  expect(await screen.findByText('核对期满、没有申诉的180张')).toBeInTheDocument()
  expect(screen.getByText('45栋，曾大姐')).toBeInTheDocument()
  expect(screen.getByText('9栋，黎师傅')).toBeInTheDocument()
  await press('确认这些')
  expect(await screen.findByText('办了179张，还有1张现在不能办')).toBeInTheDocument()
  expect(sentTo('scores.confirm')).toEqual([{ kind: 'head', gridPath: '441302010.001', period: '2026-10' }])
  await press('同意，30栋')
  await waitFor(() =>
    expect(sentTo('scores.decideAdjustment')).toEqual([{ id: 'ad1', version: 1, approve: true }]),
  )
  // Nobody decides what he proposed himself.
  expect(screen.queryByRole('button', { name: '同意，31栋' })).toBeNull()
})

test('points are not sent without reason and evidence', async () => {
  signedInAs(office('community_staff', '441302010.001'))
  serverAnswers({ 'scores.board': () => board, 'scores.adjust': () => ({ id: 'ad3' }) })
  show(ScoreBoardPage, { kind: 'head' })
  await screen.findByText('核对期满、没有申诉的180张')
  await press('提加减分')
  await type('adjust-house', 'jx-023')
  await press('交给另一人定')
  expect(screen.getByText('先选为什么、写依据')).toBeInTheDocument()
  expect(sentTo('scores.adjust')).toEqual([])
  await press('牵头办成共治项目，加2分')
  await type('adjust-evidence', '路灯项目验收单')
  await press('交给另一人定')
  await waitFor(() =>
    expect(sentTo('scores.adjust')).toEqual([
      { buildingId: 'JX-023', period: '2026-10', reason: 'leads_project', evidence: '路灯项目验收单' },
    ]),
  )
})

test('whose office confirms nothing is told so', () => {
  signedInAs(li)
  serverAnswers({})
  show(ScoreBoardPage, { kind: 'head' })
  expect(screen.getByText('这件事不归您办')).toBeInTheDocument()
})

type Batch = OutputOf<'rewards.list'>['items'][number]
const batch = (more: Partial<Batch> = {}): Batch => ({
  id: 'rw1',
  version: 2,
  gridName: '金兴街网格',
  period: '2026-09',
  title: '9月楼栋长考核奖励',
  unit: 'fen',
  state: 'posted',
  total: 40_050,
  items: [{ lifeId: 's23', name: '温师傅', label: '23栋', amount: 40_050 }],
  proposedBy: '周国梁',
  approvedBy: '钟慧敏',
  publicUntil: NOW + 4 * DAY,
  objections: [],
  note: '',
  may: ['object'],
  ...more,
})
const batches = (more: Partial<Batch> = {}): Replies => ({
  'rewards.list': () => ({ items: [batch(more)], cursor: null }),
  'rewards.object': () => ({ id: 'rw1', version: 3 }),
  'rewards.decide': () => ({ id: 'rw1', version: 3 }),
  'rewards.propose': () => ({ id: 'rw2', version: 1 }),
  'scores.list': () => heads,
})

test('a reward in publicity shows whom, how much, who proposed and approved, and takes a neighbour’s word', async () => {
  signedInAs(li)
  serverAnswers(batches())
  show(RewardsPage)
  expect(await screen.findByText('1人，共400.50元')).toBeInTheDocument()
  expect(screen.getByText('周国梁提出，钟慧敏审批')).toBeInTheDocument()
  expect(screen.getByText('公示还剩4天')).toBeInTheDocument()
  await press('提意见，9月楼栋长考核奖励')
  await type('reward-words', '他没来过几次')
  await press('提意见')
  await waitFor(() =>
    expect(sentTo('rewards.object')).toEqual([{ id: 'rw1', version: 2, words: '他没来过几次' }]),
  )
})

test('declining takes a reason', async () => {
  signedInAs(office('street_admin', '441302010'))
  serverAnswers(batches({ state: 'proposed', publicUntil: null, approvedBy: null, may: ['decide'] }))
  show(RewardsPage)
  await screen.findByText('等审批')
  await press('审批，9月楼栋长考核奖励')
  await press('不同意')
  expect(sentTo('rewards.decide')).toEqual([])
  await type('reward-words', '金额不对')
  await press('不同意')
  await waitFor(() =>
    expect(sentTo('rewards.decide')).toEqual([{ id: 'rw1', version: 2, approve: false, reason: '金额不对' }]),
  )
})

test('the secretary proposes by grade', async () => {
  signedInAs(office('secretary', '441302010.001.005'))
  serverAnswers(batches())
  show(RewardsPage)
  await screen.findByText('1人，共400.50元')
  await press('提出奖励')
  expect(await screen.findByText('2026年10月：五颗星1人，四颗星1人')).toBeInTheDocument()
  await type('reward-four', '100')
  // The sheet lies in the page, above its foot: its button is the first of that name.
  await press('提出奖励')
  await waitFor(() =>
    expect(sentTo('rewards.propose')).toMatchObject([
      {
        gridPath: '441302010.001.005',
        period: '2026-10',
        unit: 'fen',
        items: [
          { lifeId: 's23', amount: 20_000 },
          { lifeId: 's44', amount: 10_000 },
        ],
      },
    ]),
  )
})

const house = { buildingId: 'JX-023', label: '23栋', head: '温师傅' }

test('a neighbour answers all three questions, once', async () => {
  signedInAs(li)
  let answered = false
  serverAnswers({
    'appraisals.show': () => ({ quarter: '2026-Q4', house, may: !answered, answered }),
    'appraisals.answer': () => {
      answered = true
      return { done: true }
    },
  })
  show(SurveyPage)
  expect(await screen.findByText('23栋楼栋长温师傅，这一季您觉得怎么样？')).toBeInTheDocument()
  await press('交上去')
  expect(await screen.findByText('三个都选一下')).toBeInTheDocument()
  for (const at of [0, 1, 2]) await press('很好', at)
  await press('交上去')
  expect(await screen.findByText('这一季您评过了')).toBeInTheDocument()
  expect(sentTo('appraisals.answer')).toEqual([{ buildingId: 'JX-023', marks: [5, 5, 5] }])
})

test('whose home nobody has confirmed is told why he cannot', async () => {
  signedInAs(li)
  serverAnswers({
    'appraisals.show': () => ({ quarter: '2026-Q4', house: null, may: false, answered: false }),
  })
  show(SurveyPage)
  expect(await screen.findByText('还不能评')).toBeInTheDocument()
})
