import { openFixture } from './on-host'
import type { Phone } from './phone'

// DevTools have a browser's names in their own way.
const host = process.env.WEAPP_WS ? describe.skip : describe

/** Of a browser, or of an engine newer than some phones. */
const ABSENT =
  `window document self top parent frames location history navigator screen localStorage sessionStorage
  indexedDB XMLHttpRequest fetch Request Response Headers WebSocket EventSource Worker SharedWorker MessageChannel
  BroadcastChannel requestAnimationFrame cancelAnimationFrame requestIdleCallback queueMicrotask structuredClone
  addEventListener dispatchEvent postMessage alert getComputedStyle matchMedia MutationObserver Image Audio Blob File
  FileReader FormData URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget
  DOMParser crypto performance atob btoa caches Intl BigInt WeakRef`.split(/\s+/)

/** Of WeChat and of the language. */
const PRESENT =
  `wx getApp getCurrentPages console setTimeout clearInterval globalThis Promise Proxy Map WeakMap Symbol
  Uint8Array ArrayBuffer JSON Math Date RegExp Function`.split(/\s+/)

host('the names a mini-program finds', () => {
  let phone: Phone

  beforeAll(async () => {
    phone = await openFixture()
  })
  afterAll(() => phone?.close())

  const run = (code: string): Promise<unknown> =>
    phone.program.evaluate(`function () { return ${code} }` as never)

  test('a browser’s are not among them, by name or through globalThis', async () => {
    expect(await run(`[${ABSENT.map((name) => `typeof ${name}`)}].join()`)).toBe(
      ABSENT.map(() => 'undefined').join(),
    )
    expect(
      await run(`${JSON.stringify(ABSENT)}.filter(function (name) { return name in globalThis })`),
    ).toEqual([])
  })

  test('WeChat’s and the language’s are', async () => {
    expect(await run(`[${PRESENT.map((name) => `typeof ${name} === 'undefined'`)}].indexOf(true)`)).toBe(-1)
  })

  test('code is not made from text, but a library may look for the global object', async () => {
    await expect(run(`new Function('return 1')()`)).rejects.toThrow('code from text is forbidden')
    expect(await run(`Function('return this')() === globalThis`)).toBe(true)
    expect(await run('(function () {}) instanceof Function')).toBe(true)
  })
})
