import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import HousePage from '../../../src/client/packages/buildings/house/index'
import ResidencePage from '../../../src/client/packages/entry/residence/index'
import { usePreferred } from '../../../src/client/stores/my-building'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, serverIsSlow, show, signedInAs } from '../support/fake-server'
import { li, point, press } from '../support/phone'

type Home = NonNullable<OutputOf<'residences.mine'>['home']>

const DAY = 86_400_000
const home = (more: Partial<Home> = {}): Home => ({
  id: 'r1',
  buildingId: 'JX-023',
  buildingLabel: '23栋',
  kind: 'tenant',
  floating: true,
  since: Date.UTC(2016, 10, 1),
  state: 'confirmed',
  counts: true,
  until: Date.UTC(2027, 4, 1),
  renewal: false,
  endedAt: null,
  ending: null,
  reason: '',
  may: ['move_out'],
  ...more,
})
const refusedOnce = home({
  id: 'r0',
  buildingLabel: '60栋',
  state: 'ended',
  counts: false,
  endedAt: Date.UTC(2026, 9, 1),
  ending: 'refused',
  reason: '门牌看错了',
  may: [],
})

const answers = (mine: OutputOf<'residences.mine'>) =>
  serverAnswers({
    'people.me': () => li,
    'residences.mine': () => mine,
    'residences.move_out': () => ({ id: 'r1' }),
  })

test('where I live, until when it counts, and where I was not believed, with the reason', async () => {
  signedInAs(li)
  answers({ home: home(), before: [refusedOnce] })
  show(ResidencePage)
  expect(await screen.findByText('23栋')).toBeInTheDocument()
  expect(screen.getByText('认过了，到2027年5月1日')).toBeInTheDocument()
  expect(screen.getByText('没有认，2026年10月1日，门牌看错了')).toBeInTheDocument()
  expect(screen.queryByText('还住这儿，请人再认一年')).toBeNull()
})

test('a move-out is asked once more, with what it changes, before it is sent', async () => {
  signedInAs(li)
  answers({ home: home(), before: [] })
  show(ResidencePage)
  await screen.findByText('23栋')
  await press('我搬走了')
  expect(screen.getByText('以后的投票就没有您了，以前投过的还算数。')).toBeInTheDocument()
  expect(sentTo('residences.move_out')).toEqual([])
  const buttons = screen.getAllByRole('button', { name: '我搬走了' })
  buttons[buttons.length - 1]?.click()
  await waitFor(() => expect(sentTo('residences.move_out')).toEqual([{ id: 'r1' }]))
})

test('in the last days one tap asks for another year; once asked, the button is gone', async () => {
  signedInAs(li)
  const last = home({ may: ['ask_renewal', 'move_out'], until: Date.now() + 10 * DAY })
  let renewal = false
  serverAnswers({
    'people.me': () => li,
    'residences.mine': () => ({ home: { ...last, renewal }, before: [] }),
    'residences.ask_renewal': () => {
      renewal = true
      return { id: 'r1' }
    },
  })
  show(ResidencePage)
  await screen.findByText('23栋')
  await press('还住这儿，请人再认一年')
  expect(await screen.findByText('请人再认一次，等着')).toBeInTheDocument()
  expect(sentTo('residences.ask_renewal')).toEqual([{ id: 'r1' }])
  expect(screen.queryByText('还住这儿，请人再认一年')).toBeNull()
})

test('who has no home yet is offered the house he named on this phone', async () => {
  signedInAs({ ...li, home: null })
  usePreferred.setState({
    building: { id: 'JX-061', label: '61栋', point, estateId: null, gridPath: '441302010.001.005.01' },
  })
  answers({ home: null, before: [] })
  show(ResidencePage)
  expect(await screen.findByText('还没登记住哪一栋')).toBeInTheDocument()
  await press('登记住61栋')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/buildings/house/index?id=JX-061' })
  usePreferred.setState({ building: undefined })
})

test('a guest is asked to sign in; while the network is slow the page says it is loading', () => {
  const { unmount } = show(ResidencePage)
  expect(screen.getByText('先登录一下')).toBeInTheDocument()
  unmount()
  signedInAs(li)
  serverIsSlow()
  show(ResidencePage)
  expect(screen.queryByText('23栋')).toBeNull()
})

test('without a network the page says so and offers to try again', async () => {
  signedInAs(li)
  serverAnswers({ 'residences.mine': () => 'OFFLINE', 'people.me': () => 'OFFLINE' })
  show(ResidencePage)
  expect(await screen.findByText('没网了')).toBeInTheDocument()
})

test('who moves is told that the old home ends, and says so with the new one', async () => {
  signedInAs(li)
  serverAnswers({
    'people.me': () => li,
    'buildings.get': () => house,
    'residences.claim': () => ({ id: 'r2' }),
  })
  show(HousePage, { id: 'JX-031' })
  await screen.findByText('我搬到这里了')
  await press('我搬到这里了')
  expect(screen.getByText('您现在登记住23栋。登记了这里，23栋就结束了。')).toBeInTheDocument()
  await press('半年', 'radio')
  const buttons = screen.getAllByRole('button', { name: '我搬到这里了' })
  buttons[buttons.length - 1]?.click()
  await waitFor(() =>
    expect(sentTo('residences.claim')).toEqual([
      expect.objectContaining({ buildingId: 'JX-031', kind: 'tenant', floating: true, moving: true }),
    ]),
  )
  const [{ since } = { since: 0 }] = sentTo('residences.claim') as { since: number }[]
  expect(Math.round((Date.now() - since) / DAY)).toBe(180)
})

const house: OutputOf<'buildings.get'> = {
  id: 'JX-031',
  no: 31,
  label: '31栋',
  gridPath: '441302010.001.005.01',
  estateId: 'jinxing-20',
  point,
  col: 2,
  row: 2,
  plate: 'ok',
  address: '金兴街20号小区31栋',
  gridName: '1片区',
  status: 'in_use',
  head: null,
  standing: 'verified',
  open: 0,
  mine: null,
  full: null,
  bodies: [],
  may: ['claim'],
}
