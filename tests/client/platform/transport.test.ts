import Taro from '@tarojs/taro'
import { post, readEnvelope } from '../../../src/client/platform/transport'

const request = Taro.request as unknown as jest.Mock

test('a call goes to the operation with its proof and its key', async () => {
  request.mockResolvedValueOnce({ data: { ok: true, data: { done: true } } })
  const answer = await post('people.signOut', {}, { key: 'k1', token: 't1' })
  expect(answer).toEqual({ ok: true, data: { done: true } })
  expect(request.mock.calls[0][0]).toMatchObject({
    url: '/rpc/people.signOut',
    method: 'POST',
    header: { Authorization: 'Bearer t1', 'Idempotency-Key': 'k1' },
  })
})

test('a lost network is an answer, not an exception', async () => {
  request.mockRejectedValueOnce({ errMsg: 'request:fail' })
  expect(await post('home.show', {}, {})).toEqual({ ok: false, error: { code: 'OFFLINE' } })
})

test("a proxy's page is not taken for an answer", () => {
  expect(readEnvelope('<html>502</html>')).toEqual({ ok: false, error: { code: 'UNAVAILABLE' } })
})

test('a refusal keeps the fields it names', () => {
  const refused = {
    ok: false,
    error: { code: 'VALIDATION', fields: [{ path: 'title', problem: 'min_length' }] },
  }
  expect(readEnvelope(refused)).toEqual(refused)
})
