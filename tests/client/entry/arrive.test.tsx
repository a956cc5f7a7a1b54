import Taro from '@tarojs/taro'
import { render, screen, waitFor } from '@testing-library/react'
import ArrivePage from '../../../src/client/packages/entry/arrive/index'
import { blank } from '../../../src/client/pages/report/begin'
import { Asking } from '../../../src/client/platform/query-client'
import { forgetArrival } from '../../../src/client/stores/arrival'
import { tileOf } from '../../../src/client/texts/categories'
import { newPhone, open, point, press, refused, sent, serve, told } from '../support/phone'

const house = {
  id: 'JX-023',
  no: 23,
  label: '23栋',
  gridPath: '441302010.001.005.01',
  estateId: 'jinxing-20',
  point,
  col: 1,
  row: 1,
  plate: 'ok',
}
const arriveWith = (scene: string) => {
  open({ scene })
  return render(<ArrivePage />, { wrapper: Asking })
}
const lamp = tileOf('light')

beforeEach(() => {
  newPhone()
  forgetArrival()
  serve({ 'places.plate': () => told(house) })
})

test.each(['b%3DLD23', 'b=LD23'])(
  'a house’s code (%s) opens at the house, and the report begins there',
  async (scene) => {
    arriveWith(scene)
    expect(await screen.findByText('这里是23栋')).toBeInTheDocument()
    expect(sent('places.plate').map(({ input }) => input)).toEqual([{ code: 'LD23' }])
    await press('反映这里的事')
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/report/index' })
    const writing = lamp && blank(lamp, undefined, undefined)
    expect(writing?.where).toMatchObject({ way: 'plate', building: { id: 'JX-023', label: '23栋' } })
    expect(writing?.channel).toBe('plate')
  },
)

test('what is open at the house is one tap away', async () => {
  arriveWith('b=LD23')
  await screen.findByText('这里是23栋')
  await press('看看这栋的事')
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/concerns/index' })
})

test.each(['', 'nonsense', 'b=', '%E0%A4%A'])('%j is no code of ours', async (scene) => {
  arriveWith(scene)
  expect(screen.getByText('这个码认不得')).toBeInTheDocument()
  await press('去首页')
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('a task’s code leads to the task', async () => {
  arriveWith('t=some-task')
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/volunteers/task/index?id=some-task' }),
  )
})

test('a plate nobody knows says so', async () => {
  serve({ 'places.plate': () => refused('NOT_FOUND') })
  arriveWith('b=ELSEWHERE')
  expect(await screen.findByText('这个码认不得')).toBeInTheDocument()
})

test('a matter’s number leads to the matter', async () => {
  serve({ 'concerns.find': () => told({ id: 'c9' }) })
  arriveWith('c=XJ2611230007')
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/concern/detail/index?id=c9' }),
  )
})

test('a matter that is not for this reader is not there', async () => {
  serve({ 'concerns.find': () => refused('NOT_FOUND') })
  arriveWith('c=XJ2611230007')
  expect(await screen.findByText('这一条不在了')).toBeInTheDocument()
})
