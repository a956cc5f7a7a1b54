import { sealAudit } from './audit/seal'
import { runHazardClock } from './buildings/clock'
import { runHardshipClock } from './care/hardship-clock'
import { runVisitClock } from './care/visit-clock'
import { runDueTimers } from './concerns/clock'
import { runPhotoChecks } from './content/errands'
import { runMotionClock } from './council/clock'
import { runPollReminders } from './council/closing-soon'
import { runScores } from './evaluation/clock'
import { runGoalClock } from './goals/clock'
import { runTerms } from './heads/clock'
import { runJointClock } from './joint/clock'
import { sendDueMessages } from './messages/send'
import { runOfferClock } from './offers/clock'
import type { System } from './operation'
import { runBirthdays } from './people/birthdays'
import { runClosings } from './people/closing/clock'
import { runCorrections } from './people/corrections'
import { runResealing } from './people/resealing'
import { runResidenceClock } from './residences/clock'
import { runRetention } from './retention/clock'
import { runStatistics } from './storage/statistics'
import { runVolunteerClock } from './volunteers/clock'

/** Something that happens by itself. Any number of workers may run it at once; each piece of work is done once. */
interface Clock {
  name: string
  /** Pieces of work in one go on a machine of our own; what is left follows a moment later. */
  atOnce: number
  /** How long it rests on a machine of our own, where what it does can wait; the others look every second. */
  everyMs?: number
  /** Answers how many pieces it did. */
  run(system: System, limit: number): Promise<number>
}

/** Each runs on its own: however slow WeChat is, no deadline waits for it. */
export const CLOCKS: readonly Clock[] = [
  { name: 'timers', atOnce: 200, run: runDueTimers },
  { name: 'photos', atOnce: 20, run: runPhotoChecks },
  { name: 'messages', atOnce: 20, run: sendDueMessages },
  { name: 'terms', atOnce: 50, run: runTerms },
  { name: 'homes', atOnce: 50, run: runResidenceClock },
  { name: 'birthdays', atOnce: 200, run: runBirthdays },
  { name: 'hazards', atOnce: 50, run: runHazardClock },
  { name: 'corrections', atOnce: 50, run: runCorrections },
  { name: 'closings', atOnce: 10, run: runClosings },
  { name: 'resealing', atOnce: 20, run: runResealing },
  { name: 'retention', atOnce: 200, run: runRetention },
  { name: 'motions', atOnce: 50, run: runMotionClock },
  { name: 'reminders', atOnce: 20, run: runPollReminders },
  { name: 'joint', atOnce: 50, run: runJointClock },
  { name: 'scores', atOnce: 200, run: runScores },
  { name: 'volunteers', atOnce: 50, run: runVolunteerClock },
  { name: 'visits', atOnce: 50, run: runVisitClock },
  { name: 'hardship', atOnce: 50, run: runHardshipClock },
  { name: 'offers', atOnce: 50, run: runOfferClock },
  { name: 'goals', atOnce: 50, run: runGoalClock },
  { name: 'statistics', atOnce: 2, everyMs: 60_000, run: runStatistics },
  { name: 'audit', atOnce: 2_000, run: sealAudit },
]
