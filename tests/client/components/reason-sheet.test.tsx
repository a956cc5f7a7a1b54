import { screen, waitFor } from '@testing-library/react'
import { ReasonSheet } from '../../../src/client/components/reason-sheet'
import type { Failure } from '../../../src/client/platform/transport'
import { show } from '../support/fake-server'
import { type } from '../support/phone'
import { tap } from '../support/tap'

type Field = Parameters<typeof ReasonSheet>[0]['field']

function open(field: Partial<Field> = {}, failure?: Failure) {
  const onSend = jest.fn(async () => true)
  const onDone = jest.fn()
  const onClose = jest.fn()
  const command = { sending: false, failure, clear: jest.fn() }
  const props = { id: 'why', title: '划去', act: '就这样', command, onSend, onDone, onClose }
  show(() => <ReasonSheet {...props} field={{ id: 'why-words', label: '为什么', ...field }} />)
  return { onSend, onDone, onClose, command }
}

test('without words nothing is sent; once there are some the question is off the field, and it is done', async () => {
  const { onSend, onDone, onClose } = open()
  await tap('就这样')
  expect(await screen.findByText('再写几个字，至少2个')).toBeInTheDocument()
  expect(onSend).not.toHaveBeenCalled()
  await type('why-words', '卖了')
  expect(screen.queryByText('再写几个字，至少2个')).toBeNull()
  await tap('就这样')
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
  expect(onSend).toHaveBeenCalledWith('卖了')
  expect(onClose).not.toHaveBeenCalled()
})

test('a sheet may ask for its words in its own way', async () => {
  const own = open({ missing: '写两个字以上' })
  await tap('就这样')
  expect(await screen.findByText('写两个字以上')).toBeInTheDocument()
  expect(own.onSend).not.toHaveBeenCalled()
})

test('where words are no must they may be left out', async () => {
  const { onSend } = open({ optional: true })
  await tap('就这样')
  await waitFor(() => expect(onSend).toHaveBeenCalledWith(''))
})

test('what the server says of the words stands beside them and not below once more', async () => {
  open({ error: '写得长了，最多200个字' }, { code: 'VALIDATION' })
  expect(await screen.findByText('写得长了，最多200个字')).toBeInTheDocument()
  expect(screen.getAllByRole('alert')).toHaveLength(1)
})

test('any other refusal stands below the words, with its next step', async () => {
  const { command } = open({}, { code: 'VERSION_CONFLICT' })
  await screen.findByRole('alert')
  const step = screen.getByRole('alert').querySelector('[role=button]')
  expect(step).not.toBeNull()
  ;(step as HTMLElement).click()
  expect(command.clear).toHaveBeenCalledTimes(1)
})
