import { array, boolean, nullable, object, picklist, string } from 'valibot'
import { SLIP_CHANNELS } from '#core/council/slip'
import { CHOICES, OUTCOMES } from '#core/council/tally'
import { count, id, instant } from './shapes'

const choice = picklist(CHOICES)
const counts = object({ all: count, for: count, against: count, abstain: count })

export const unit = object({ unitId: id, label: string() })
export const needed = object({ quorum: count, forAtQuorum: count, forAtFull: count })

/** A poll as anybody sees it. */
export const poll = object({
  id,
  state: picklist(['voting', 'closed', 'void']),
  ballots: picklist(['open', 'secret']),
  mayChange: boolean(),
  wasExtended: boolean(),
  opensAt: instant,
  closesAt: instant,
  units: count,
  represented: count,
  rollHash: string(),
  takingPart: count,
  needed,
  /** `null` until the close, for everybody; `needed`: votes for it that it took with those who came. */
  tally: nullable(object({ units: counts, outcome: picklist(OUTCOMES), needed: count })),
  fingerprint: nullable(string()),
  /** Buildings of the roll the reader stands for now; a choice is told back in an open poll only. */
  mine: array(
    object({ ...unit.entries, choice: nullable(choice), receipt: nullable(string()), at: nullable(instant) }),
  ),
  /** Ballots from paper or the telephone; while it runs, the reader's own alone. */
  slips: array(
    object({
      id,
      ...unit.entries,
      channel: picklist(SLIP_CHANNELS),
      dispute: nullable(string()),
      mayDispute: boolean(),
    }),
  ),
})
