import type { Pack } from '../contents'
import { complain } from './link'
import type { Definers } from './rendering'

/** Names of a web page that a mini-program's logic also has. */
const OF_BOTH = ['console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'globalThis']

/** Not words of the language's syntax, and not to be given as parameters. */
const FIXED = ['Infinity', 'NaN', 'undefined', 'eval']

/**
 * The language itself. WeChat brings core-js, which cannot make up for Intl, BigInt or WeakRef where a phone's
 * engine lacks them: https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html
 */
const LANGUAGE =
  /^(Object|Array|Number|parseFloat|parseInt|Boolean|String|Symbol|Date|Promise|RegExp|Error|AggregateError|EvalError|RangeError|ReferenceError|SyntaxError|TypeError|URIError|JSON|Math|ArrayBuffer|Uint8Array|Int8Array|Uint16Array|Int16Array|Uint32Array|Int32Array|Float32Array|Float64Array|Uint8ClampedArray|DataView|Map|Set|WeakMap|WeakSet|Proxy|Reflect|decodeURI|decodeURIComponent|encodeURI|encodeURIComponent|escape|unescape|isFinite|isNaN)$/

const isIdentifier = (name: string) => /^[A-Za-z_$][\w$]*$/.test(name)

/** Own and inherited names of the page: addEventListener is inherited. */
function namesOfWindow(): string[] {
  const names: string[] = []
  for (let at: object = window; at !== Object.prototype; at = Object.getPrototypeOf(at))
    names.push(...Object.getOwnPropertyNames(at))
  return [...new Set(names)].filter(isIdentifier)
}

/** The document, the network and the storage of a browser: `undefined` in WeChat, as their absence there. */
const absent = namesOfWindow().filter(
  (name) => ![...OF_BOTH, ...FIXED, 'constructor'].includes(name) && !LANGUAGE.test(name),
)

/** WeChat makes no function from text, `return this` excepted, by which libraries look for the global object. */
const functionsFor = (globalObject: object) => {
  const made = (_: unknown, [code]: unknown[]) => {
    if (code !== 'return this')
      throw new EvalError(`code from text is forbidden: ${String(code).slice(0, 50)}`)
    return () => globalObject
  }
  return new Proxy(Function, { construct: made, apply: (own, _, args) => made(own, args) })
}

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
  const globalObject: Record<string, unknown> = { ...everything, ...names }
  globalObject.Function = functionsFor(globalObject)
  const scope: Record<string, unknown> = {
    ...Object.fromEntries(absent.map((name) => [name, undefined])),
    ...names,
    Function: globalObject.Function,
    globalThis: globalObject,
  }

  function load(path: string): unknown {
    const known = modules.get(path)
    if (known) return known.exports
    const source = pack.scripts[path]
    if (source === undefined) throw new Error(`module '${path}.js' is not defined`)
    const module: Module = { exports: {} }
    modules.set(path, module)
    const own = { ...scope, module, exports: module.exports, require: requireFrom(path) }
    const run = new Function(...Object.keys(own), `${source}\n//# sourceURL=weapp:///${path}.js`)
    run.apply(globalObject, Object.values(own))
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
