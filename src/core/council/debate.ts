import type { Refusal } from '../refusals'
import { ORDER } from './floor'
import type { MotionState } from './motion'
import { mayInCouncil, type Standing } from './standing'

interface Debate extends Standing {
  state: MotionState
  /** Who has spoken on this motion so far, oldest first. */
  spoken: readonly string[]
}

/**
 * Why somebody does not get the floor in a debate on the screen, or `null`. One at a time: whoever spoke last lets
 * another speak first, and nobody speaks more often than in the room (议事规则第 2, 4 条). Who leads the debate gives
 * no opinion in it (第 1 条).
 */
export function whyNotSpeak({ state, spoken, ...standing }: Debate): Refusal | null {
  const { personId } = standing.actor
  if (personId === null || !mayInCouncil(standing, 'motion.propose')) return 'FORBIDDEN'
  if (personId === standing.council.chairId) return 'CHAIR_IS_NEUTRAL'
  if (state !== 'debating') return 'NOT_IN_THIS_STATE'
  const times = spoken.filter((id) => id === personId).length
  return times >= ORDER.speechesPerUnit || spoken[spoken.length - 1] === personId ? 'SPOKEN_ALREADY' : null
}
