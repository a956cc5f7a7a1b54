import type { HardshipCase } from '../care/hardship'
import type { Pairing } from '../care/pairing'
import { dayOf } from '../concerns/calendar'
import type { Concern } from '../concerns/concern'
import type { Motion } from '../council/motion'
import type { Project } from '../council/project'
import type { WeeklyGoal } from '../goals/goal'
import { spanOfWeek } from '../goals/week'
import type { JointMatter } from '../joint/matter'
import type { Offer } from '../offers/offer'
import type { Shift, Task } from '../volunteers/task'
import { phaseOf } from '../volunteers/task'
import type { Standings } from './table'

/** 民情: one that was sent back is in hand again, and one that ended without a result never was anybody's. */
export function standingOfConcern(
  concern: Pick<Concern, 'state' | 'reopenCount'> & { outcome?: unknown; mergedInto?: string | null },
): Standings['concern'] {
  const { state, reopenCount } = concern
  if (state === 'in_progress' && reopenCount > 0) return 'sent_back'
  if (state !== 'closed') return state
  if (concern.mergedInto) return 'merged'
  return concern.outcome ? 'closed' : 'dropped'
}

export const standingOfPairing = ({ state }: Pick<Pairing, 'state'>): Standings['pairing'] => state

export const standingOfHardship = ({ state }: Pick<HardshipCase, 'state'>): Standings['hardship'] => state

/** 志愿任务. `unconfirmed`: hours of those who came that stand in no ledger yet. */
export function standingOfTask(
  task: Pick<Task, 'state'>,
  { shifts, unconfirmed, now }: { shifts: readonly Shift[]; unconfirmed: number; now: number },
): Standings['task'] {
  const phase = phaseOf(task, shifts, now)
  if (phase === 'over') return unconfirmed > 0 ? 'to_confirm' : 'settled'
  if (phase !== 'open') return phase
  const open = shifts.filter(({ state }) => state === 'open')
  return open.every(({ taken, capacity }) => taken >= capacity) ? 'full' : 'open'
}

export function standingOfOffer(offer: Offer, now: number): Standings['offer'] {
  const today = dayOf(now)
  if (offer.state === 'ended' || today > offer.toDay) return 'ended'
  return today < offer.fromDay ? 'coming' : 'open'
}

export const standingOfMotion = (motion: Motion): Standings['motion'] =>
  motion.state === 'ended' ? motion.ending : motion.state

export const standingOfProject = ({ state }: Pick<Project, 'state'>): Standings['project'] => state

export const standingOfGoal = ({ state, week }: WeeklyGoal, now: number): Standings['goal'] =>
  state === 'open' && now < spanOfWeek(week).from ? 'ahead' : state

export const standingOfChange = (): Standings['change'] => 'told'

export function standingOfJoint({ state, signOffs }: JointMatter): Standings['joint'] {
  if (state !== 'open') return state
  return Object.keys(signOffs).length > 0 ? 'part_signed' : 'unsigned'
}
