// npm run deploy:cloud: builds the cloud functions and hands them to CloudBase's own command line.
import { execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const functions = path.resolve(root, process.argv[2] ?? 'dist/functions')

/** Used as a program once in a while, so it is fetched when needed and not kept among our packages. */
const CLI = '@cloudbase/cli@2.12.10'
const SECRETS = ['DATABASE_URL', 'LOUDONG_SECRET']

const missing = missingIn(process.env)
if (missing.length > 0) {
  console.error(['还不能部署云函数：', ...missing, '每一项从哪里来，见 src/functions/README.md。'].join('\n'))
  process.exit(1)
}
execFileSync(process.execPath, ['config/functions.mjs', functions], { cwd: root, stdio: 'inherit' })
process.exitCode = await deploy()
if (process.exitCode !== 0) {
  console.error(`部署没有成功。没有登录过腾讯云的话，先运行：npx --ignore-scripts ${CLI} login`)
}

function missingIn(env) {
  const { CLOUD_ENV_ID, DATABASE_URL = '', LOUDONG_SECRET = '', CLOUD_VPC_ID, CLOUD_SUBNET_ID } = env
  return [
    !CLOUD_ENV_ID && '- CLOUD_ENV_ID：云开发环境的 ID，例如 loudong-1a2b3c。',
    !/^postgres(ql)?:\/\//.test(DATABASE_URL) &&
      '- DATABASE_URL：云函数连接的 PostgreSQL，以 postgresql:// 开头。',
    LOUDONG_SECRET.length < 32 &&
      '- LOUDONG_SECRET：至少 32 个字符，所有云函数用同一个，换了以后旧的电话就解不开了。',
    !CLOUD_VPC_ID !== !CLOUD_SUBNET_ID && '- CLOUD_VPC_ID 和 CLOUD_SUBNET_ID：要么都写，要么都不写。',
  ].filter(Boolean)
}

/** Runs `tcb fn deploy` on what was built; its words are shown without our secrets. */
function deploy() {
  const words = ['fn', 'deploy', '--all', '--force', '--yes', '--envId', process.env.CLOUD_ENV_ID]
  const cli = spawn('npx', ['--yes', '--ignore-scripts', '--package', CLI, '--', 'tcb', ...words], {
    cwd: functions,
    env: { ...process.env, ...Object.fromEntries(SECRETS.map((name) => [name, inJson(process.env[name])])) },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  for (const stream of [cli.stdout, cli.stderr])
    createInterface({ input: stream }).on('line', (line) => console.log(withoutSecrets(line)))
  return new Promise((resolve, reject) => {
    cli.once('error', reject)
    cli.once('close', (code) => resolve(code ?? 1))
  })
}

/** The command line puts a value between the quotes of cloudbaserc.json as it is. */
function inJson(value) {
  return JSON.stringify(value).slice(1, -1)
}

function withoutSecrets(line) {
  return SECRETS.flatMap((name) => [process.env[name], inJson(process.env[name])]).reduce(
    (shown, secret) => shown.replaceAll(secret, '***'),
    line,
  )
}
