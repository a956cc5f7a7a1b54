import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDoor } from '../../src/http/app'
import { environment } from '../../src/server/environment'
import { openPhotoFolder } from '../../src/server/photos/store'
import { epochOf, seed } from '../../src/server/seeds/seed'
import { openSystem, vaultOf } from '../../src/server/system'
import { freshPostgres } from '../support/postgres'
import { openBareDoor } from './bare-door'
import { burst, median, type Round } from './load'
import { recordStatements, type Statement } from './record'

/**
 * npm run bench: the whole way of an operation (HTTP, parsing, identity, rights, rules, idempotency, checked answer)
 * against a bare handler that sends the very same SQL, in turns, on one PostgreSQL server. Goal: 60 %.
 */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4)
const GOAL = 60
const NO_LIMITS = { signIns: 1e9, commands: 1e9, photos: 1e9 }

const INPUTS = {
  'concerns.submit': {
    category: 'GARBAGE',
    title: '后巷垃圾堆了三天',
    detail: '',
    place: { buildingId: null, point: null, words: '后巷拐角' },
    photoIds: [],
    anonymous: false,
  },
  'concerns.list': { show: 'open' },
  // What a scanned plate opens, and the board everybody may read.
  'buildings.get': { id: 'JX-023' },
  'places.board': { gridPath: '441302010.001.005' },
}
type Measured = keyof typeof INPUTS
const MEASURED = Object.keys(INPUTS) as Measured[]

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loudong-bench-'))
  const { url, store, drop } = await freshPostgres()
  const doors: FastifyInstance[] = []
  try {
    const settings = environment({ LOUDONG_DATA: folder })
    const photos = openPhotoFolder(join(folder, 'photos'))
    await seed(store, 'pilot', epochOf(Date.now()), { vault: await vaultOf(settings), photos }, console.log)
    const system = await openSystem(settings, store, console.error)
    const full = await openDoor({ system, photos, pagesFolder: folder, limits: NO_LIMITS })
    const token = await signIn(full)
    const bare = await openBareDoor(url, await statementsOf(full, token))
    doors.push(full, bare)
    await compare(await full.listen(), await bare.listen(), token)
  } finally {
    for (const door of doors) await door.close()
    await drop()
    rmSync(folder, { recursive: true })
  }
}

async function signIn(door: FastifyInstance): Promise<string> {
  const reply = await post(door, 'people.signInAs', { persona: 'resident.li' })
  return reply.json<{ data: { token: string } }>().data.token
}

async function statementsOf(door: FastifyInstance, token: string): Promise<Record<string, Statement[]>> {
  const recorded: Record<string, Statement[]> = {}
  for (const name of MEASURED) {
    recorded[`/rpc/${name}`] = await recordStatements(() => post(door, name, INPUTS[name], token))
    console.log(`${name}: ${recorded[`/rpc/${name}`]?.length} statements a call`)
  }
  return recorded
}

const post = async (door: FastifyInstance, name: string, payload: object, token = '') => {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'bench-000000001' }
  const reply = await door.inject({
    method: 'POST',
    url: `/rpc/${name}`,
    payload,
    headers: token ? headers : { 'idempotency-key': 'bench-000000001' },
  })
  if (reply.statusCode !== 200) throw new Error(`${name}: ${reply.body}`)
  return reply
}

async function compare(full: string, bare: string, token: string): Promise<void> {
  for (const name of MEASURED) {
    const rounds: { full: Round; bare: Round }[] = []
    await shoot(full, name, token)
    await shoot(bare, name, token)
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({ bare: await shoot(bare, name, token), full: await shoot(full, name, token) })
    }
    report(name, rounds)
  }
}

const shoot = (origin: string, name: Measured, token: string): Promise<Round> =>
  burst(`${origin}/rpc/${name}`, { token, body: JSON.stringify(INPUTS[name]) }, SECONDS)

function report(name: Measured, rounds: { full: Round; bare: Round }[]): void {
  const failed = rounds.reduce((sum, { full, bare }) => sum + full.failed + bare.failed, 0)
  const share = median(rounds.map(({ full, bare }) => (100 * full.perSecond) / bare.perSecond))
  const slower = median(rounds.map(({ full, bare }) => full.p99 / Math.max(1, bare.p99)))
  const speeds = (which: 'full' | 'bare') => median(rounds.map((round) => round[which].perSecond)).toFixed(0)
  console.log(
    `${name}: full ${speeds('full')}/s, bare ${speeds('bare')}/s, ${share.toFixed(0)} % of bare (goal ${GOAL} %), ` +
      `p99 x ${slower.toFixed(2)}, failed ${failed}`,
  )
  if (failed > 0 || share < GOAL) process.exitCode = 1
}

main().catch((failure) => {
  console.error(failure)
  process.exit(1)
})
