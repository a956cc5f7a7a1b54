import { screen, waitFor } from '@testing-library/react'
import HousePage from '../../../src/client/packages/buildings/house/index'
import ImportingPage from '../../../src/client/packages/buildings/importing/index'
import InspectPage from '../../../src/client/packages/buildings/inspect/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { chooseFile } from '../support/choose-file'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, press } from '../support/phone'

type House = OutputOf<'buildings.get'>

const HOUSE: House = {
  id: 'JX-023',
  no: 23,
  label: '23栋',
  gridPath: '441302010.001.005.01',
  estateId: 'jinxing-20',
  point: { latE6: 23_170_000, lngE6: 114_420_000 },
  col: 2,
  row: 2,
  plate: 'ok',
  address: '金兴街20号小区23栋',
  gridName: '1片区',
  status: 'in_use',
  head: { name: '温师傅', acting: false, appointmentId: null },
  standing: 'verified',
  open: 2,
  mine: null,
  full: null,
  bodies: [],
  may: [],
}

test('a guest who scans a plate sees which house it is, who its head is, and nothing of its card', async () => {
  serverAnswers({ 'places.plate': () => HOUSE, 'buildings.get': () => HOUSE })
  show(HousePage, { scene: encodeURIComponent('b=LD2K7') })
  expect(await screen.findByText('楼栋长温师傅')).toBeInTheDocument()
  expect(screen.getByText('2件事没办完')).toBeInTheDocument()
  expect(screen.getByText('报一件事')).toBeInTheDocument()
  expect(screen.queryByText('楼栋卡')).toBeNull()
  expect(sentTo('places.plate')).toEqual([{ code: 'LD2K7' }])
})

test('who lives in a house goes from its page to the body of its households', async () => {
  signedInAs(li)
  serverAnswers({
    'buildings.get': () => ({ ...HOUSE, bodies: [{ id: 'council.house.23', name: '23栋户代表会' }] }),
  })
  show(HousePage, { id: 'JX-023' })
  expect(await screen.findByText('这一栋自己的会')).toBeInTheDocument()
  expect(screen.getByText('23栋户代表会')).toBeInTheDocument()
})

test('somebody without a home says that he lives here, and is told who confirms it', async () => {
  signedInAs({ ...li, home: null })
  serverAnswers({
    'buildings.get': () => ({ ...HOUSE, may: ['claim'] }),
    'people.me': () => ({ ...li, home: null }),
    'residences.claim': () => ({ id: 'r1' }),
  })
  show(HousePage, { id: 'JX-023' })
  await screen.findByText('我住这里')
  await press('我住这里')
  expect(await screen.findByText('楼栋长或者网格员认一下您，就算数。')).toBeInTheDocument()
})

test('a round with an item left out is not sent', async () => {
  signedInAs(li)
  serverAnswers({ 'inspections.record': () => ({ id: 'i', hazards: 1 }) })
  show(InspectPage, { id: 'JX-023' })
  await press('记下这一遍')
  await waitFor(() => expect(screen.getByText('还差一项：灭火器在，没过期')).toBeInTheDocument())
  expect(sentTo('inspections.record')).toEqual([])
})

test('who may not import is offered no file to choose, only what he may take out', async () => {
  const office = {
    role: 'grid_staff' as const,
    gridPath: '441302010.001.005',
    gridName: '金兴街网格',
    buildingId: null,
  }
  signedInAs({ ...li, offices: [office] })
  serverAnswers({})
  show(ImportingPage)
  expect(await screen.findByText('楼栋表')).toBeInTheDocument()
  expect(screen.queryByText('选一份表')).toBeNull()
})

test('a street’s file is looked at, and every bad row and column is named in words', async () => {
  const office = {
    role: 'community_staff' as const,
    gridPath: '441302010.001',
    gridName: '社区',
    buildingId: null,
  }
  signedInAs({ ...li, offices: [office] })
  serverAnswers({
    'register.preview': () => ({
      summary: [],
      problems: [{ sheet: '楼栋', row: 12, column: '地上层数', problem: 'not_a_number' }],
      more: 0,
    }),
  })
  show(ImportingPage)
  await chooseFile([new File(['a'], '楼栋.csv')])
  expect(await screen.findByText('楼栋 第12行 地上层数：要写数字')).toBeInTheDocument()
  expect(screen.getByText('有1处要改')).toBeInTheDocument()
  expect(screen.queryByText('全部写进去')).toBeNull()
})
