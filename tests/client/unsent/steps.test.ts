import { isUnsent, stepUnsent, type Unsent, type UnsentEvent } from '../../../src/client/stores/unsent'

const AT = 1_000_000

const endorsed = (progress: Unsent['progress'] = { state: 'sending', rests: 1 }): Unsent => ({
  id: 'k1',
  owner: 'p.li',
  operation: 'concerns.endorse',
  input: { id: 'c1' },
  title: '路灯不亮',
  keptAt: AT,
  progress,
})
const answer = (code?: string): UnsentEvent => ({
  kind: 'answer',
  at: AT,
  answer: code ? { ok: false, error: { code: code as 'OFFLINE' } } : { ok: true, data: {} },
})

test.each([undefined, 'DUPLICATE_COMMAND'])('once the server has it nothing is left: %s', (code) => {
  expect(stepUnsent(endorsed(), answer(code))).toBeUndefined()
})

test.each(['OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL', 'NOT_AUTHENTICATED'])(
  '%s tells nothing about it: it waits, longer each time',
  (code) => {
    const once = stepUnsent(endorsed(), answer(code))
    expect(once?.progress).toMatchObject({ state: 'waiting', rests: 2 })
    const later = once?.progress.state === 'waiting' ? once.progress.retryAt : 0
    expect(later).toBeGreaterThan(AT)
  },
)

test.each(['ALREADY_CLOSED', 'VERSION_CONFLICT', 'OWN_CONCERN'])('%s stays to be read', (code) => {
  const refused = stepUnsent(endorsed(), answer(code))
  expect(refused?.progress).toEqual({ state: 'refused', code })
  expect(refused && stepUnsent(refused, { kind: 'wake', at: AT })).toEqual(refused)
})

test('a server that fails over it again and again is believed at last', () => {
  expect(stepUnsent(endorsed({ state: 'sending', rests: 8 }), answer('INTERNAL'))?.progress.state).toBe(
    'refused',
  )
})

test('what was on its way when the app was killed is tried again under the same key', () => {
  const woken = stepUnsent(endorsed(), { kind: 'wake', at: AT })
  expect(woken).toMatchObject({ id: 'k1', progress: { state: 'waiting', retryAt: AT } })
})

test('an answer to the first tries leaves nothing behind, a lost one leaves it waiting', () => {
  const tapped = endorsed({ state: 'tapped' })
  expect(stepUnsent(tapped, { kind: 'tried', lost: false, at: AT })).toBeUndefined()
  expect(stepUnsent(tapped, { kind: 'tried', lost: true, at: AT })?.progress).toMatchObject({
    state: 'waiting',
    rests: 1,
  })
})

test('tapped again and lost again, it waits as long as before', () => {
  const waiting = endorsed({ state: 'waiting', rests: 3, retryAt: AT + 9_000 })
  expect(stepUnsent(waiting, { kind: 'tried', lost: true, at: AT })).toEqual(waiting)
})

test.each([
  ['another command', { ...endorsed(), operation: 'concerns.submit' }],
  ['no owner', { ...endorsed(), owner: undefined }],
  ['no input', { ...endorsed(), input: 'c1' }],
])('what an older version left behind is dropped: %s', (_, found) => {
  expect(isUnsent(found)).toBe(false)
  expect(isUnsent(endorsed())).toBe(true)
})
