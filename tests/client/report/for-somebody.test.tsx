import { act, render, screen, waitFor } from '@testing-library/react'
import ReportPage from '../../../src/client/pages/report/index'
import { Asking } from '../../../src/client/platform/query-client'
import { useConnection } from '../../../src/client/stores/connection'
import { useDrafts } from '../../../src/client/stores/drafts'
import { li, newPhone, open, press, receipt, sent, serve, told, type } from '../support/phone'

const show = () => render(<ReportPage />, { wrapper: Asking })
const helpedSent = () => sent('concerns.submit').map(({ input }) => input.helped)

beforeEach(() => {
  newPhone(li)
  serve({ 'concerns.submit': () => told(receipt) })
})

const begin = async () => {
  show()
  await press('路灯')
  await press(/^帮别人报/, 'switch')
}

test('a neighbour reports for somebody: whom, his phone, how he agreed', async () => {
  await begin()
  await type('helped-name', '罗阿姨')
  await type('helped-phone', '100 0000 4321')
  await press('电话里', 'radio')
  await press('交给网格员')
  await waitFor(() =>
    expect(helpedSent()).toEqual([{ name: '罗阿姨', phone: '10000004321', consent: 'by_phone' }]),
  )
})

test('without a phone it goes as well; without a name it does not', async () => {
  await begin()
  await press('交给网格员')
  expect(screen.getByText('请填一下')).toBeInTheDocument()
  expect(helpedSent()).toEqual([])
  await type('helped-name', '罗阿姨')
  await press('交给网格员')
  await waitFor(() => expect(helpedSent()).toEqual([{ name: '罗阿姨', phone: null, consent: 'in_person' }]))
})

test('once it has arrived, his name and phone are on this phone no longer', async () => {
  await begin()
  await type('helped-name', '罗阿姨')
  await press('交给网格员')
  await screen.findByText('收到了，4小时内有人联系您')
  expect(JSON.stringify(useDrafts.getState().drafts)).not.toContain('罗阿姨')
})

test('without a network it waits on the phone like any other', async () => {
  act(() => useConnection.setState({ online: false }))
  serve({})
  await begin()
  await type('helped-name', '罗阿姨')
  await press('交给网格员')
  expect(await screen.findByText('没网，先替您存着')).toBeInTheDocument()
  expect(JSON.stringify(useDrafts.getState().drafts)).toContain('罗阿姨')
})

test('who has no confirmed home and no office is not offered it', async () => {
  newPhone({ ...li, realNameLevel: 1 })
  show()
  await press('路灯')
  expect(screen.queryByText('帮别人报')).toBeNull()
})

test('begun on a child’s card it is for the child; turned off it is one’s own', async () => {
  open({ child: 'k1', childName: '小禾' })
  show()
  await press('路灯')
  expect(screen.getByRole('switch', { name: /^替小禾报/ })).toBeInTheDocument()
  expect(screen.queryByRole('switch', { name: /^帮别人报/ })).toBeNull()
  await press('交给网格员')
  await waitFor(() => expect(sent('concerns.submit').map(({ input }) => input.childId)).toEqual(['k1']))
  expect(helpedSent()).toEqual([undefined])
  expect(JSON.stringify(useDrafts.getState().drafts)).not.toContain('小禾')
})
