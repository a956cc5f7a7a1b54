import { AbortController } from '../../../src/client/platform/abort-controller'

test('whoever listens is told once, with the reason', () => {
  const controller = new AbortController()
  const heard = jest.fn()
  controller.signal.addEventListener('abort', heard)
  controller.abort('enough')
  controller.abort('again')
  expect(heard).toHaveBeenCalledTimes(1)
  expect(controller.signal.aborted).toBe(true)
  expect(() => controller.signal.throwIfAborted()).toThrow('enough')
})

test('whoever stopped listening is left alone', () => {
  const controller = new AbortController()
  const heard = jest.fn()
  controller.signal.addEventListener('abort', heard)
  controller.signal.removeEventListener('abort', heard)
  controller.abort()
  expect(heard).not.toHaveBeenCalled()
})
