// npm run build:functions: one CommonJS file for each cloud function, ready to upload from dist/functions.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = path.join(root, 'src/functions')
const target = path.resolve(root, process.argv[2] ?? 'dist/functions')
const SDK = '4.0.2'

/** Every minute; the seven fields of WeChat's timers begin with seconds. Its clock is China's. */
const TRIGGERS = { clock: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }] }

/** The embedded database cannot run in a cloud function (no disk), so it is left out of the bundle. */
const withoutEmbeddedDatabase = {
  name: 'without-embedded-database',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@electric-sql\/pglite/ }, ({ path: name }) => ({ path: name, namespace: 'absent' }))
    onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
      contents: 'exports.PGlite = class { static defaultStartParams = [] }; exports.NodeFS = class {}',
      loader: 'js',
    }))
  },
}

/** Sheets of plates need five megabytes of fonts and drawing, which every cold start would read: a server of one's own prints. */
const withoutPrinting = {
  name: 'without-printing',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /plates\/sheet$/ }, ({ path: name }) => ({ path: name, namespace: 'not-here' }))
    onLoad({ filter: /.*/, namespace: 'not-here' }, () => ({
      contents: 'exports.plateSheet = async () => null',
      loader: 'js',
    }))
  },
}

await rm(target, { recursive: true, force: true })
for (const { name } of (await readdir(sources, { withFileTypes: true })).filter((entry) =>
  entry.isDirectory(),
)) {
  const folder = path.join(target, name)
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [path.join(sources, name, 'index.ts')],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minifySyntax: true,
    legalComments: 'none',
    // Chinese stays readable in the cloud console.
    charset: 'utf8',
    external: ['wx-server-sdk', 'pg-native'],
    plugins: [withoutEmbeddedDatabase, withoutPrinting],
    logLevel: 'warning',
  })
  await writeJson(folder, 'package.json', { name, main: 'index.js', dependencies: { 'wx-server-sdk': SDK } })
  await writeJson(folder, 'config.json', { permissions: { openapi: [] }, triggers: TRIGGERS[name] ?? [] })
  console.log(path.relative(root, folder))
}

function writeJson(folder, file, content) {
  return writeFile(path.join(folder, file), `${JSON.stringify(content, null, 2)}\n`)
}
