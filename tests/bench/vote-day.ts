import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Choice } from '#core/council/tally'
import { openPhotoFolder } from '#server/photos/store'
import { openDoor } from '../../src/http/app'
import { answerOf, type Street, smallStreet } from '../server/concerns/small-street'
import { announced, closed, councilOf, motionOf, opened } from '../server/council/making'
import { growElectorate, tokenOf } from '../support/electorate'
import { freshPostgres } from '../support/postgres'
import { freshName, openBareGroups } from './bare-door'
import { CALLS_A_ROUND, CONNECTIONS, housesIn, median, type Round, votes } from './load'
import { lastTransaction, recordStatements, type Statement } from './record'
import { lastChoice } from './vote-requests.cjs'

/**
 * npm run bench:vote: as many heads as the street has residents vote in one council, a tenth of the calls comes again;
 * every call goes the whole way (HTTP, identity, rights, roll, ballot, receipt, idempotency, audit), and the tally has
 * to be exact. In turns with it a bare handler sends the very same SQL, in groups just as well, for houses of its own.
 */
const HOUSES = Number(process.env.BENCH_VOTERS ?? 175_800)
const CALLS = HOUSES + HOUSES / 10
const ROUNDS = 3
const STEP = CALLS_A_ROUND * CONNECTIONS
/** Calls of one turn, as each of which the bare handler has a house; the rest of the day goes without turns. */
const TURN = STEP * Math.max(1, Math.min(3, Math.floor(HOUSES / ROUNDS / STEP)))
/** Calls of the recorded group: no group is larger than the phones there are. */
const RECORDED = CONNECTIONS + 1
const GOAL = 60
const GOAL_SECONDS = 20
const NO_LIMITS = { signIns: 1e9, commands: 1e9, photos: 1e9, files: 1_000_000 }
const SECONDS = [
  ['follower', 'JX-004'],
  ['neighbour', 'JX-002'],
  ['neighbour', 'JX-003'],
] as const

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loudong-vote-'))
  const { url, store, drop } = await freshPostgres()
  try {
    const street = await smallStreet(store)
    await councilOf(store)
    // The last ones are those of the recorded group.
    await growElectorate(store, HOUSES + RECORDED)
    for (const ballots of ['open', 'secret'] as const) await day({ street, url, folder, ballots })
  } finally {
    await drop()
    rmSync(folder, { recursive: true })
  }
}

interface Day {
  street: Street
  url: string
  folder: string
  ballots: 'open' | 'secret'
}

async function day({ street, url, folder, ballots }: Day): Promise<void> {
  const [first, second] = [await announced(street, SECONDS), await announced(street, SECONDS)]
  const { pollId, id, closesAt } = await opened(street, first, ballots)
  const other = await opened(street, second, ballots)
  const photos = openPhotoFolder(join(folder, 'photos'))
  // The database is asked for the time, as it is every day; its answer is left aside, for the poll's own day.
  const clock: Street['system']['clock'] = async (tx) => {
    await street.store.now(tx)
    return street.time.now
  }
  const system = { ...street.system, clock }
  const full = await openDoor({ system, photos, pagesFolder: folder, limits: NO_LIMITS })
  let bareVoter = 0
  const recorded = await statementsOf(street, other.pollId)
  const fresh = (old: string) => {
    if (old === other.id || old === other.pollId) return old
    return old.startsWith('voter-') ? `voter-${++bareVoter}` : freshName(old)
  }
  const bare = await openBareGroups(url, '/rpc/ballots.cast', { statements: recorded, fresh })
  try {
    console.log(`${ballots}: ${recorded.length} statements a group`)
    const doors = { full: await full.listen(), bare: await bare.listen() }
    report(ballots, await run(doors, pollId))
  } finally {
    await full.close()
    await bare.close()
  }
  await closed(street, closesAt)
  count(ballots, (await motionOf(street, id)).ballot?.tally?.units)
}

/** What a group of calls sends: the first of so many at once goes alone, the others together. */
async function statementsOf(street: Street, pollId: string): Promise<Statement[]> {
  const cast = async (voter: number) =>
    answerOf(
      await street.call('guest', {
        operation: 'ballots.cast',
        input: { pollId, votes: [{ unitId: `u-voter-${voter}`, choice: 'for' }], salt: 's'.repeat(16) },
        key: `first-voter-${voter}-${pollId.slice(-12)}`,
        credentials: { kind: 'token', token: tokenOf(voter) },
      }),
    )
  const voters = Array.from({ length: RECORDED }, (_, n) => HOUSES + n + 1)
  return lastTransaction(await recordStatements(() => Promise.all(voters.map(cast))))
}

interface Rounds {
  full: Round[]
  bare: Round[]
  seconds: number
}

/** The whole day, its first turns in turn with the bare handler; `seconds` is what the day alone took. */
async function run(doors: { full: string; bare: string }, pollId: string): Promise<Rounds> {
  const rounds: Rounds = { full: [], bare: [], seconds: 0 }
  const cast = async (calls: number) => {
    const from = housesIn(rounds.full.length * TURN)
    const round = await votes(`${doors.full}/rpc/ballots.cast`, { from, calls, pollId })
    rounds.seconds += calls / round.perSecond
    rounds.full.push(round)
  }
  for (let n = 0; n < ROUNDS; n += 1) {
    rounds.bare.push(await votes(`${doors.bare}/rpc/ballots.cast`, { from: 0, calls: TURN, pollId }))
    await cast(TURN)
  }
  if (CALLS > ROUNDS * TURN) await cast(CALLS - ROUNDS * TURN)
  return rounds
}

function report(ballots: string, { full, bare, seconds }: Rounds): void {
  const failed = [...full, ...bare].reduce((sum, round) => sum + round.failed, 0)
  const share = median(bare.map(({ perSecond }, n) => (100 * (full[n]?.perSecond ?? 0)) / perSecond))
  const speed = (rounds: Round[]) => median(rounds.map(({ perSecond }) => perSecond)).toFixed(0)
  console.log(
    `${ballots}: ${CALLS} calls in ${seconds.toFixed(1)} s (goal ${GOAL_SECONDS} s), full ${speed(full)}/s, ` +
      `bare ${speed(bare)}/s, ${share.toFixed(0)} % of bare (goal ${GOAL} %), failed ${failed}`,
  )
  if (failed > 0 || share < GOAL || seconds > GOAL_SECONDS) process.exitCode = 1
}

type Counted = Partial<Record<Choice | 'all', number>> | undefined

/** The tally against what the calls said; whatever differs fails the run. */
function count(ballots: string, counted: Counted): void {
  const said: Record<Choice, number> = { for: 0, against: 0, abstain: 0 }
  for (let n = 0; n < HOUSES; n += 1) said[lastChoice(n) as Choice] += 1
  const isExact = (['for', 'against', 'abstain'] as const).every(
    (choice) => counted?.[choice] === said[choice],
  )
  console.log(`${ballots}: said ${JSON.stringify(said)}, counted ${JSON.stringify(counted)}`)
  if (!isExact) process.exitCode = 1
}

main().catch((failure) => {
  console.error(failure)
  process.exit(1)
})
