/**
 * The object that holds a phone's global names. webpack's own stand-in falls back to `new Function`, which
 * WeChat forbids; the WeChat build uses this one for `global` (config/index.ts).
 */
export const globalObject: object = typeof globalThis === 'object' ? globalThis : {}
