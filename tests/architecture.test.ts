import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import ts from 'typescript'

const root = join(__dirname, '..')

/** Which tiers each tier may reach. A folder of src missing here fails the test: give every room its place. */
const MAY_REACH: Record<string, string[]> = {
  core: [],
  contracts: ['core'],
  client: ['core', 'contracts'],
  server: ['core', 'contracts'],
  functions: ['core', 'contracts', 'server'],
  http: ['core', 'contracts', 'server'],
  tools: ['core', 'contracts', 'server', 'http'],
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesUnder(path)
    return /\.(ts|tsx|mts|mjs|js)$/.test(name) ? [path] : []
  })

const tierOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(relative(root, path))?.[1]

/** The tier an import reaches, a package's name, or a node builtin. */
const reached = (file: string, specifier: string): string => {
  const alias = /^#([^/]+)\//.exec(specifier)?.[1]
  if (alias) return `tier:${alias}`
  if (specifier.startsWith('.'))
    return `tier:${tierOf(normalize(join(dirname(file), specifier))) ?? 'outside'}`
  return specifier
}

const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => reached(file, fileName))

const src = filesUnder(join(root, 'src'))
const filesOf = (tier: string) => src.filter((file) => tierOf(file) === tier)
const name = (file: string) => relative(root, file)

test('every folder of src is a tier with its place in the house', () => {
  const tiers = readdirSync(join(root, 'src')).filter((entry) => !entry.endsWith('.md'))
  expect(tiers.filter((tier) => !(tier in MAY_REACH))).toEqual([])
  expect(src.length).toBeGreaterThan(50)
})

test.each(Object.keys(MAY_REACH))('%s reaches only the tiers below it', (tier) => {
  const allowed = new Set([tier, ...(MAY_REACH[tier] ?? [])].map((below) => `tier:${below}`))
  const wrong = filesOf(tier).flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('tier:') && !allowed.has(target))
      .map((target) => `${name(file)} -> ${target}`),
  )
  expect(wrong).toEqual([])
})

test('core imports no package, and knows no clock, no chance and no I/O', () => {
  const forbidden =
    /\b(Date\.now|new Date\(\)|Math\.random|process\.|fetch\(|setTimeout|setInterval|require\(|console\.|async |await )/
  const wrong = filesOf('core').flatMap((file) => {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const packages = importsOf(file).filter((target) => !target.startsWith('tier:'))
    return [...packages, ...(forbidden.exec(code) ?? []).slice(0, 1)].map(
      (found) => `${name(file)}: ${found}`,
    )
  })
  expect(wrong).toEqual([])
})

test('the environment is read in one file', () => {
  const readers = src.filter(
    (file) => tierOf(file) !== 'client' && /process\.env/.test(readFileSync(file, 'utf8')),
  )
  expect(readers.map(name)).toEqual(['src/server/environment.ts'])
})

test('wx and Taro are called in client/platform, pages and components only ask it', () => {
  const called =
    /\bwx\.|Taro\.(request|uploadFile|chooseMedia|chooseImage|chooseLocation|getLocation|scanCode|(set|get|remove)Storage\w*|cloud)\b/
  const wrong = filesOf('client')
    .filter((file) => !name(file).startsWith('src/client/platform/'))
    .filter((file) => called.test(readFileSync(file, 'utf8')))
  expect(wrong.map(name)).toEqual([])
})

test('what residents read is written in client/texts', () => {
  const chinese = /[\u4e00-\u9fff]/
  const wrong = filesOf('client')
    .filter((file) => !/^src\/client\/(texts\/|app\.config)/.test(name(file)) && !file.endsWith('.config.ts'))
    .filter((file) => chinese.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
  expect(wrong.map(name)).toEqual([])
})

test('no file has grown past 300 lines', () => {
  const long = src
    .filter((file) => !/\/(texts|seeds)\//.test(file))
    .filter((file) => readFileSync(file, 'utf8').split('\n').length > 300)
  expect(long.map(name)).toEqual([])
})
