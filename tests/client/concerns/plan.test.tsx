import { fireEvent, screen, within } from '@testing-library/react'
import { busiestFirst } from '../../../src/client/packages/concern/plan/busiest-first'
import EstatePlanPage from '../../../src/client/packages/concern/plan/index'
import { useListFilter } from '../../../src/client/stores/list-filter'
import type { OutputOf } from '../../../src/contracts/operations'
import { serverAnswers, show } from '../support/fake-server'

type Building = OutputOf<'places.estate'>['buildings'][number]

const house = (no: number, open: number): Building => ({
  id: `b.${no}`,
  no,
  label: `${no}栋`,
  gridPath: '441302010.001.005',
  estateId: 'e.20',
  point: { latE6: 23_100_000, lngE6: 114_400_000 },
  col: 0,
  row: no,
  plate: 'ok',
  open,
})

const estate = (buildings: Building[]): OutputOf<'places.estate'> => ({
  estateId: 'e.20',
  name: '金兴街20号小区',
  gridPath: '441302010.001.005',
  buildings,
})

test('the buildings with most open matters come first, a quiet one is left out', () => {
  const order = busiestFirst([house(1, 0), house(2, 1), house(3, 4), house(4, 1)])
  expect(order.map(({ no }) => no)).toEqual([3, 2, 4])
})

test('a house on the plan leads to the list of that building', async () => {
  serverAnswers({ 'places.estate': () => estate([house(9, 2), house(12, 0)]) })
  show(EstatePlanPage, { estateId: 'e.20' })
  fireEvent.click(await screen.findByRole('button', { name: '9栋，2件没办完' }))
  expect(useListFilter.getState().building).toEqual({ id: 'b.9', label: '9栋' })
})

test('the plan is also a list in words', async () => {
  serverAnswers({ 'places.estate': () => estate([house(9, 2), house(12, 0)]) })
  show(EstatePlanPage, { estateId: 'e.20' })
  fireEvent.click(await screen.findByRole('radio', { name: '看清单' }))
  const row = await screen.findByRole('button', { name: '9栋，2件没办完' })
  expect(within(row).getByText('9栋')).toBeInTheDocument()
  expect(screen.queryByText('12栋')).toBeNull()
})

test('without an estate there is a way on to the list', async () => {
  serverAnswers({ 'places.estates': () => ({ estates: [] }) })
  show(EstatePlanPage)
  expect(await screen.findByText('这里还没有平面图')).toBeInTheDocument()
})
