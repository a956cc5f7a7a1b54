import { sql } from 'kysely'
import { PRESETS } from '#core/council/rule'
import type { Choice } from '#core/council/tally'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, HOUR, MINUTE, PILOT_GRID, STREET } from './codes'
import { bodyTale, playBody } from './council-bodies'
import { CHAIR, COUNCIL, SECRETARY } from './council-codes'
import { electionTales, playElection } from './council-elections'
import { houseTale, playHouse } from './council-house'
import { playMeetings } from './council-meetings'
import { pastTales } from './council-past'
import { type Play, playIn } from './council-play'
import { carryOut } from './council-project'
import { handIn, type Photo, photosIn } from './council-slips'
import { type CouncilTale, councilTales } from './council-tales'
import { buildingId } from './estate'
import { below, lowest } from './keyed-hash'
import { atFrom } from './moves'
import type { Part, SeedPorts } from './part'
import { personOf } from './personas'
import { headOf } from './residents'
import { digestOf } from './rows'

/**
 * 金兴街20号小区楼栋长议事会: its charter, its matters, what became of them and its meetings, as the operations would
 * have left them.
 */
export function councilPart(epoch: number, { vault, photos }: SeedPorts): Part {
  const tales = [...pastTales(epoch), ...councilTales(atFrom(epoch))]
  const elections = electionTales(atFrom(epoch))
  const body = bodyTale(atFrom(epoch))
  const house = houseTale(atFrom(epoch))
  return {
    name: 'pilot.council',
    says: '写下楼栋长议事会的议题和会议',
    digest: () => digestOf({ epoch, tales, elections, body, house }),
    async write(tx) {
      await writeCouncil(tx, epoch)
      const play = playIn(tx, vault)
      const telling = { play, photo: photosIn(tx, photos) }
      for (const election of elections) await playElection(play, election)
      for (const tale of tales) await tell(telling, tale)
      await carryOut(telling, 'motion.plates', atFrom(epoch))
      await playBody(play, body)
      await playMeetings(play, { epoch, vault, now: await clockOf(tx) })
      await playHouse(play, house)
      await readByNow(tx)
    },
  }
}

async function writeCouncil(tx: Tx, epoch: number): Promise<void> {
  const street = { street_id: STREET }
  await insertAll(tx, 'councils', [
    {
      ...street,
      id: COUNCIL,
      grid_path: PILOT_GRID,
      name: '金兴街20号小区楼栋长议事会',
      unit_kind: 'building',
      state: 'active',
      chair_id: CHAIR,
      secretary_id: SECRETARY,
    },
  ])
  const { ordinary, special, absolute } = PRESETS
  const body = { rules: { ordinary, special, absolute }, mayChange: true }
  await insertAll(tx, 'council_charters', [
    { ...street, council_id: COUNCIL, version: 1, body, from_at: epoch - 120 * DAY },
  ])
}

/** What a story is told with. */
export interface Telling {
  play: Play
  photo: Photo
}

async function tell(telling: Telling, tale: CouncilTale): Promise<void> {
  const { play } = telling
  const { id, concernId, words, proposer, proposedAt } = tale
  const proposal = { councilId: COUNCIL, concernId, rule: 'ordinary' as const, words }
  await play.does({ person: proposer, at: proposedAt, ids: [id] }, 'motions.propose', proposal)
  for (const [n, no] of tale.seconds.entries()) {
    const at = proposedAt + (n + 1) * 7 * HOUR
    await play.does({ person: headOf(no), at }, 'motions.second', { id, unitId: buildingId(no) })
  }
  let version = 1 + tale.seconds.length
  const note = '归议事会定，写得清楚，可以上会'
  const screen = { id, version, decision: 'schedule' as const, note }
  ;({ version } = await play.does({ person: SECRETARY, at: tale.screenedAt }, 'motions.screen', screen))
  const announcer = personOf('staff.grid')
  ;({ version } = await play.does({ person: announcer, at: tale.announcedAt }, 'motions.announce', {
    id,
    version,
  }))
  const debate = { id, version }
  ;({ version } = await play.does({ person: CHAIR, at: tale.debatedAt }, 'motions.open_debate', debate))
  for (const { by, at, side, words: said } of tale.said)
    await play.does({ person: by, at }, 'motions.speak', { id, side, words: said })
  if (tale.poll) await vote(telling, tale, { ...tale.poll, version })
}

