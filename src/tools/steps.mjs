import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// Runs before anything is installed: plain JavaScript, nothing but node.
const root = fileURLToPath(new URL('../..', import.meta.url))
const at = (...names) => path.join(root, ...names)

/** Ends with one sentence when this node cannot run the project. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 20)) return
  stop(`需要 Node.js 20.20 或更新的版本，现在是 ${process.versions.node}。`)
}

/** `npm ci`, when nothing is installed or the lock file has changed since. */
export async function installPackages() {
  const installed = at('node_modules/.package-lock.json')
  if (existsSync(installed) && changedAt(installed) >= changedAt(at('package-lock.json'))) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  await step('安装依赖', 'install', npm, ['ci', '--include=dev', '--no-audit', '--no-fund'])
}

const APP_SOURCES = [
  'src/client',
  'src/core',
  'src/contracts',
  'config',
  'babel.config.js',
  'package-lock.json',
]

/** What each build makes first of all, and how a person who waits would call it. */
const TARGETS = {
  h5: { says: '构建网页', proof: 'dist/h5/index.html' },
  weapp: { says: '构建小程序', proof: 'dist/weapp/app.json' },
  'weapp-cloud': {
    says: '构建云版小程序',
    proof: 'dist/weapp-cloud/app.json',
    type: 'weapp',
    variables: ['--env-file', at('config/weapp-cloud.env')],
  },
}

/** Builds the app for the browser (h5) or WeChat (weapp), when its sources are not those of the last build. */
export async function buildApp(target) {
  const { says, proof, type = target, variables = [] } = TARGETS[target]
  const mark = at(`dist/${target}.sources`)
  const sources = hashOf(APP_SOURCES)
  if (existsSync(at(proof)) && existsSync(mark) && readFileSync(mark, 'utf8') === sources) return
  await step(says, `build-${target}`, process.execPath, [
    ...variables,
    at('node_modules/@tarojs/cli/bin/taro'),
    'build',
    '--type',
    type,
  ])
  if (!existsSync(at(proof))) stop(`${says}没有产生 ${proof}，详见 .cache/build-${target}.log`)
  writeFileSync(mark, sources)
}

/** Says one sentence and ends. */
export function stop(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

/** A terminal's one line counts every two seconds; a log need not be that long. */
const TELL_EVERY_MS = process.stdout.isTTY ? 2_000 : 10_000

/** Runs a program quietly, telling from time to time that it is still at work; its words go to a log. */
async function step(name, logName, program, args) {
  const log = at('.cache', `${logName}.log`)
  mkdirSync(path.dirname(log), { recursive: true })
  const began = Date.now()
  const ticking = setInterval(() => tell(`${name}…… 已用 ${secondsSince(began)} 秒`), TELL_EVERY_MS)
  const code = await run(program, args, log)
  clearInterval(ticking)
  if (code !== 0) {
    console.error(`\n${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n')}`)
    stop(`${name}没有成功，全部输出在 ${path.relative(root, log)}`)
  }
  tell(`${name}：完成，用了 ${secondsSince(began)} 秒`)
  if (process.stdout.isTTY) console.log()
}

function run(program, args, log) {
  const output = createWriteStream(log)
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: program.endsWith('.cmd'),
  })
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => output.end(() => resolve(code)))
  })
}

/** One line that counts up on a terminal; a line every time elsewhere. */
function tell(line) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`)
  else console.log(line)
}

const secondsSince = (began) => Math.round((Date.now() - began) / 1_000)
const changedAt = (file) => statSync(file).mtimeMs

/** Content, not time: a fresh checkout or a touched file need not be built again. */
function hashOf(names) {
  const hash = createHash('sha256')
  for (const file of names.flatMap((name) => filesUnder(at(name)))) {
    hash.update(`${path.relative(root, file)}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(name) {
  if (!statSync(name).isDirectory()) return [name]
  return readdirSync(name)
    .sort()
    .flatMap((inside) => filesUnder(path.join(name, inside)))
}
