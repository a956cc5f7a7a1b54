import { screen, waitFor } from '@testing-library/react'
import DepartmentsPage from '../../../src/client/packages/street/departments/index'
import ServicesPage from '../../../src/client/packages/street/services/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, type } from '../support/phone'
import { tap } from '../support/tap'

const GRID = '441302010.201.001'
const SHOWN: OutputOf<'services.show'> = {
  gridName: '兴隆东街网格',
  stations: [
    {
      id: 's.xinglong',
      name: '兴隆东街网格党群服务站',
      address: '小铁村兴隆东街',
      phone: '100-2810002',
      hours: { workdays: [[510, 720]], weekends: [], holidays: [] },
      openNow: true,
      activities: [],
    },
  ],
  branches: [],
  mayEdit: false,
}

test('whoever comes by reads that the door is open, and when it is not', async () => {
  serverAnswers({ 'services.show': () => SHOWN })
  show(ServicesPage, { grid: GRID })
  expect(await screen.findByText('开着门')).toBeInTheDocument()
  expect(screen.getByText('工作日8:30-12:00，周末不开，节假日不开')).toBeInTheDocument()
  expect(screen.getByText('还没有功能型党支部')).toBeInTheDocument()
  expect(screen.queryByText('登记服务站')).toBeNull()
})

test('hours that make no sense are not sent', async () => {
  signedInAs(li)
  serverAnswers({
    'services.show': () => ({ ...SHOWN, mayEdit: true }),
    'services.saveStation': () => ({ id: 's' }),
  })
  show(ServicesPage, { grid: GRID })
  await tap('改兴隆东街网格党群服务站')
  await type('station-weekends', '早上')
  await tap('就这样')
  expect(await screen.findByText('写成8:30-12:00这样')).toBeInTheDocument()
  expect(sentTo('services.saveStation')).toEqual([])
  await type('station-weekends', '9:00-11:30')
  await tap('就这样')
  await waitFor(() =>
    expect(sentTo('services.saveStation')).toMatchObject([
      {
        id: 's.xinglong',
        gridPath: GRID,
        hours: { workdays: [[510, 720]], weekends: [[540, 690]], holidays: [] },
      },
    ]),
  )
})

test('the directory is read by level; only the street changes it', async () => {
  serverAnswers({
    'places.departments': () => ({
      departments: [
        { id: 'water', name: '自来水公司', level: 'street', kind: 'other', phone: null, duties: '' },
        { id: 'court', name: '人民法庭', level: 'district', kind: 'court', phone: null, duties: '调解' },
      ],
    }),
  })
  show(DepartmentsPage)
  expect(await screen.findByText('自来水公司')).toBeInTheDocument()
  expect(screen.queryByText('人民法庭')).toBeNull()
  await tap('区', 'radio')
  expect(await screen.findByText('人民法庭')).toBeInTheDocument()
  expect(screen.queryByText('登记部门')).toBeNull()
})
