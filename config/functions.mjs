// npm run build:functions: one CommonJS file for each cloud function, ready to upload from dist/functions, and beside
// them cloudbaserc.json, in which CloudBase's command line reads how each is to run.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = path.join(root, 'src/functions')
const target = path.resolve(root, process.argv[2] ?? 'dist/functions')

/** The newest Node that CloudBase lists as available without a trial, and the one the tests run on. */
const RUNTIME = 'Nodejs20.19'
const ESBUILD_TARGET = 'node20.19'

/** What the cloud installs beside a bundle, in the versions the tests run: packages with parts no bundle can hold. */
const { dependencies, devDependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
const SDK = { 'wx-server-sdk': devDependencies['wx-server-sdk'] }
const SHARP = { sharp: dependencies.sharp }

/** Seconds and MB as CloudBase counts them. Timers have seven fields, seconds first; their clock is China's. */
const FUNCTIONS = {
  api: {
    timeout: 20,
    memorySize: 512,
    installs: { ...SDK, ...SHARP },
    openapi: ['security.msgSecCheck', 'phonenumber.getPhoneNumber', 'wxacode.getUnlimited'],
    triggers: [],
  },
  clock: {
    timeout: 60,
    memorySize: 256,
    installs: SDK,
    openapi: ['security.mediaCheckAsync', 'subscribeMessage.send'],
    triggers: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }],
  },
  push: { timeout: 20, memorySize: 256, installs: SDK, openapi: [], triggers: [] },
}

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

/** Sheets of plates and certificates need five megabytes of fonts and drawing, which every cold start would read: a server of one's own prints. */
const withoutPrinting = {
  name: 'without-printing',
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: /(plates\/sheet|volunteers\/certificate-sheet|lists\/week-sheet)$/ },
      ({ path: name }) => ({
        path: name,
        namespace: 'not-here',
      }),
    )
    onLoad({ filter: /.*/, namespace: 'not-here' }, () => ({
      contents: 'exports.plateSheet = exports.certificateSheet = exports.weekSheet = async () => null',
      loader: 'js',
    }))
  },
}

await rm(target, { recursive: true, force: true })
for (const [name, settings] of Object.entries(FUNCTIONS)) await buildFunction(name, settings)
await writeJson(target, 'cloudbaserc.json', deployment())

async function buildFunction(name, { installs, openapi, triggers }) {
  const folder = path.join(target, name)
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [path.join(sources, name, 'index.ts')],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: ESBUILD_TARGET,
    format: 'cjs',
    minifySyntax: true,
    legalComments: 'none',
    // Chinese stays readable in the cloud console.
    charset: 'utf8',
    external: ['wx-server-sdk', 'sharp', 'pg-native'],
    plugins: [withoutEmbeddedDatabase, withoutPrinting],
    logLevel: 'warning',
  })
  await writeJson(folder, 'package.json', { name, main: 'index.js', dependencies: installs })
  await writeJson(folder, 'config.json', { permissions: { openapi }, triggers })
  console.log(path.relative(root, folder))
}

/** Secrets are named here, never written: the command line puts them in from its own environment. */
function deployment() {
  const { CLOUD_VPC_ID: vpcId, CLOUD_SUBNET_ID: subnetId, WECHAT_TEMPLATES } = process.env
  return {
    version: '2.0',
    envId: '{{env.CLOUD_ENV_ID}}',
    functionRoot: '.',
    functions: Object.entries(FUNCTIONS).map(([name, { timeout, memorySize, triggers }]) => ({
      name,
      handler: 'index.main',
      runtime: RUNTIME,
      timeout,
      memorySize,
      installDependency: true,
      envVariables: {
        DATABASE_URL: '{{env.DATABASE_URL}}',
        LOUDONG_SECRET: '{{env.LOUDONG_SECRET}}',
        ...(WECHAT_TEMPLATES && { WECHAT_TEMPLATES }),
      },
      ...(vpcId && subnetId && { vpc: { vpcId, subnetId } }),
      triggers,
    })),
  }
}

function writeJson(folder, file, content) {
  return writeFile(path.join(folder, file), `${JSON.stringify(content, null, 2)}\n`)
}
