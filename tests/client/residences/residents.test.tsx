import { screen, waitFor } from '@testing-library/react'
import ResidentsPage from '../../../src/client/packages/staff/residents/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, press, type } from '../support/phone'

type Listed = OutputOf<'residences.list'>
type Resident = Listed['items'][number]

const resident = (more: Partial<Resident> = {}): Resident => ({
  id: 'r1',
  name: '覃女士',
  phone: '100****0061',
  kind: 'tenant',
  floating: true,
  buildingId: 'JX-061',
  buildingLabel: '61栋',
  since: Date.UTC(2026, 9, 1),
  until: null,
  renewal: false,
  may: ['confirm', 'refuse'],
  ...more,
})
const listed = (...items: Resident[]): Listed => ({ items, cursor: null, waiting: items.length })

const office = {
  role: 'grid_staff' as const,
  gridPath: '441302010.001.005',
  gridName: '金兴街网格',
  buildingId: null,
}
const staff = { ...li, offices: [office], isStaff: true }

const answers = (found: (input: { show?: string }) => Listed) =>
  serverAnswers({
    'residences.list': found as never,
    'residences.confirm': () => ({ id: 'r1' }),
    'residences.refuse': () => ({ id: 'r1' }),
    'residences.renew': () => ({ id: 'r2' }),
    'residences.report': () => ({ id: 'r3' }),
  })

test('each neighbour with what he says of himself, and of his phone only the ends', async () => {
  signedInAs(staff)
  answers(() => listed(resident()))
  show(ResidentsPage)
  expect(await screen.findByText('61栋，覃女士')).toBeInTheDocument()
  expect(screen.getByText('租户，户口不在本地，说2026年10月1日起住这儿，电话100****0061')).toBeInTheDocument()
  await press('是，住这儿，覃女士')
  await waitFor(() => expect(sentTo('residences.confirm')).toEqual([{ id: 'r1' }]))
})

test('a no is sent with its reason, and not without', async () => {
  signedInAs(staff)
  answers(() => listed(resident()))
  show(ResidentsPage)
  await screen.findByText('61栋，覃女士')
  await press('不是，覃女士')
  await press('不是')
  expect(screen.getByText('写两个字以上')).toBeInTheDocument()
  expect(sentTo('residences.refuse')).toEqual([])
  await type('residence-why', '没见过')
  await press('不是')
  await waitFor(() => expect(sentTo('residences.refuse')).toEqual([{ id: 'r1', reason: '没见过' }]))
})

test('who asks for another year is marked; who lives there can be said to have moved', async () => {
  signedInAs(staff)
  answers(({ show: which }) =>
    which === 'living'
      ? listed(resident({ id: 'r3', name: '何师傅', until: Date.UTC(2027, 0, 5), may: ['report'] }))
      : listed(resident({ id: 'r2', renewal: true, may: ['renew', 'report'] })),
  )
  show(ResidentsPage)
  expect(await screen.findByText('请您再认一年')).toBeInTheDocument()
  await press('还住这儿，覃女士')
  await waitFor(() => expect(sentTo('residences.renew')).toEqual([{ id: 'r2' }]))
  await press('住着的', 'radio')
  expect(await screen.findByText('61栋，何师傅')).toBeInTheDocument()
  expect(screen.getByText('认到1月5日')).toBeInTheDocument()
  await press('搬走了，何师傅')
  await type('residence-why', '退了房')
  await press('搬走了')
  await waitFor(() => expect(sentTo('residences.report')).toEqual([{ id: 'r3', reason: '退了房' }]))
})

test('one house is looked at when one comes from it', async () => {
  signedInAs(staff)
  answers(() => listed())
  show(ResidentsPage, { house: 'JX-061' })
  expect(await screen.findByText('没有等您认的')).toBeInTheDocument()
  expect(sentTo('residences.list')).toEqual([{ show: 'waiting', buildingId: 'JX-061', cursor: null }])
})

test('whose office it is not, is told so and nothing is asked', () => {
  signedInAs(li)
  answers(() => listed())
  show(ResidentsPage)
  expect(screen.getByText('您不用认住户')).toBeInTheDocument()
  expect(sentTo('residences.list')).toEqual([])
})