type Poll = NonNullable<CouncilTale['poll']> & { version: number }

/** Opens the poll, lets as many buildings vote as the tale says, counts it if its time is over. */
async function vote(
  telling: Telling,
  { id, objections = [], inForceAt }: CouncilTale,
  poll: Poll,
): Promise<void> {
  const { play } = telling
  const { version, days, votes } = poll
  const opening = { id, version, days, ballots: 'open' as const, opinion: poll.asked !== undefined }
  await play.does({ person: CHAIR, at: poll.at, ids: [poll.id] }, 'motions.open_poll', opening)
  const { onPaper = 0, asked = [] } = poll
  for (const [n, { by, choice }] of asked.entries())
    await speak(play, { pollId: poll.id, by, choice, at: poll.at + (n + 1) * HOUR })
  for (const [n, { no, choice }] of cast(poll).entries()) {
    const at = poll.at + (n + 1) * 12 * MINUTE
    if (n < onPaper) {
      await handIn(telling, { pollId: poll.id, no, choice, at })
      continue
    }
    const ballot = {
      pollId: poll.id,
      votes: [{ unitId: buildingId(no), choice }],
      salt: 'seeded-ballot-salt',
    }
    await play.does({ person: headOf(no), at }, 'ballots.cast', ballot)
  }
  if (onPaper > 0)
    await handIn(telling, { pollId: poll.id, no: idle(poll), choice: 'for', at: poll.at + DAY }, false)
  if (sum(votes) < COUNTED_FROM) return
  await play.strikes(id, poll.at + days * DAY + 2 * HOUR)
  for (const { unit, at, words } of objections)
    await play.does({ person: headOf(unit), at }, 'motions.object', { id, unitId: buildingId(unit), words })
  if (inForceAt) await play.strikes(id, inForceAt)
}

/** The poll that has reached its quorum is the one whose time is over. */
const COUNTED_FROM = 128
const sum = (votes: readonly number[]): number => votes.reduce((all, n) => all + n, 0)

/** Which buildings voted, and how: drawn by hash, so that they are the same everywhere. */
function cast({ id, votes, except }: Poll): { no: number; choice: Choice }[] {
  const all = Array.from({ length: 191 }, (_, at) => at + 1).filter((no) => !except.includes(no))
  const taking = lowest(all, sum(votes), (no) => `votes|${id}|${no}`)
  const choices = (['for', 'against', 'abstain'] as const).flatMap((choice, at) =>
    Array<Choice>(votes[at] ?? 0).fill(choice),
  )
  return taking
    .map((no, at) => ({ no, choice: choices[at] ?? 'abstain' }))
    .sort((a, b) => below(`turn|${id}|${a.no}`, 1_000_000) - below(`turn|${id}|${b.no}`, 1_000_000))
}

async function clockOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ now: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(tx)
  return Number(rows[0]?.now)
}

interface Opinion {
  pollId: string
  by: string
  choice: Choice
  at: number
}

/** A resident says when he was born, because an opinion asks for it, and then what he thinks. */
async function speak(play: Play, { pollId, by, choice, at }: Opinion): Promise<void> {
  await play.does({ person: by, at }, 'people.leaveBirth', { year: 1988, month: 5 })
  await play.does({ person: by, at }, 'opinions.say', { pollId, choice, salt: 'seeded-ballot-salt' })
}

/** A house that votes not at all, not even on purpose. */
function idle(poll: Poll): number {
  const voting = cast(poll).map(({ no }) => no)
  return (
    Array.from({ length: 191 }, (_, at) => at + 1).find(
      (no) => !voting.includes(no) && !poll.except.includes(no),
    ) ?? 1
  )
}

/** What the council told people they have read: their inboxes begin with what is new today. */
const readByNow = (tx: Tx) =>
  tx
    .updateTable('inbox_messages')
    .set(({ ref }) => ({ read_at: ref('at') }))
    .where('street_id', '=', STREET)
    .where((is) => is.or([is('motion_id', 'is not', null), is('kind', 'like', 'meeting_%')]))
    .execute()
