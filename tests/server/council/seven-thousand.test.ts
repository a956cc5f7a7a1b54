import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { CHOICES } from '../../../src/core/council/tally'
import { verifyRecord } from '../../../src/core/council/verify'
import { sha256 } from '../../../src/server/council/sha256'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, EVERYBODY, personOf, type Street, smallStreet } from '../concerns/small-street'
import { cast, closed, councilOf, motionOf, voting } from './making'

/** As many as the street's heads: the longest roll there will be. */
const HOUSES = 7_300
const SECONDS = [
  ['follower', 'JX-004'],
  ['neighbour', 'JX-002'],
  ['neighbour', 'JX-003'],
] as const
/** What a cloud function may answer. */
const LARGEST = 1_000_000

const VOTERS = EVERYBODY.filter((who) => who !== 'guest')
const HEADS = VOTERS.map(personOf)
/** All but the five that stand there anyway. */
const EVERY_HOUSE = Array.from({ length: HOUSES - 5 }, (_, n) => n + 6)

const folder = mkdtempSync(join(tmpdir(), 'loudong-record-'))
let fresh: FreshPostgres
let street: Street
beforeAll(async () => {
  fresh = await freshPostgres()
})
beforeEach(async () => {
  street = await smallStreet(fresh.store)
  await councilOf(fresh.store)
  await sql`
    insert into buildings
    select (jsonb_populate_record(b, jsonb_build_object(
      'id', 'JX-' || n, 'no', n, 'label', n || '栋', 'plate_code', 'c' || n))).*
    from buildings b, generate_series(6, ${HOUSES}::int) n where id = 'JX-001'`.execute(fresh.store.db)
  await sql`analyze buildings, role_grants`.execute(fresh.store.db)
  await sql`
    insert into role_grants
    select (jsonb_populate_record(g, jsonb_build_object('id', 'g.head.' || n, 'building_id', 'JX-' || n,
      'person_id', (${HEADS}::text[])[1 + n % ${HEADS.length}]))).*
    from role_grants g, generate_series(6, ${HOUSES}::int) n where id = 'g.head'`.execute(fresh.store.db)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await fresh.drop()
})

/** Every head with ten of his houses a screen; every third choice is another one. */
async function allVote(pollId: string): Promise<void> {
  await Promise.all(
    VOTERS.map(async (who, at) => {
      const houses = EVERY_HOUSE.filter((n) => n % HEADS.length === at)
      for (let from = 0; from < houses.length; from += 10) {
        const ten = houses.slice(from, from + 10)
        const votes = Object.fromEntries(ten.map((n) => [`JX-${n}`, CHOICES[n % 3] ?? 'for']))
        answerOf(await cast(street, who, pollId, votes))
      }
    }),
  )
}

async function published(pollId: string): Promise<{ text: string; fingerprint: string; parts: number }> {
  let text = ''
  let parts = 0
  for (let from: number | null = 0; from !== null; parts += 1) {
    const answer: Awaited<ReturnType<typeof part>> = await part(pollId, from)
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(LARGEST)
    text += answer.text
    if (answer.next === null) return { text, fingerprint: answer.fingerprint, parts: parts + 1 }
    from = answer.next
  }
  throw new Error('a record without an end')
}
const part = async (pollId: string, from: number) =>
  answerOf(await street.ask('guest', 'motions.record', { pollId, from }))

test.each(['open', 'secret'] as const)(
  `an %s vote of ${HOUSES} houses is counted, and its record comes in parts that anybody may count again`,
  async (ballots) => {
    const { id, pollId, closesAt } = await voting(street, ballots, SECONDS)
    await allVote(pollId)
    await closed(street, closesAt)
    const units = { all: HOUSES, for: 2_432, against: 2_432, abstain: 2_431 }
    expect((await motionOf(street, id)).ballot?.tally?.units).toEqual(units)

    expect(street.surprises).toEqual([])
    const { text, fingerprint, parts } = await published(pollId)
    expect(parts).toBeGreaterThan(1)
    expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({ sound: true, tally: { units } })
    const file = join(folder, `${ballots}.json`)
    writeFileSync(file, text)
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/tools/verify-vote.ts', file, fingerprint],
      {
        encoding: 'utf8',
      },
    )
    expect(run.stdout + run.stderr).toContain(`${HOUSES}栋的名册，${HOUSES - 5}栋参加`)
    expect(run.status).toBe(0)
    console.info(`${ballots}: ${Buffer.byteLength(text)} bytes in ${parts} parts`)
  },
)

test('a part beyond the end is empty', async () => {
  const { pollId, closesAt } = await voting(street, 'open', SECONDS)
  await closed(street, closesAt)
  expect(await part(pollId, 90_000_000)).toMatchObject({ text: '', next: null })
})
