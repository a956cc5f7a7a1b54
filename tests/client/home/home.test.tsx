import { screen, within } from '@testing-library/react'
import Home from '../../../src/client/pages/home/index'
import { lampsOf } from '../../../src/client/pages/home/lamps'
import { useLook } from '../../../src/client/stores/look'
import { home } from '../../../src/client/texts/home'
import type { OutputOf } from '../../../src/contracts/operations'
import { serverAnswers, serverIsSlow, show, signedInAs } from '../support/fake-server'
import { aRow, li } from '../support/making'

type HomeAnswer = OutputOf<'home.show'>

const answer = (more: Partial<HomeAnswer> = {}): HomeAnswer => ({
  grid: { gridPath: '441302010.001.005', name: '金兴街网格', estateId: 'e.20', estateName: '金兴街20号小区' },
  open: 8,
  overdue: 2,
  closedThisMonth: 15,
  mine: [],
  changed: [],
  ...more,
})

afterEach(() => useLook.setState({ mode: 'normal', step: 0 }))

describe('the lamps', () => {
  test('one for each matter, lit when it is done', () => {
    expect(lampsOf(15, 8)).toEqual({ lit: 15, unlit: 8, each: 1 })
  })

  test('with many matters a house stands for several, and never shines before its time', () => {
    const { lit, unlit, each } = lampsOf(199, 401)
    expect(each).toBeGreaterThan(1)
    expect(lit * each).toBeLessThanOrEqual(199)
    expect(unlit * each).toBeGreaterThanOrEqual(401)
    expect(lit + unlit).toBeLessThanOrEqual(96)
  })

  test.each([
    [0, 0],
    [95, 0],
    [96, 1],
    [0, 5000],
  ])('%i done and %i open fit on three rows', (done, open) => {
    const { lit, unlit } = lampsOf(done, open)
    expect(lit + unlit).toBeLessThanOrEqual(96)
  })
})

test('while nothing has come, the way to larger letters is there already', () => {
  serverIsSlow()
  show(Home)
  expect(screen.getByRole('button', { name: home.elder })).toBeInTheDocument()
})

test('a guest sees the figures of the place, and where to sign in', async () => {
  serverAnswers({ 'home.show': () => answer() })
  show(Home)
  expect(await screen.findByText('还有8件在办，2件超期')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: '本月办好15件，还有8件在办' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: home.mine.signIn })).toBeInTheDocument()
})

test('who is at home is greeted by his name and told what waits for him', async () => {
  signedInAs(li())
  const waiting = {
    ...aRow({ title: '23栋门牌掉了', state: 'resolved' as const }),
    waitsForMe: true,
  }
  serverAnswers({ 'home.show': () => answer({ mine: [waiting] }), 'people.me': () => li() })
  show(Home)
  expect(await screen.findByText('有1件事等您看')).toBeInTheDocument()
  expect(screen.getByText(/^李先生，(早上|中午|下午|晚上)好$/)).toBeInTheDocument()
  expect(screen.getByText('金兴街20号小区 23栋')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: `${home.mine.look}，23栋门牌掉了` })).toBeInTheDocument()
})

test('the four first matters stand one tap away', async () => {
  serverAnswers({ 'home.show': () => answer() })
  show(Home)
  await screen.findByText(home.tiles.title)
  for (const name of ['路灯', '停车', '门牌', '老年活动']) {
    expect(screen.getByRole('button', { name })).toBeInTheDocument()
  }
})

test('what changed nearby is said in words, with when', async () => {
  const changed = [{ ...aRow({ changedAt: Date.now() - 9 * 60_000 }), lastKind: 'escalate' }]
  serverAnswers({ 'home.show': () => answer({ changed }) })
  show(Home)
  expect(await screen.findByText('9分钟前，报到上一级')).toBeInTheDocument()
})

test('without a network home says so and can be tried again', async () => {
  serverAnswers({ 'home.show': () => 'OFFLINE' })
  show(Home)
  expect(await screen.findByRole('button', { name: '重试' })).toBeInTheDocument()
})

test('长辈版 has at most four blocks and one thing to do in each', async () => {
  useLook.setState({ mode: 'elder' })
  signedInAs(li({ unread: 3 }))
  const waiting = { ...aRow({ state: 'resolved' as const }), waitsForMe: true }
  serverAnswers({
    'home.show': () => answer({ mine: [waiting] }),
    'people.me': () => li({ unread: 3 }),
  })
  show(Home)
  await screen.findByText(home.night.elderTitle)
  const main = screen.getByRole('main')
  const switches: string[] = [home.larger, home.normal]
  const deeds = within(main)
    .getAllByRole('button')
    .filter((button) => !switches.includes(button.textContent ?? ''))
  expect(deeds).toHaveLength(4)
  expect(screen.getByRole('button', { name: home.normal })).toBeInTheDocument()
})
