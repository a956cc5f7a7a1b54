import type { OutputOf } from '../../../src/contracts/operations'
import { PRESETS } from '../../../src/core/council/rule'
import type { Choice } from '../../../src/core/council/tally'
import { runMotionClock } from '../../../src/server/council/clock'
import type { Store } from '../../../src/server/storage/database'
import { answerOf, GRID, PIECE, personOf, STREET, type Street, type Who } from '../concerns/small-street'

export const DAY = 86_400_000
export const COUNCIL = 'council-jx'
/** Five houses; 2栋 and 3栋 have one head, 5栋 has none. */
export const HEADS = [
  ['head', 'JX-001'],
  ['neighbour', 'JX-002'],
  ['neighbour', 'JX-003'],
  ['follower', 'JX-004'],
] as const satisfies readonly (readonly [Who, string])[]

export const words = (now: number) => ({
  title: '1栋旁留一条坡道',
  text: '在1栋东侧台阶旁做一条轮椅能过的坡道。',
  who: '网格员曾小云',
  byWhen: now + 60 * DAY,
  costFen: 300_000,
})

/** The council of the small street: five houses, four of them headed by three people; 志愿者 leads it. */
export async function councilOf({ db }: Store): Promise<void> {
  const first = await db
    .selectFrom('buildings')
    .selectAll()
    .where('id', '=', 'JX-001')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('buildings')
    .values(
      [3, 4, 5].map((no) => ({ ...first, id: `JX-00${no}`, no, label: `${no}栋`, plate_code: `c${no}` })),
    )
    .execute()
  for (const [who, house] of HEADS.filter(([one]) => one !== 'head')) await appoint(db, who, house)
  await db
    .insertInto('councils')
    .values({
      street_id: STREET,
      id: COUNCIL,
      grid_path: GRID,
      name: '20号小区楼栋长议事会',
      unit_kind: 'building',
      state: 'active',
      chair_id: personOf('volunteer'),
      secretary_id: personOf('secretary'),
    })
    .execute()
  const { ordinary, special, absolute } = PRESETS
  await db
    .insertInto('council_charters')
    .values({
      street_id: STREET,
      council_id: COUNCIL,
      version: 1,
      body: { rules: { ordinary, special, absolute }, mayChange: true },
      from_at: 1,
    })
    .execute()
}

export async function appoint(db: Store['db'], who: Who, house: string, from = 1): Promise<void> {
  await db
    .insertInto('role_grants')
    .values({
      street_id: STREET,
      id: `g.${who}.${house}`,
      person_id: personOf(who),
      role: 'head',
      grid_path: PIECE,
      building_id: house,
      department_id: null,
      from_at: from,
      to_at: 4_000_000_000_000,
    })
    .execute()
}

export const motionOf = async (street: Street, id: string, who: Who = 'guest') =>
  answerOf(await street.ask(who, 'motions.get', { id }))

/** Proposed by the head of 1栋. */
export async function proposed(street: Street): Promise<string> {
  const input = {
    councilId: COUNCIL,
    concernId: null,
    rule: 'ordinary' as const,
    words: words(street.time.now),
  }
  return answerOf(await street.ask('head', 'motions.propose', input)).id
}

/** Who seconds: one house where there are fewer than ten, three elsewhere. */
type Seconds = readonly (readonly [Who, string])[]
const ONE: Seconds = [['follower', 'JX-004']]

/** Seconded, screened and announced three days ago: the chair may open debate or poll. */
export async function announced(street: Street, seconds = ONE): Promise<{ id: string; version: number }> {
  const id = await proposed(street)
  for (const [who, unitId] of seconds) answerOf(await street.ask(who, 'motions.second', { id, unitId }))
  const screened = seconds.length + 1
  const screen = { id, version: screened, decision: 'schedule' as const, note: '可以上会' }
  answerOf(await street.ask('secretary', 'motions.screen', screen))
  const announce = { id, version: screened + 1 }
  const { version } = answerOf(await street.ask('grid_staff', 'motions.announce', announce))
  street.time.now += 3 * DAY
  return { id, version }
}

export async function voting(
  street: Street,
  ballots: 'open' | 'secret' = 'open',
  seconds = ONE,
): Promise<{ id: string; version: number; pollId: string; closesAt: number }> {
  return opened(street, await announced(street, seconds), ballots)
}

/** Put to the vote for two days, by the chair. */
export async function opened(
  street: Street,
  { id, version }: { id: string; version: number },
  ballots: 'open' | 'secret',
): Promise<{ id: string; version: number; pollId: string; closesAt: number }> {
  const answer = answerOf(
    await street.ask('volunteer', 'motions.open_poll', { id, version, days: 2, ballots, opinion: false }),
  )
  const { ballot } = await motionOf(street, id)
  if (!ballot) throw new Error('no poll was opened')
  return { id, version: answer.version, pollId: ballot.id, closesAt: ballot.closesAt }
}

export const cast = (
  street: Street,
  who: Who,
  pollId: string,
  votes: Record<string, Choice>,
  salt = 'a'.repeat(16),
) =>
  street.ask(who, 'ballots.cast', {
    pollId,
    votes: Object.entries(votes).map(([unitId, choice]) => ({ unitId, choice })),
    salt,
  })

/** Every house that can vote does: three for it, one against. */
export async function everybodyVotes(
  street: Street,
  pollId: string,
): Promise<OutputOf<'ballots.cast'>['receipts']> {
  const said = [
    await cast(street, 'head', pollId, { 'JX-001': 'for' }),
    await cast(street, 'neighbour', pollId, { 'JX-002': 'for', 'JX-003': 'against' }),
    await cast(street, 'follower', pollId, { 'JX-004': 'for' }),
  ]
  return said.flatMap((one) => answerOf(one).receipts)
}

export async function closed(street: Street, closesAt: number): Promise<void> {
  street.time.now = closesAt
  await runMotionClock(street.system, 10)
}
