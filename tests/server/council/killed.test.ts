import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { CHOICES } from '../../../src/core/council/tally'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, type Street, smallStreet } from '../concerns/small-street'
import { cast, closed, councilOf, motionOf, voting } from './making'

const ROOT = join(__dirname, '../../..')
const ROUNDS = 10
let fresh: FreshPostgres
let street: Street
beforeAll(async () => {
  fresh = await freshPostgres()
  street = await smallStreet(fresh.store)
  await councilOf(fresh.store)
})
afterAll(() => fresh.drop())

interface Voting {
  process: ChildProcess
  lines: string[]
  errors: string[]
}

function startVoting(...args: string[]): Voting {
  const script = ['--import', 'tsx', 'tests/support/voting-process.ts', ...args]
  const child = spawn(process.execPath, script, { cwd: ROOT })
  const said: Voting = { process: child, lines: [], errors: [] }
  let unfinished = ''
  child.stdout.on('data', (piece) => {
    const parts = (unfinished + String(piece)).split('\n')
    unfinished = parts.pop() ?? ''
    said.lines.push(...parts)
  })
  child.stderr.on('data', (piece) => said.errors.push(String(piece)))
  return said
}

/** Lets it vote for a random moment and kills it; answers the last ballot it was told of. */
async function killed(voting: Voting): Promise<{ number: number; receipt: string } | undefined> {
  for (let waited = 0; voting.lines.length === 0 && waited < 60_000; waited += 5) await pause(5)
  await pause(Math.random() * 80)
  voting.process.kill('SIGKILL')
  await once(voting.process, 'close')
  expect(voting.errors).toEqual([])
  const last = /^done (\d+) .*"receipt":"([^"]+)"/.exec(voting.lines.at(-1) ?? '')
  return last ? { number: Number(last[1]), receipt: last[2] ?? '' } : undefined
}

test(`a server killed ${ROUNDS} times in the middle of a vote loses no ballot it acknowledged and doubles none`, async () => {
  const { id, pollId, closesAt } = await voting(street)
  let last = { number: 0, receipt: '' }
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = String(last.number + 1)
    last = (await killed(startVoting(fresh.url, pollId, String(street.time.now), next))) ?? last
  }
  expect(last.number).toBeGreaterThan(ROUNDS)
  const ballot = await sql<{ times: number; receipt: string }>`select times, receipt from ballots`.execute(
    fresh.store.db,
  )
  // One more than acknowledged may lie in the box: carried out, but killed before it could say so.
  const more = (ballot.rows[0]?.times ?? 0) - last.number
  expect([0, 1]).toContain(more)
  if (more === 0) expect(ballot.rows[0]?.receipt).toBe(last.receipt)

  for (const [who, house] of [
    ['neighbour', 'JX-002'],
    ['neighbour', 'JX-003'],
    ['follower', 'JX-004'],
  ] as const)
    answerOf(await cast(street, who, pollId, { [house]: 'abstain' }))
  await closed(street, closesAt)
  const counted = { all: 5, for: 0, against: 0, abstain: 3 }
  counted[CHOICES[(last.number + more) % CHOICES.length] ?? 'for'] += 1
  expect((await motionOf(street, id)).ballot?.tally?.units).toEqual(counted)
})
