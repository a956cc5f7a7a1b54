import { sql } from 'kysely'
import { choiceBy } from '#core/council/paper'
import { receiptOf } from '#core/council/receipt'
import type { Channel } from '#core/council/slip'
import type { Asking } from '../operation'
import { rowsOf } from '../storage/insert-all'
import { newNonce, sealBallot } from './box'
import { putIntoBox } from './box-rows'
import type { KeptPoll } from './polls'
import { sha256 } from './sha256'

/** What one building says, by whom it is said, and how it came in. */
export interface Vote {
  unitId: string
  /** What its ballot says, in marks (core/council/paper.ts). */
  marks: string
  personId: string
  channel: Channel
}

/** A vote that is ready for the box, and what its voter keeps of it. */
export interface Ballot extends Vote {
  nonce: string
  receipt: string
}

/** Of a secret ballot the receipt is made of chance alone, so it tells no choice. */
export function filledBallot(poll: KeptPoll, vote: Vote): Ballot {
  const nonce = newNonce()
  const choice = poll.ballots === 'open' ? toldIn(poll, vote.marks) : ''
  const receipt = receiptOf({ pollId: poll.id, unitId: vote.unitId, choice, nonce }, sha256)
  return { ...vote, nonce, receipt }
}

/** What a receipt is made of: the choice in words, the paper of an election in marks. */
const toldIn = ({ slate }: KeptPoll, marks: string): string => (slate ? marks : choiceBy(marks))

type Keys = Pick<Asking, 'tx' | 'system'>

/** Ballots of one instant, at least one, no two of one house. */
interface Put {
  at: number
  ballots: readonly Ballot[]
}

/**
 * Puts ballots into the box of a poll that is held against counting: in the order of houses, so that two groups with
 * the same houses wait for each other and not in a circle.
 */
export async function putBallots(asking: Keys, poll: KeptPoll, { at, ballots }: Put): Promise<void> {
  const ordered = { at, ballots: [...ballots].sort((a, b) => (a.unitId < b.unitId ? -1 : 1)) }
  await (poll.ballots === 'open' ? putOpen(asking, poll, ordered) : putSecret(asking, poll, ordered))
}

async function putOpen({ tx, system }: Keys, { id }: KeptPoll, { at, ballots }: Put): Promise<void> {
  const rows = ballots.map(({ unitId, personId, marks, nonce, receipt, channel }) => ({
    street_id: system.streetId,
    poll_id: id,
    unit_id: unitId,
    person_id: personId,
    sealed: sealBallot(system.vault, { pollId: id, unitId }, { marks, nonce }),
    receipt,
    at,
    channel,
  }))
  await sql`insert into ballots ${rowsOf('ballots', rows)}
    on conflict (street_id, poll_id, unit_id) do update set
      person_id = excluded.person_id, sealed = excluded.sealed, receipt = excluded.receipt, at = excluded.at,
      channel = excluded.channel, times = ballots.times + 1`.execute(tx)
}

/** Who took part and what was chosen lie apart. The instant is only checked: the trigger leaves nothing of it. */
async function putSecret({ tx, system }: Keys, { id }: KeptPoll, { at, ballots }: Put): Promise<void> {
  const rows = ballots.map(({ unitId, receipt, channel }) => ({
    street_id: system.streetId,
    poll_id: id,
    unit_id: unitId,
    receipt,
    at,
    channel,
  }))
  await sql`insert into poll_participants ${rowsOf('poll_participants', rows)}
    on conflict (street_id, poll_id, unit_id) do update set
      receipt = excluded.receipt, at = ${at}, channel = excluded.channel`.execute(tx)
  const voices = ballots.map(({ unitId, marks }) => ({ voiceId: unitId, marks }))
  await putIntoBox(tx, system, { pollId: id, kind: 'vote' }, voices)
}
