import type { Motion } from './motion'
import type { MotionEventKind } from './motion-events'
import { SECONDS_WITHIN } from './steps/agenda'
import { AGAIN_WITHIN } from './steps/decision'
import { RUN_OFF_WITHIN } from './steps/election'

/** What happens to a motion by itself, and when: from `at` on, never before. Epoch milliseconds. */
export interface Due {
  kind: Extract<MotionEventKind, 'lapse' | 'tally' | 'leave_to_lot' | 'enforce' | 'archive'>
  at: number
}

/** `closesAt`: the close of the poll that is open. `null`: the motion waits for people alone. */
export function dueOf(motion: Motion, closesAt: number | null): Due | null {
  switch (motion.state) {
    case 'proposed':
      return { kind: 'lapse', at: motion.proposedAt + SECONDS_WITHIN }
    case 'no_quorum':
      return { kind: 'lapse', at: motion.talliedAt + AGAIN_WITHIN }
    case 'run_off':
      return { kind: 'leave_to_lot', at: motion.talliedAt + RUN_OFF_WITHIN }
    case 'voting':
      return closesAt === null ? null : { kind: 'tally', at: closesAt }
    case 'publicity':
      return { kind: 'enforce', at: motion.publicity.until }
    case 'result_publicity':
      return { kind: 'archive', at: motion.publicity.until }
    default:
      return null
  }
}
