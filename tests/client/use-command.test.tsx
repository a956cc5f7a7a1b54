import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { Asking } from '../../src/client/platform/query-client'
import { useConnection } from '../../src/client/stores/connection'
import { useCommand } from '../../src/client/use-command'

const request = Taro.request as unknown as jest.Mock
const keys = () => request.mock.calls.map(([sent]) => sent.header['Idempotency-Key'])
const done = { data: { ok: true, data: { id: 'c1', endorsements: 4 } } }

beforeEach(() => {
  request.mockReset()
  useConnection.setState({ online: true })
})
afterEach(() => jest.restoreAllMocks())

const endorse = () => renderHook(() => useCommand('concerns.endorse'), { wrapper: Asking }).result

test('after a lost network the same deed keeps its key, so it is carried out once', async () => {
  const command = endorse()
  useConnection.setState({ online: false })
  request.mockRejectedValueOnce({ errMsg: 'request:fail' }).mockResolvedValueOnce(done)
  await act(async () => {
    await command.current.send({ id: 'c1' })
  })
  expect(command.current.failure).toEqual({ code: 'OFFLINE' })
  await act(async () => {
    await command.current.send({ id: 'c1' })
  })
  expect(command.current.failure).toBeUndefined()
  expect(new Set(keys()).size).toBe(1)
})

test('an answer that is lost on the way is asked for again by itself, twice at most, under the same key', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0)
  const command = endorse()
  request.mockRejectedValue({ errMsg: 'request:fail timeout' })
  await act(async () => {
    await command.current.send({ id: 'c1' })
  })
  expect(request).toHaveBeenCalledTimes(3)
  expect(new Set(keys()).size).toBe(1)
  expect(command.current.failure).toEqual({ code: 'OFFLINE' })
})

test('a sign-in is tried once: its code is good for one try', async () => {
  const { result } = renderHook(() => useCommand('people.signInWechat'), { wrapper: Asking })
  request.mockRejectedValue({ errMsg: 'request:fail timeout' })
  await act(async () => {
    await result.current.send({ code: 'code' })
  })
  expect(request).toHaveBeenCalledTimes(1)
})

test('another deed, or the same one after it was answered, has a key of its own', async () => {
  const command = endorse()
  request.mockResolvedValue(done)
  for (const id of ['c1', 'c1', 'c2']) {
    await act(async () => {
      await command.current.send({ id })
    })
  }
  expect(new Set(keys()).size).toBe(3)
})

test('a double tap is sent once', async () => {
  const command = endorse()
  request.mockResolvedValue(done)
  await act(async () => {
    await Promise.all([command.current.send({ id: 'c1' }), command.current.send({ id: 'c1' })])
  })
  expect(request).toHaveBeenCalledTimes(1)
})

test('a refusal comes back as a value with its fields', async () => {
  const command = endorse()
  request.mockResolvedValueOnce({ data: { ok: false, error: { code: 'OWN_CONCERN', requestId: 'r1' } } })
  await act(async () => {
    await command.current.send({ id: 'c1' })
  })
  expect(command.current.failure).toEqual({ code: 'OWN_CONCERN', requestId: 'r1' })
  expect(command.current.sending).toBe(false)
})
