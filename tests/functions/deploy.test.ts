import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(__dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'loudong-deploy-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Stands in for npx: notes what it was called with and says everything it knows, as a careless program would. */
const NPX = `#!${process.execPath}
const { DATABASE_URL, LOUDONG_SECRET, CLOUD_ENV_ID } = process.env
const rc = require('node:fs').readFileSync('cloudbaserc.json', 'utf8')
require('node:fs').writeFileSync('${folder}/called.json', JSON.stringify({ args: process.argv.slice(2), DATABASE_URL, rc }))
console.log('deploying to', CLOUD_ENV_ID, 'with', DATABASE_URL)
console.error('and', LOUDONG_SECRET)
process.exit(Number(process.env.CLI_ENDS_WITH ?? 0))
`
writeFileSync(path.join(folder, 'npx'), NPX)
chmodSync(path.join(folder, 'npx'), 0o755)

const COMPLETE = {
  CLOUD_ENV_ID: 'loudong-1a2b3c',
  DATABASE_URL: 'postgresql://loudong:pass"word@10.0.0.5/loudong',
  LOUDONG_SECRET: 'a secret of at least thirty-two characters',
  CLOUD_VPC_ID: 'vpc-1',
  CLOUD_SUBNET_ID: 'subnet-1',
}

function deploy(environment: NodeJS.ProcessEnv) {
  rmSync(path.join(folder, 'called.json'), { force: true })
  const ran = spawnSync(process.execPath, ['config/deploy.mjs', path.join(folder, 'functions')], {
    cwd: root,
    env: { PATH: `${folder}:${process.env.PATH}`, ...environment },
    encoding: 'utf8',
  })
  return { ...ran, said: ran.stdout + ran.stderr, called: existsSync(path.join(folder, 'called.json')) }
}
const called = () => JSON.parse(readFileSync(path.join(folder, 'called.json'), 'utf8'))

test('with nothing set it says in Chinese what is missing, and calls nobody', () => {
  const { status, said, called } = deploy({ CLOUD_VPC_ID: 'vpc-1' })
  expect(status).toBe(1)
  for (const name of ['CLOUD_ENV_ID', 'DATABASE_URL', 'LOUDONG_SECRET', 'CLOUD_SUBNET_ID'])
    expect(said).toContain(name)
  expect(said).toContain('src/functions/README.md')
  expect(called).toBe(false)
})

test('it calls CloudBase’s command line by its exact version, without install scripts, for all functions', () => {
  expect(deploy(COMPLETE).status).toBe(0)
  expect(called().args.join(' ')).toBe(
    '--yes --ignore-scripts --package @cloudbase/cli@2.12.10 -- tcb fn deploy --all --force --yes --envId loudong-1a2b3c',
  )
})

test('runtime, memory, time, network, timer and the names of settings are said for each function', () => {
  deploy(COMPLETE)
  const { envId, functions } = JSON.parse(called().rc)
  expect(envId).toBe('{{env.CLOUD_ENV_ID}}')
  expect(functions.map(({ name }: { name: string }) => name)).toEqual(['api', 'clock', 'push'])
  for (const each of functions)
    expect(each).toMatchObject({
      handler: 'index.main',
      runtime: 'Nodejs20.19',
      installDependency: true,
      vpc: { vpcId: 'vpc-1', subnetId: 'subnet-1' },
      envVariables: { DATABASE_URL: '{{env.DATABASE_URL}}', LOUDONG_SECRET: '{{env.LOUDONG_SECRET}}' },
    })
  const [api, clock] = functions
  expect(api).toMatchObject({ name: 'api', timeout: 20, memorySize: 512, triggers: [] })
  expect(clock).toMatchObject({ name: 'clock', timeout: 60, triggers: [{ config: '0 * * * * * *' }] })
})

test('no secret is printed or written, whatever the command line says', () => {
  const { said } = deploy(COMPLETE)
  expect(said).toContain('deploying to loudong-1a2b3c with ***')
  expect(said).toContain('and ***')
  expect(said + called().rc).not.toMatch(/pass|thirty-two/)
  // Put between quotes by the command line, it is the very password again.
  expect(JSON.parse(`"${called().DATABASE_URL}"`)).toBe(COMPLETE.DATABASE_URL)
})

test('when the command line fails, so does this, with the next step', () => {
  const { status, said } = deploy({ ...COMPLETE, CLI_ENDS_WITH: '3' })
  expect(status).toBe(3)
  expect(said).toContain('login')
})
