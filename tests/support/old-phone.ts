import vm from 'node:vm'

/** What ES2018 did not have yet: an old phone has none of it, and WeChat adds none of it. */
const TOO_NEW = `
  for (const [owner, names] of [
    [Array.prototype, ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['trimStart', 'trimEnd', 'matchAll', 'replaceAll', 'at', 'isWellFormed']],
    [Object, ['fromEntries', 'hasOwn', 'groupBy']],
    [Promise, ['allSettled', 'any', 'withResolvers']],
    [globalThis, ['BigInt', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'Intl', 'structuredClone', 'queueMicrotask', 'AbortController']],
  ]) for (const name of names) delete owner[name];
`

/** An old phone's JavaScript: ES2018 builtins, no code from strings, nothing around it but what is given. */
export function oldPhone(given: Record<string, unknown> = {}): vm.Context {
  const context = vm.createContext(given, { codeGeneration: { strings: false, wasm: false } })
  vm.runInContext(TOO_NEW, context)
  return context
}
