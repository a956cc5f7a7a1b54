import Taro from '@tarojs/taro'
import { render, screen } from '@testing-library/react'
import FacePage from '../../../src/client/packages/entry/face/index'
import { Asking } from '../../../src/client/platform/query-client'
import { useSession } from '../../../src/client/stores/session'
import { li, newPhone, press, refused, sent, serve, told, type } from '../support/phone'

const show = () => render(<FacePage />, { wrapper: Asking })
beforeEach(() => newPhone(li))

test('another name is taken and shown at once', async () => {
  serve({ 'people.showAs': () => told({ ...li, name: '老李' }) })
  show()
  await type('face-name', '老李')
  await press('就用这个')
  expect(sent('people.showAs').map(({ input }) => input)).toEqual([{ name: '老李', avatarId: null }])
  expect(useSession.getState().me?.name).toBe('老李')
  expect(Taro.switchTab).toHaveBeenCalled()
})

test('the anonymous name is one tap away, for whoever has another', async () => {
  serve({ 'people.showAs': () => told({ ...li, name: '小金口居民·A371', pseudonymous: true }) })
  show()
  await press('恢复匿名名字')
  expect(sent('people.showAs').map(({ input }) => input)).toEqual([{ name: null, avatarId: null }])
})

test('whoever has the anonymous name finds an empty field, and leaves it empty', async () => {
  newPhone({ ...li, name: '小金口居民·A371', pseudonymous: true })
  serve({ 'people.showAs': () => told(li) })
  show()
  expect(screen.queryByRole('button', { name: '恢复匿名名字' })).toBeNull()
  await press('就用这个')
  expect(sent('people.showAs')[0]?.input).toEqual({ name: null, avatarId: null })
})

test.each([
  ['NAME_OF_OFFICE', '别用职务的叫法，换一个。'],
  ['CONTENT_RISKY', '换个说法，事照样办。'],
])('%s is said beside the name', async (code, words) => {
  serve({ 'people.showAs': () => refused(code) })
  show()
  await type('face-name', '大坏人')
  await press('就用这个')
  expect(await screen.findByText(words)).toBeInTheDocument()
})

test('one letter is too short, and nothing is sent', async () => {
  show()
  await type('face-name', '李')
  await press('就用这个')
  expect(await screen.findByText('写2到12个字，用文字和数字')).toBeInTheDocument()
  expect(sent('people.showAs')).toEqual([])
})

test('an office is held under the posted name: it is said, not offered', () => {
  const office = {
    role: 'head' as const,
    gridName: '金兴街网格',
    gridPath: '441302010.001.005',
    buildingId: 'JX-023',
  }
  newPhone({ ...li, offices: [office] })
  show()
  expect(screen.getByText(/公示的名字“李先生”/)).toBeInTheDocument()
  expect(document.getElementById('face-name')).toBeNull()
})

test('a guest is asked to sign in', () => {
  newPhone()
  show()
  expect(screen.getByText('先登录一下')).toBeInTheDocument()
})
