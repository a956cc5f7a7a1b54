import { render, screen } from '@testing-library/react'
import { plateCodeIn } from '../../../src/client/components/plate-code'
import { PlateFinder } from '../../../src/client/components/plate-finder'
import { Welcome } from '../../../src/client/components/welcome'
import LookPage from '../../../src/client/packages/entry/look/index'
import { Asking } from '../../../src/client/platform/query-client'
import { useLook } from '../../../src/client/stores/look'
import { newPhone, point, press, refused, serve, told, type } from '../support/phone'

const fresh = { mode: 'normal', step: 0, theme: 'system', chosen: false } as const

beforeEach(() => {
  newPhone()
  useLook.setState(fresh)
})

test('first the size of the letters, then the building, and both may be left alone', async () => {
  const { container } = render(<Welcome />, { wrapper: Asking })
  expect(screen.getByText('字要不要大一点？')).toBeInTheDocument()
  await press('大一点', 'radio')
  expect(useLook.getState()).toMatchObject({ mode: 'elder', step: 0, chosen: true })
  expect(screen.getByText('您住哪一栋？')).toBeInTheDocument()
  await press('先随便看看')
  expect(container).toBeEmptyDOMElement()
})

test('somebody who said 先随便看看 is not asked again', async () => {
  useLook.setState({ chosen: true })
  const first = render(<Welcome />, { wrapper: Asking })
  await press('先随便看看')
  first.unmount()
  expect(render(<Welcome />, { wrapper: Asking }).container).toBeEmptyDOMElement()
})

test('a phone already set large has 长辈版 chosen before anybody asks', () => {
  useLook.setState({ mode: 'elder' })
  render(<Welcome />, { wrapper: Asking })
  expect(screen.getByRole('radio', { name: '大一点' })).toHaveAttribute('aria-checked', 'true')
})

test('four sizes and three colours, changed at once', async () => {
  render(<LookPage />, { wrapper: Asking })
  expect(screen.getAllByRole('radio')).toHaveLength(7)
  await press('最大', 'radio')
  expect(useLook.getState()).toMatchObject({ mode: 'elder', step: 2 })
  expect(document.querySelector('.ld-elder.ld-root')).toHaveStyle({ '--ld-k': '1.37' })
  await press('夜里', 'radio')
  expect(document.querySelector('.ld-root')).toHaveAttribute('data-theme', 'dark')
})

const house = { id: 'JX-023', no: 23, label: '23栋', gridPath: '441302010.001.005.01', estateId: 'e1', point }

test.each(['23', ' 023 ', '23栋'])('the number %s on a plate finds building 23', async (typed) => {
  serve({
    'places.estates': () => told({ estates: [{ id: 'e1', name: '小区', gridPath: '4', buildings: 1 }] }),
    'places.estate': () => told({ estateId: 'e1', name: '小区', gridPath: '4', buildings: [house] }),
  })
  const found = jest.fn()
  render(<PlateFinder onFind={found} />, { wrapper: Asking })
  await screen.findByText('写栋号就行，比如23')
  await new Promise((done) => setTimeout(done, 50))
  await type('plate', typed)
  await press('找一找')
  expect(found).toHaveBeenCalledWith(house)
})

test('a plate nobody knows says so beside the number, with another way', async () => {
  serve({ 'places.plate': () => refused('NOT_FOUND') })
  render(<PlateFinder onFind={jest.fn()} />, { wrapper: Asking })
  await type('plate', 'LD999')
  await press('找一找')
  expect(await screen.findByText(/没找到这块牌/)).toBeInTheDocument()
})

test.each([
  ['LD1ABC', 'LD1ABC'],
  ['https://loudong.example/pages/home/index?b=LD1ABC&x=1', 'LD1ABC'],
])('the plate code in %s is %s', (text, code) => {
  expect(plateCodeIn(text)).toBe(code)
})
