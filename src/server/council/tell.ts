import { type Motion, wordsOf } from '#core/council/motion'
import type { MotionEvent } from '#core/council/motion-events'
import { type CouncilNewsKind, isCouncilNews } from '#core/messages/worth'
import { tellEach } from '../heads/tell'
import { putOutVote } from '../messages/outbox'
import type { System } from '../operation'
import { under } from '../queries/under'
import type { Tx } from '../storage/database'
import { isOfHouses, listedUnits } from './listed-units'
import type { Council } from './load'

type Keeping = Pick<System, 'streetId' | 'newId'>

interface Told {
  motion: Motion
  event: MotionEvent
  council: Council
  now: number
}

type Ears = 'proposer' | 'secretary' | 'heads' | 'nominee'

/** Who hears of a step, and as what. */
function newsOf({ motion, event }: Pick<Told, 'motion' | 'event'>): { kind: string; to: Ears } | null {
  switch (event.kind) {
    case 'second':
      return motion.state === 'seconded' ? { kind: 'motion_to_screen', to: 'secretary' } : null
    case 'screen':
      return { kind: SCREENED[event.decision], to: 'proposer' }
    case 'revise':
      return { kind: 'motion_to_screen', to: 'secretary' }
    case 'nominate':
      return { kind: 'motion_nominated', to: 'nominee' }
    case 'announce':
      return { kind: 'motion_announced', to: 'heads' }
    case 'open_poll':
      return { kind: 'motion_poll', to: 'heads' }
    case 'extend':
      return { kind: 'motion_extended', to: 'heads' }
    case 'tally':
      return { kind: 'motion_result', to: 'heads' }
    case 'leave_to_lot':
      return { kind: 'motion_lot', to: 'secretary' }
    case 'draw':
      return { kind: 'motion_drawn', to: 'heads' }
    case 'watch':
      return { kind: 'motion_result', to: 'heads' }
    case 'void':
      return { kind: 'motion_void', to: 'heads' }
    case 'review':
      return { kind: 'motion_reviewed', to: 'proposer' }
    case 'enforce':
      return { kind: 'motion_in_force', to: 'proposer' }
    case 'lapse':
      return { kind: 'motion_lapsed', to: 'proposer' }
    default:
      return null
  }
}

const SCREENED = {
  schedule: 'motion_scheduled',
  return: 'motion_returned',
  refer: 'motion_referred',
} as const

/** Puts one line into the inbox of everybody a step concerns. */
export async function tellOfMotion(tx: Tx, system: Keeping, told: Told): Promise<void> {
  const news = newsOf(told)
  if (!news) return
  const { motion, now } = told
  const inbox = await tellEach(tx, system, {
    personIds: await earsOf(tx, system.streetId, told, news.to),
    kind: news.kind,
    title: wordsOf(motion).title,
    motionId: motion.id,
    now,
  })
  if (isCouncilNews(news.kind)) await putOutOf(tx, system, { motion, kind: news.kind, inbox, now })
}

interface PutOut {
  motion: Motion
  kind: CouncilNewsKind
  inbox: { inboxId: string; personId: string }[]
  now: number
}

/** A vote is worth a message on the phone of whoever has asked for one. */
const putOutOf = (tx: Tx, { streetId, newId }: Keeping, { motion, kind, inbox, now }: PutOut) =>
  putOutVote(tx, { streetId, motionId: motion.id, kind, inbox }, { at: now, newId })

/** 快截止了: those alone whose house has no ballot in the box; nobody else learns which these are. */
export async function tellOfClosing(
  tx: Tx,
  system: Keeping,
  { motion, personIds, now }: { motion: Motion; personIds: string[]; now: number },
): Promise<void> {
  const kind = 'motion_closing'
  const { title } = wordsOf(motion)
  const inbox = await tellEach(tx, system, { personIds, kind, title, motionId: motion.id, now })
  await putOutOf(tx, system, { motion, kind, inbox, now })
}

async function earsOf(tx: Tx, streetId: string, told: Told, to: Ears): Promise<string[]> {
  const { motion, event, council, now } = told
  if (to === 'nominee') return event.kind === 'nominate' ? [event.personId] : []
  if (to === 'proposer') return [motion.proposerId]
  if (to === 'secretary') return council.secretaryId ? [council.secretaryId] : []
  return headsOf(tx, streetId, { council, now })
}

/** Everybody who heads a building of the council now, or stands in the list of another body. */
export async function headsOf(
  tx: Tx,
  streetId: string,
  { council, now }: Pick<Told, 'council' | 'now'>,
): Promise<string[]> {
  if (!isOfHouses(council)) {
    const listed = await listedUnits(tx, streetId, { body: council, now })
    return [...new Set(listed.flatMap(({ personId }) => personId ?? []))]
  }
  const rows = await tx
    .selectFrom('role_grants as g')
    .select('g.person_id')
    .distinct()
    .where('g.street_id', '=', streetId)
    .where('g.role', '=', 'head')
    .where(under('g.grid_path', council.gridPath))
    .where('g.from_at', '<=', now)
    .where('g.to_at', '>', now)
    .orderBy('g.person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}
