import type { Pack } from '../contents'
import { complain } from './link'
import type { Definers } from './rendering'

/** Names of a web page that a mini-program's logic also has. */
const OF_BOTH = [
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'Infinity',
  'NaN',
  'undefined',
  'globalThis',
  'eval',
]

/** The language itself: everything of a fresh realm that a page did not bring. */
const LANGUAGE =
  /^(Object|Function|Array|Number|parseFloat|parseInt|Boolean|String|Symbol|Date|Promise|RegExp|Error|AggregateError|EvalError|RangeError|ReferenceError|SyntaxError|TypeError|URIError|JSON|Math|Intl|ArrayBuffer|Atomics|Uint8Array|Int8Array|Uint16Array|Int16Array|Uint32Array|Int32Array|Float32Array|Float64Array|Uint8ClampedArray|BigUint64Array|BigInt64Array|DataView|Map|BigInt|Set|WeakMap|WeakSet|WeakRef|Proxy|Reflect|decodeURI|decodeURIComponent|encodeURI|encodeURIComponent|escape|unescape|isFinite|isNaN)$/

const isIdentifier = (name: string) => /^[A-Za-z_$][\w$]*$/.test(name)

/** The document, the network and the storage of a browser: `undefined` in WeChat, as their absence there. */
const absent = Object.getOwnPropertyNames(window).filter(
  (name) => isIdentifier(name) && !OF_BOTH.includes(name) && !LANGUAGE.test(name),
)

/** setTimeout and its kin work without a `this`; in a browser they do not. */
const timers = {
  setTimeout: window.setTimeout.bind(window),
  clearTimeout: window.clearTimeout.bind(window),
  setInterval: window.setInterval.bind(window),
  clearInterval: window.clearInterval.bind(window),
}

interface Module {
  exports: unknown
}

/** Runs the scripts of a build, each once, with WeChat's names and without the browser's. */
export function openModules(pack: Pack, given: Record<string, unknown>) {
  const modules = new Map<string, Module>()
  let definers: Definers | undefined
  const define = (kind: keyof Definers) => (definition: object) => {
    if (!definers) return complain(`${kind}() was called outside a page's or component's own script`)
    definers[kind](withBehaviorList(definition))
  }
  const names = { ...given, ...timers, console, Page: define('Page'), Component: define('Component') }
  const everything = Object.fromEntries(
    Object.getOwnPropertyNames(window)
      .filter((name) => LANGUAGE.test(name))
      .map((name) => [name, (window as unknown as Record<string, unknown>)[name]]),
  )
  const scope: Record<string, unknown> = {
    ...Object.fromEntries(absent.map((name) => [name, undefined])),
    ...names,
    globalThis: { ...everything, ...names },
  }

  function load(path: string): unknown {
    const known = modules.get(path)
    if (known) return known.exports
    const source = pack.scripts[path]
    if (source === undefined) throw new Error(`module '${path}.js' is not defined`)
    const module: Module = { exports: {} }
    modules.set(path, module)
    const own = { ...scope, module, exports: module.exports, require: requireFrom(path) }
    new Function(...Object.keys(own), `${source}\n//# sourceURL=weapp:///${path}.js`)(...Object.values(own))
    return module.exports
  }

  const packageOf = (path: string) =>
    pack.app.subPackages?.find(({ root }) => path.startsWith(`${root}/`))?.root

  const requireFrom = (from: string) => (name: string) => {
    const wanted = resolve(from, name)
    const owner = packageOf(wanted)
    if (owner && owner !== packageOf(from))
      throw new Error(`${from}.js must not require ${wanted}.js: it lies in the subpackage ${owner}`)
    return load(wanted)
  }

  return {
    load,
    /** Loads the script of a page or component, whose definition goes to `into`. */
    loadInto(path: string, into: Definers) {
      const before = definers
      definers = into
      try {
        load(path)
      } finally {
        definers = before
      }
    },
    packageOf,
    /** The value of an expression, read with the names the mini-program's own code has. */
    evaluate: (code: string): unknown =>
      new Function(...Object.keys(scope), `return (${code})`)(...Object.values(scope)),
  }
}

/** Taro writes an empty object where WeChat expects a list of behaviors, and WeChat lets it pass. */
const withBehaviorList = ({ behaviors, ...definition }: { behaviors?: unknown }): object =>
  Array.isArray(behaviors) ? { ...definition, behaviors } : definition

export function resolve(from: string, name: string): string {
  const parts = name.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of name.replace(/\.js$/, '').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
