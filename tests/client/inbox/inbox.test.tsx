import { fireEvent, screen, waitFor } from '@testing-library/react'
import Inbox from '../../../src/client/pages/inbox/index'
import { useSession } from '../../../src/client/stores/session'
import { inbox, type Message, messageWords } from '../../../src/client/texts/inbox'
import { EVENT_KINDS } from '../../../src/core/concerns/events'
import type { NoticeKind } from '../../../src/core/concerns/notices'
import { sentTo, serverAnswers, serverIsSlow, show, signedInAs } from '../support/fake-server'
import { DAY, li, MORNING } from '../support/making'

const message = (more: Partial<Message> = {}): Message => ({
  id: 'm1',
  kind: 'accept',
  concernId: 'c1',
  motionId: null,
  title: '23栋门牌掉了',
  at: MORNING - DAY,
  readAt: null,
  level: 2,
  ...more,
})

const AT_WORK: NoticeKind[] = [
  'new',
  'to_screen',
  'emergency',
  'escalated',
  'whistled',
  'to_verify',
  'red_list',
]

test.each(['submit', 'held', ...EVENT_KINDS, ...AT_WORK])('a message of kind %s is a sentence', (kind) => {
  const words = messageWords(message({ kind }), MORNING)
  expect(words).toMatch(/^[\u4e00-\u9fff，、]{4,}/)
  expect(words).not.toBe(inbox.unknown)
})

test('a kind this phone does not know yet still leads to the matter', () => {
  expect(messageWords(message({ kind: 'teleported' }), MORNING)).toBe(inbox.unknown)
})

test('who is called somewhere reads until when', () => {
  const called = message({ kind: 'whistled', until: MORNING + DAY })
  expect(messageWords(called, MORNING)).toBe('请您那里到场，明天9:30前')
})

test('while nothing has come, the inbox says it is fetching', () => {
  serverIsSlow()
  show(Inbox)
  expect(screen.getByRole('status', { name: '正在取数据' })).toBeInTheDocument()
})

test.each([
  ['NOT_AUTHENTICATED', '登录'],
  ['OFFLINE', '重试'],
] as const)('a refused inbox offers the next step: %s', async (code, button) => {
  serverAnswers({ 'inbox.list': () => code })
  show(Inbox)
  expect(await screen.findByRole('button', { name: button })).toBeInTheDocument()
})

test('an empty inbox says so', async () => {
  signedInAs(li())
  serverAnswers({ 'inbox.list': () => ({ items: [], cursor: null, unread: 0 }) })
  show(Inbox)
  expect(await screen.findByText(inbox.empty)).toBeInTheDocument()
})

test('opening a message marks it read, and the badge follows the list', async () => {
  signedInAs(li({ unread: 9 }))
  let readAt: number | null = null
  serverAnswers({
    'inbox.list': () => ({ items: [message({ readAt })], cursor: null, unread: readAt === null ? 1 : 0 }),
    'inbox.read': () => {
      readAt = MORNING
      return { done: true }
    },
  })
  show(Inbox)
  fireEvent.click(await screen.findByRole('link', { name: /^没看过，受理了，由网格来办/ }))
  await waitFor(() => expect(useSession.getState().me?.unread).toBe(0))
  expect(sentTo('inbox.read')).toEqual([{ ids: ['m1'] }])
})

test('a message read before is opened without telling the server again', async () => {
  signedInAs(li())
  serverAnswers({ 'inbox.list': () => ({ items: [message({ readAt: MORNING })], cursor: null, unread: 0 }) })
  show(Inbox)
  fireEvent.click(await screen.findByRole('link', { name: /^受理了/ }))
  expect(sentTo('inbox.read')).toEqual([])
})
