import { DAY, HOUR, MINUTE } from './codes'
import { CHAIR, COUNCIL, SECRETARY } from './council-codes'
import type { Play } from './council-play'
import { buildingId } from './estate'
import { below, lowest } from './keyed-hash'
import type { At } from './moves'
import { personOf } from './personas'
import { headOf } from './residents'

interface Standing {
  house: number
  says: string
  /** Named by the head of this house before he agreed. */
  namedBy?: number
}

interface ElectionTale {
  id: string
  office: 'chair' | 'member'
  seats: number
  title: string
  text: string
  proposer: string
  proposedAt: number
  seconds: number[]
  candidates: Standing[]
  /** Named, and silent until now. */
  waiting?: { house: number; namedBy: number }
  /** How many papers name the first one, the second one, …; and how many name nobody. */
  vote?: { pollId: string; at: number; days: number; papers: number[]; blank: number; inForceAt: number }
}

/** 温师傅 was confirmed as the one who calls and leads the council; now two are wanted who look at its accounts. */
export const electionTales = (at: At): ElectionTale[] => [
  {
    id: 'motion.chair',
    office: 'chair',
    seats: 1,
    title: '推选议事会召集人',
    text: '试行满三个月，按公约由楼栋长推选召集人，任期一年，只主持不表态。',
    proposer: headOf(12),
    proposedAt: at(-118, '19:00'),
    seconds: [31, 40, 58],
    candidates: [
      { house: 23, says: '试行这三个月我主持，每次会都按时开、按时散，记录当天贴出来。' },
      { house: 66, says: '我退休了，白天都在，谁有事来66栋一楼找我。', namedBy: 12 },
      { house: 104, says: '我做过十年居民小组长，谁先说谁后说，我记得住。' },
    ],
    vote: {
      pollId: 'poll.chair',
      at: at(-108, '18:00'),
      days: 5,
      papers: [81, 39, 22],
      blank: 6,
      inForceAt: at(-95, '08:00'),
    },
  },
  {
    id: 'motion.lookers',
    office: 'member',
    seats: 2,
    title: '推选两位看账的楼栋长',
    text: '决议落实要花钱，每一笔都公开。请两位楼栋长每月看一次账，看完在议事会上说。',
    proposer: personOf('head.two'),
    proposedAt: at(-7, '19:30'),
    seconds: [8, 34, 71],
    candidates: [
      { house: 8, says: '我开小店，天天记账，少一块钱都找得出来。' },
      { house: 71, says: '电费从哪笔出，我问过一次；让我看账，我就替大家问到底。', namedBy: 44 },
    ],
    waiting: { house: 90, namedBy: 8 },
  },
]

/** An election from the first tap on, as far as it has come. */
export async function playElection(play: Play, tale: ElectionTale): Promise<void> {
  const { id, office, seats, title, text, proposedAt } = tale
  const words = { title, text, who: '全体楼栋长', byWhen: proposedAt + 90 * DAY, costFen: 0 }
  const asked = { councilId: COUNCIL, concernId: null, rule: 'election' as const, words }
  const proposal = { ...asked, election: { office, seats } }
  await play.does({ person: tale.proposer, at: proposedAt, ids: [id] }, 'motions.propose', proposal)
  for (const [n, no] of tale.seconds.entries())
    await play.does({ person: headOf(no), at: proposedAt + (n + 1) * HOUR }, 'motions.second', {
      id,
      unitId: buildingId(no),
    })
  await gather(play, tale)
  const screen = { id, version: 1 + tale.seconds.length + named(tale), decision: 'schedule' as const }
  const at = proposedAt + 2 * DAY
  const note = '任期到了，可以推选'
  const { version } = await play.does({ person: SECRETARY, at }, 'motions.screen', { ...screen, note })
  const announcer = personOf('staff.grid')
  const announced = await play.does({ person: announcer, at: at + HOUR }, 'motions.announce', { id, version })
  if (tale.vote) await vote(play, tale, { ...tale.vote, version: announced.version })
}

const named = ({ candidates, waiting }: ElectionTale): number =>
  candidates.length + candidates.filter(({ namedBy }) => namedBy).length + (waiting ? 1 : 0)

async function gather(play: Play, { id, proposedAt, candidates, waiting }: ElectionTale): Promise<void> {
  let at = proposedAt + DAY
  const name = (house: number, namedBy: number) =>
    play.does({ person: headOf(namedBy), at }, 'motions.nominate', { id, houseId: buildingId(house) })
  for (const { house, says, namedBy } of candidates) {
    at += HOUR
    if (namedBy) await name(house, namedBy)
    at += HOUR
    const stand = { id, unitId: buildingId(house), statement: says }
    await play.does({ person: headOf(house), at }, 'motions.stand', stand)
  }
  if (waiting) await name(waiting.house, waiting.namedBy)
}

type Vote = NonNullable<ElectionTale['vote']> & { version: number }

/** Secret, as elections are: how each house voted is drawn by hash here, and lies in the box like any other. */
async function vote(play: Play, { id }: ElectionTale, { version, ...poll }: Vote): Promise<void> {
  const { pollId, at, days, papers, blank } = poll
  const opening = { id, version, days, ballots: 'secret' as const, opinion: false }
  await play.does({ person: CHAIR, at, ids: [pollId] }, 'motions.open_poll', opening)
  const { ballot } = await play.does({ person: CHAIR, at }, 'motions.get', { id })
  const ids = ballot?.slate?.candidates.map((one) => one.id) ?? []
  const chosen = papers.flatMap((many, n) => Array<string[]>(many).fill([ids[n] ?? '']))
  const all = [...chosen, ...Array<string[]>(blank).fill([])]
  const houses = lowest(
    Array.from({ length: 191 }, (_, n) => n + 1).filter((no) => no !== NO_HEAD_THEN),
    all.length,
    (no) => `papers|${pollId}|${no}`,
  )
  const turns = houses
    .map((no, n) => ({ no, choice: all[n] ?? [] }))
    .sort((a, b) => below(`turn|${pollId}|${a.no}`, 1_000_000) - below(`turn|${pollId}|${b.no}`, 1_000_000))
  for (const [n, { no, choice }] of turns.entries())
    await play.does({ person: headOf(no), at: at + (n + 1) * 12 * MINUTE }, 'ballots.cast', {
      pollId,
      votes: [{ unitId: buildingId(no), choice }],
      salt: 'seeded-ballot-salt',
    })
  await play.strikes(id, at + days * DAY + 2 * HOUR)
  await play.strikes(id, poll.inForceAt)
}

/** 77栋: who stands in for its head came later. */
const NO_HEAD_THEN = 77
