import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { buildSync } from 'esbuild'
import { oldPhone } from '../support/old-phone'

const core = join(__dirname, '../../src/core')

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesUnder(path)
    return name.endsWith('.ts') ? [path] : []
  })

const onAnOldPhone = (code: string): unknown =>
  JSON.parse(vm.runInContext(`${code}; JSON.stringify(loudong.result)`, oldPhone()))

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
