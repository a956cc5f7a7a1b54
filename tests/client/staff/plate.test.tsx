import Taro from '@tarojs/taro'
import { waitFor } from '@testing-library/react'
import { PlateSheet } from '../../../src/client/packages/staff/queue/plate-sheet'
import { serverAnswers, show } from '../support/fake-server'
import { type } from '../support/phone'
import { tap } from '../support/tap'

test('a plate read from the queue opens the page of its house', async () => {
  serverAnswers({
    'places.estates': () => ({ estates: [] }),
    'places.plate': () => ({
      id: 'JX-023',
      no: 23,
      label: '23栋',
      gridPath: '441302010.001.005.01',
      estateId: null,
      point: { latE6: 1, lngE6: 1 },
      col: 0,
      row: 0,
      plate: 'ok',
    }),
  })
  show(() => <PlateSheet open onClose={() => undefined} />)
  await type('plate', 'LD2K7')
  await tap('找一找')
  await waitFor(() =>
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/buildings/house/index?id=JX-023' }),
  )
})
