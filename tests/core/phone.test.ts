import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { buildSync } from 'esbuild'

const core = join(__dirname, '../../src/core')

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesUnder(path)
    return name.endsWith('.ts') ? [path] : []
  })

/** What ES2018 did not have yet: an old phone has none of it, and WeChat adds none of it. */
const TOO_NEW = `
  for (const [owner, names] of [
    [Array.prototype, ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['trimStart', 'trimEnd', 'matchAll', 'replaceAll', 'at', 'isWellFormed']],
    [Object, ['fromEntries', 'hasOwn', 'groupBy']],
    [Promise, ['allSettled', 'any', 'withResolvers']],
    [globalThis, ['BigInt', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'Intl', 'structuredClone']],
  ]) for (const name of names) delete owner[name];
`

/** Runs code as a phone would: ES2018 builtins, no code from strings, no platform around it. */
const onAnOldPhone = (code: string): unknown => {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
  vm.runInContext(TOO_NEW, context)
  return JSON.parse(vm.runInContext(`${code}; JSON.stringify(loudong.result)`, context))
}

const bundle = (source: string): string =>
  buildSync({
    stdin: { contents: source, resolveDir: core, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'loudong',
    target: 'es2018',
    platform: 'neutral',
  }).outputFiles[0]?.text ?? ''

test('every file of the core loads on a phone of 2018', () => {
  const imports = filesUnder(core).map((file, i) => `import * as m${i} from ${JSON.stringify(file)}`)
  const all = imports.map((_, i) => `m${i}`).join(',')
  const code = bundle(`${imports.join('\n')}\nexport const result = [${all}].length`)
  expect(onAnOldPhone(code)).toBe(imports.length)
})

test('a concern is raised, accepted and its buttons computed on a phone of 2018', () => {
  const sample = readFileSync(join(__dirname, 'phone-sample.ts'), 'utf8')
  expect(onAnOldPhone(bundle(sample))).toEqual({ raised: 'submitted', accepted: 'accepted', level: 2 })
})

test('the sandbox really is an old phone: newer builtins and code from strings fail in it', () => {
  expect(() => onAnOldPhone('var loudong = { result: [1].flatMap((x) => x) }')).toThrow(/flatMap/)
  expect(() => onAnOldPhone('var loudong = { result: eval("1") }')).toThrow(/Code generation/)
})
