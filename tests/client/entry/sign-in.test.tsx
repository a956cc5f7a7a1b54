import Taro from '@tarojs/taro'
import { render, screen, waitFor, within } from '@testing-library/react'
import SignIn from '../../../src/client/packages/entry/sign-in/index'
import { personaGroups } from '../../../src/client/packages/entry/sign-in/persona-groups'
import { Asking } from '../../../src/client/platform/query-client'
import { useSession } from '../../../src/client/stores/session'
import { PERSONAS } from '../../../src/server/seeds/personas'
import { li, newPhone, open, press, refused, serve, told } from '../support/phone'

const show = () => render(<SignIn />, { wrapper: Asking })
const persona = (id: string, name: string, what: string) => ({ id, name, what })

beforeEach(() => newPhone())

test('in development everybody to try the system as is listed, and one tap signs in', async () => {
  serve({
    'people.personas': () => told({ personas: [persona('resident.li', '李先生', '23栋租户')] }),
    'people.signInAs': () => told({ token: 'fresh', expiresAt: 1, me: li }),
  })
  show()
  await screen.findByText('居民')
  await press('李先生，23栋租户')
  await waitFor(() => expect(useSession.getState()).toMatchObject({ token: 'fresh', me: { name: '李先生' } }))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('the reason for asking is said', async () => {
  serve({ 'people.personas': () => told({ personas: [] }) })
  open({ why: 'report' })
  show()
  expect(screen.getByText('登录后接着交，刚才写的都在。')).toBeInTheDocument()
})

test('a browser outside development says plainly that it cannot, and what to do', async () => {
  serve({ 'people.personas': () => refused('FORBIDDEN') })
  show()
  expect(await screen.findByText('这里登录不了')).toBeInTheDocument()
  expect(screen.getByText(/打开微信/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '先随便看看' })).toBeInTheDocument()
})

test('a lost network is told from a refusal', async () => {
  newPhone()
  const { container } = show()
  await waitFor(() => expect(within(container).queryByText('这里登录不了')).toBeNull())
})

test('every demo identity stands in one of the four groups', () => {
  const groups = personaGroups(PERSONAS)
  expect(groups.map(({ name }) => name)).toEqual(['residents', 'heads', 'volunteers', 'staff'])
  expect(groups.flatMap(({ personas }) => personas)).toHaveLength(PERSONAS.length)
  expect(groups[1]?.personas.map(({ name }) => name)).toEqual(['温师傅', '曾大姐', '廖师傅'])
})
