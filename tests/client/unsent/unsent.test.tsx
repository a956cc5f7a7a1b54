import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import ConcernPage from '../../../src/client/packages/concern/detail/index'
import MePage from '../../../src/client/pages/me/index'
import { useConnection } from '../../../src/client/stores/connection'
import { useSession } from '../../../src/client/stores/session'
import type { Unsent } from '../../../src/client/stores/unsent'
import { useUnsent } from '../../../src/client/stores/unsent-list'
import { startUnsent, wakeUnsent } from '../../../src/client/stores/unsent-sender'
import { type Replies, sent, serverAnswers, serverIsSlow, show, signedInAs } from '../support/fake-server'
import { aDetail, li } from '../support/making'

const wang = li({ personId: 'p.wang', name: '王女士' })
const matter = aDetail({ title: '33栋后面没有路灯', may: ['endorse'] })

const known: Replies = {
  'concerns.get': () => matter,
  'people.me': () => li(),
  'people.personas': () => 'FORBIDDEN',
}
const endorsements = () => sent.filter(({ operation }) => operation === 'concerns.endorse')
const keys = () => new Set(endorsements().map(({ header }) => header['Idempotency-Key']))

const networkGoes = () => {
  serverAnswers({ ...known, 'concerns.endorse': () => 'OFFLINE' })
  useConnection.setState({ online: false })
}
const networkComes = async (reply: Replies['concerns.endorse'] = () => ({ id: 'c1', endorsements: 1 })) => {
  serverAnswers({ ...known, 'concerns.endorse': reply })
  await act(async () => useConnection.setState({ online: true }))
}

const saysMeToo = async () => {
  networkGoes()
  show(ConcernPage, { id: 'c1' })
  fireEvent.click(await screen.findByRole('button', { name: '我也遇到' }))
  expect(await screen.findByText('我也遇到，33栋后面没有路灯')).toBeInTheDocument()
  expect(screen.getByText('有网了自动交')).toBeInTheDocument()
  expect(Taro.pageScrollTo).toHaveBeenCalledWith(expect.objectContaining({ scrollTop: 0 }))
}

/** The tap leaves the phone and nothing comes back: what lies on the phone then. */
const leavesUnanswered = async (tap: () => void) => {
  serverIsSlow()
  await act(async () => tap())
  const { all } = useUnsent.getState()
  expect(all).toMatchObject([{ operation: 'concerns.endorse', progress: { state: 'tapped' } }])
  return all[0] as Unsent
}

beforeAll(() => startUnsent())
beforeEach(() => {
  useUnsent.getState().remove(useUnsent.getState().all.map(({ id }) => id))
  useConnection.setState({ online: true })
  signedInAs(li())
})

test('said without a network, it is kept, and leaves once under its first key when the network is back', async () => {
  await saysMeToo()
  await networkComes()
  await waitFor(() => expect(useUnsent.getState().all).toEqual([]))
  expect(endorsements()).toHaveLength(2)
  expect(keys().size).toBe(1)
  expect(screen.queryByText('有网了自动交')).not.toBeInTheDocument()
})

test('said twice without a network, it is kept once', async () => {
  await saysMeToo()
  fireEvent.click(screen.getByRole('button', { name: '我也遇到' }))
  await waitFor(() => expect(endorsements()).toHaveLength(2))
  expect(useUnsent.getState().all).toHaveLength(1)
  expect(keys().size).toBe(1)
})

test('it lies on the phone before its first try, unseen while that is under way, and is sent after a kill', async () => {
  serverAnswers(known)
  show(ConcernPage, { id: 'c1' })
  const button = await screen.findByRole('button', { name: '我也遇到' })
  const { id } = await leavesUnanswered(() => fireEvent.click(button))
  expect(screen.queryByText('我也遇到，33栋后面没有路灯')).not.toBeInTheDocument()

  await networkComes()
  await act(async () => startUnsent())
  await waitFor(() => expect(useUnsent.getState().all).toEqual([]))
  expect(keys()).toEqual(new Set([id]))
})

test.each(['ALREADY_CLOSED', 'OWN_CONCERN', 'VERSION_CONFLICT'] as const)(
  'an answer at the first try leaves nothing on the phone: %s',
  async (reply) => {
    serverAnswers({ ...known, 'concerns.endorse': () => reply })
    show(ConcernPage, { id: 'c1' })
    fireEvent.click(await screen.findByRole('button', { name: '我也遇到' }))
    await waitFor(() => expect(endorsements()).toHaveLength(1))
    await waitFor(() => expect(useUnsent.getState().all).toEqual([]))
  },
)

test('a refusal that comes late is told, and stays until it has been read', async () => {
  await saysMeToo()
  await networkComes(() => 'ALREADY_CLOSED')
  expect(await screen.findByText('没送成：这件事已经办完了')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: /知道了/ }))
  expect(useUnsent.getState().all).toEqual([])
})

test('another person on the same phone neither sees it nor sends it', async () => {
  await saysMeToo()
  await act(async () => useSession.setState({ token: 't2', me: wang }))
  await networkComes()
  await act(async () => wakeUnsent())
  expect(endorsements()).toHaveLength(1)
  show(MePage)
  expect(screen.queryByText(/还没送出的/)).not.toBeInTheDocument()
  await act(async () => useSession.setState({ token: 't1', me: li() }))
  await waitFor(() => expect(useUnsent.getState().all).toEqual([]))
  expect(keys().size).toBe(1)
})

test('我的 shows what has not left, and lets it be dropped', async () => {
  await saysMeToo()
  show(MePage)
  expect(await screen.findByText('还没送出的1件')).toBeInTheDocument()
  fireEvent.click(screen.getAllByRole('button', { name: /不交了/ })[0] as HTMLElement)
  await networkComes()
  expect(endorsements()).toHaveLength(1)
})

test.each([
  ['留着，退出', 1],
  ['不要了，退出', 0],
])('who signs out is asked what becomes of it: %s', async (choice, left) => {
  await saysMeToo()
  show(MePage)
  fireEvent.click(await screen.findByRole('button', { name: '退出登录' }))
  fireEvent.click(await screen.findByRole('button', { name: choice }))
  await waitFor(() => expect(useSession.getState().me).toBeUndefined())
  expect(useUnsent.getState().all).toHaveLength(left)
})

test('on the phone lies what sending takes and the title of the matter, nothing more', async () => {
  await saysMeToo()
  const [kept] = useUnsent.getState().all
  expect(Object.keys(kept ?? {}).sort()).toEqual([
    'id',
    'input',
    'keptAt',
    'operation',
    'owner',
    'progress',
    'title',
  ])
  expect(kept?.input).toEqual({ id: 'c1' })
})
