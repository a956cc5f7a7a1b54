import { PRESETS } from '#core/council/rule'
import type { Choice } from '#core/council/tally'
import type { Vault } from '../people/vault'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, HOUR, MINUTE, PILOT_ESTATE, PILOT_GRID, STREET } from './codes'
import { pastTales } from './council-past'
import { type Play, playIn } from './council-play'
import { type CouncilTale, councilTales } from './council-tales'
import { buildingId } from './estate'
import { below, lowest } from './keyed-hash'
import { atFrom } from './moves'
import type { Part } from './part'
import { personOf } from './personas'
import { headOf } from './residents'
import { digestOf } from './rows'

const COUNCIL = `council.${PILOT_ESTATE}`
const CHAIR = personOf('head.023')
const SECRETARY = personOf('secretary')

/**
 * 金兴街20号小区楼栋长议事会: its charter, two matters it is done with, and three it is at, as the
 * operations would have left them.
 */
export function councilPart(epoch: number, vault: Vault): Part {
  const tales = [...pastTales(epoch), ...councilTales(atFrom(epoch))]
  return {
    name: 'pilot.council',
    says: '写下楼栋长议事会的五个议题',
    digest: () => digestOf({ epoch, tales }),
    async write(tx) {
      await writeCouncil(tx, epoch)
      const play = playIn(tx, vault)
      for (const tale of tales) await tell(play, tale)
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

async function tell(play: Play, tale: CouncilTale): Promise<void> {
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
  if (tale.poll) await vote(play, tale, { ...tale.poll, version })
}

type Poll = NonNullable<CouncilTale['poll']> & { version: number }

/** Opens the poll, lets as many buildings vote as the tale says, counts it if its time is over. */
async function vote(play: Play, { id, objections = [], inForceAt }: CouncilTale, poll: Poll): Promise<void> {
  const { version, days, votes } = poll
  const opening = { id, version, days, ballots: 'open' as const }
  await play.does({ person: CHAIR, at: poll.at, ids: [poll.id] }, 'motions.open_poll', opening)
  for (const [n, { no, choice }] of cast(poll).entries()) {
    const ballot = {
      pollId: poll.id,
      votes: [{ unitId: buildingId(no), choice }],
      salt: 'seeded-ballot-salt',
    }
    await play.does({ person: headOf(no), at: poll.at + (n + 1) * 12 * MINUTE }, 'ballots.cast', ballot)
  }
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

/** What the council told people they have read: their inboxes begin with what is new today. */
const readByNow = (tx: Tx) =>
  tx
    .updateTable('inbox_messages')
    .set(({ ref }) => ({ read_at: ref('at') }))
    .where('street_id', '=', STREET)
    .where('motion_id', 'is not', null)
    .execute()
