import Taro from '@tarojs/taro'
import { render, screen } from '@testing-library/react'
import { BeforeAfter, FoldedPhotos } from '../../../src/client/components/before-after'
import type { PhotoState } from '../../../src/core/content/photo'
import { press } from '../support/phone'

const photo = (id: string, state: PhotoState, seen = true) => ({
  id,
  state,
  url: seen ? `/photos/${id}` : null,
  width: 4,
  height: 3,
})

test('a picture that waits is a quiet place that says so, and opens nothing', async () => {
  const preview = jest.spyOn(Taro, 'previewImage').mockResolvedValue({ errMsg: 'ok' })
  render(<FoldedPhotos photos={[photo('a', 'pending', false), photo('b', 'pass')]} />)
  expect(screen.getByRole('img', { name: '图片核对中' })).toBeInTheDocument()
  await press('放大第2张照片')
  expect(preview).toHaveBeenCalledWith({ urls: ['/photos/b'], current: '/photos/b' })
})

test('one that is not shown says no more than that', () => {
  render(<BeforeAfter before={[photo('a', 'refused', false)]} after={[]} />)
  expect(screen.getByRole('img', { name: '这张图片没有公开' })).toBeInTheDocument()
})

test.each([
  ['pending', '核对中，过了大家才看得到'],
  ['review', '等网格员看一眼，大家还看不到'],
  ['refused', '没有公开，大家看不到'],
] as const)('its author sees it while it is %s, and that others do not', (state, words) => {
  render(<FoldedPhotos photos={[photo('a', state)]} />)
  expect(screen.getByText(words)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: `放大第1张照片，${words}` })).toBeInTheDocument()
})
