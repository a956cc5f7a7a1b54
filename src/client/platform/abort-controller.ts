/**
 * WeChat's JavaScript has no AbortController, and react-query waits for ever without one.
 * The WeChat build hands this one out under that name (config/index.ts); browsers use their own.
 */
class Signal {
  aborted = false
  reason: unknown
  private listeners = new Set<() => void>()

  addEventListener(_name: 'abort', listener: () => void) {
    this.listeners.add(listener)
  }

  removeEventListener(_name: 'abort', listener: () => void) {
    this.listeners.delete(listener)
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason
  }

  end(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    for (const listener of this.listeners) listener()
    this.listeners.clear()
  }
}

export class AbortController {
  readonly signal = new Signal()

  abort(reason: unknown = new Error('aborted')) {
    this.signal.end(reason)
  }
}
