import { array, boolean, maxLength, nullable, object, picklist, pipe, string, union } from 'valibot'
import { MOST_SEATS } from '#core/council/candidates'
import { COUNCIL_OFFICES } from '#core/council/election'
import { SLIP_CHANNELS } from '#core/council/slip'
import { CHOICES, OUTCOMES } from '#core/council/tally'
import { count, id, instant } from './shapes'

/** One of three choices, or the candidates chosen on the paper of an election. */
export const said = union([picklist(CHOICES), pipe(array(id), maxLength(MOST_SEATS))])
const counts = object({ all: count, for: count, against: count, abstain: count })

export const unit = object({ unitId: id, label: string() })
export const needed = object({ quorum: count, forAtQuorum: count, forAtFull: count })

/** The paper of an election. */
export const slate = object({
  office: picklist(COUNCIL_OFFICES),
  seats: count,
  round: picklist([1, 2]),
  candidates: array(object({ id, name: string(), label: string() })),
})

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
  tally: nullable(
    object({
      units: counts,
      outcome: picklist(OUTCOMES),
      needed: count,
      /** Where owners also count by area, in square centimetres. */
      area: nullable(object({ ...counts.entries, quorum: count, needed: count })),
      /** Of an election, most first. */
      votes: nullable(array(object({ candidateId: id, votes: count }))),
    }),
  ),
  slate: nullable(slate),
  fingerprint: nullable(string()),
  /** Buildings of the roll the reader stands for now; a choice is told back in an open poll only. */
  mine: array(
    object({ ...unit.entries, choice: nullable(said), receipt: nullable(string()), at: nullable(instant) }),
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
