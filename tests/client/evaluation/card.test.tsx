import { screen, waitFor, within } from '@testing-library/react'
import ScoreCardPage from '../../../src/client/packages/evaluation/card/index'
import ScoresPage from '../../../src/client/packages/evaluation/mine/index'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, press as tap, type } from '../support/phone'
import { aCard, DAY, NOW, press } from './making'

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW))
afterEach(() => jest.restoreAllMocks())

const open = async (more = {}) => {
  signedInAs(li)
  serverAnswers({
    'scores.get': () => aCard(more),
    'scores.appeal': () => ({ id: 's1', version: 3 }),
    'scores.answer': () => ({ id: 's1', version: 3 }),
    'scores.plan': () => ({ id: 's1', version: 3 }),
  })
  show(ScoreCardPage, { id: 's1' })
  await screen.findByText('每一项怎么算的')
}

test('a card says its score, how much of the weight is applicable, and until when he may look at it', async () => {
  await open()
  expect(screen.getByText('23栋，温师傅，2026年10月')).toBeInTheDocument()
  expect(screen.getByText('89.3分')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: '4颗星' })).toBeInTheDocument()
  expect(screen.getByText('满分100，这个月用得上的有47分')).toBeInTheDocument()
  expect(screen.getByText('本人核对：还剩2天')).toBeInTheDocument()
})

test('each component is a bar with its words; what is not applicable has no bar', async () => {
  await open()
  expect(screen.getByRole('img', { name: '每周巡查，做到3，应做4' })).toBeInTheDocument()
  expect(screen.getByText('不适用，分摊到别的项')).toBeInTheDocument()
  expect(screen.queryByRole('img', { name: /^开会到场/ })).toBeNull()
})

test('the events behind a line are a tap away, and one of them is objected to by its name', async () => {
  await open()
  await press('每周巡查，依据2件')
  const sheet = await screen.findByRole('dialog', { name: '每周巡查：依据' })
  expect(within(sheet).getByText(/^这一周没有巡查记录，/)).toBeInTheDocument()
  expect(within(sheet).getByText('算没做到')).toBeInTheDocument()
  await press(/^这一件不对，这一周没有巡查记录/)
  await press('这一件不对')
  expect(sentTo('scores.appeal')).toEqual([])
  await type('appeal-words', '那周巡了，忘了记')
  await press('这一件不对')
  await waitFor(() =>
    expect(sentTo('scores.appeal')).toEqual([
      { id: 's1', version: 2, component: 'patrols', eventId: 'week:2026-10-05', words: '那周巡了，忘了记' },
    ]),
  )
})

test('after the preview nothing can be objected to', async () => {
  await open({ may: [], state: 'confirmed', previewUntil: null })
  await press('每周巡查，依据2件')
  await screen.findByRole('dialog')
  expect(screen.queryByText('这一件不对')).toBeNull()
})

const appeal = {
  id: 'ap1',
  component: 'patrols' as const,
  eventId: 'week:2026-10-05',
  words: '那周巡了',
  at: NOW - DAY,
  dueAt: NOW + 4 * DAY,
  answer: null,
}

test('who answers says what becomes of the event, and why', async () => {
  await open({ appeals: [appeal], may: ['answer'] })
  expect(screen.getByText('等答复，还剩4天')).toBeInTheDocument()
  await press('答复，每周巡查')
  await tap('算做到了', 'radio')
  await type('answer-note', '看了照片')
  await press('答复')
  await waitFor(() =>
    expect(sentTo('scores.answer')).toEqual([
      { id: 's1', version: 2, appealId: 'ap1', as: 'granted', note: '看了照片' },
    ]),
  )
})

test('an answered appeal tells what was decided, and the editions are listed', async () => {
  const answered = { ...appeal, answer: { as: 'granted' as const, note: '看了照片', at: NOW } }
  const editions = [
    { edition: 1, score: 893, stars: 4 as const, computedAt: NOW },
    { edition: 2, score: 957, stars: 5 as const, computedAt: NOW },
  ]
  await open({ appeals: [answered], edition: 2, editions, may: [] })
  expect(screen.getByText('算做到了，看了照片')).toBeInTheDocument()
  expect(screen.getByText('第1版：89.3分')).toBeInTheDocument()
  expect(screen.getByText('第2版：95.7分')).toBeInTheDocument()
})

test('too little to judge by is said, and no stars are shown', async () => {
  await open({ score: null, stars: null, applicable: 30 })
  expect(screen.getByText('数据不足，不评')).toBeInTheDocument()
  expect(screen.queryByRole('img', { name: /颗星$/ })).toBeNull()
})

test('two months of one star: the plan is written down', async () => {
  await open({
    state: 'published',
    previewUntil: null,
    talk: { plan: null },
    may: ['plan'],
    stars: 1,
    score: 400,
  })
  await type('score-plan', '结对帮三个月')
  await press('写下改进办法')
  await waitFor(() => expect(sentTo('scores.plan')).toHaveLength(1))
})

test('somebody else’s card is not there', async () => {
  signedInAs(li)
  serverAnswers({ 'scores.get': () => 'NOT_FOUND' })
  show(ScoreCardPage, { id: 's1' })
  expect(await screen.findByText('这一条不在了')).toBeInTheDocument()
})

test('without a network that is said', async () => {
  signedInAs(li)
  serverAnswers({ 'scores.get': () => 'OFFLINE' })
  show(ScoreCardPage, { id: 's1' })
  expect(await screen.findByText('没网了', undefined, { timeout: 8_000 })).toBeInTheDocument()
})

test('a resident finds the survey and the lists, a head his own cards, the community its work', async () => {
  signedInAs(li)
  serverAnswers({})
  const { unmount } = show(ScoresPage)
  expect(screen.getByText('本网格的楼栋长')).toBeInTheDocument()
  expect(screen.queryByText('我的考评')).toBeNull()
  unmount()
  const office = {
    role: 'community_staff' as const,
    gridPath: '441302010.001',
    gridName: '小金口社区',
    buildingId: null,
  }
  signedInAs({ ...li, offices: [office] })
  const { text: _, ...placed } = aCard()
  serverAnswers({ 'scores.mine': () => ({ items: [placed] }) })
  show(ScoresPage)
  expect(await screen.findByText('23栋，2026年10月：89.3分')).toBeInTheDocument()
  expect(screen.getByText('楼栋长考评：确认、公布')).toBeInTheDocument()
  expect(screen.queryByText('网格考评：确认、公布')).toBeNull()
})

test('a guest signs in first', () => {
  serverAnswers({})
  show(ScoresPage)
  expect(screen.getByText('先登录一下')).toBeInTheDocument()
})
