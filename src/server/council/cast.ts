import { sql } from 'kysely'
import { choiceBy } from '#core/council/paper'
import { receiptOf } from '#core/council/receipt'
import type { Channel } from '#core/council/slip'
import type { Asking } from '../operation'
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
  at: number
  channel: Channel
}

/** Puts a ballot into the box of a poll that is held against counting; answers its receipt. */
export const cast = (asking: Asking, poll: KeptPoll, vote: Vote): Promise<string> =>
  poll.ballots === 'open' ? castOpen(asking, poll, vote) : castSecret(asking, poll, vote)

async function castOpen({ tx, system }: Asking, poll: KeptPoll, vote: Vote): Promise<string> {
  const { unitId, marks, personId, at, channel } = vote
  const nonce = newNonce()
  const receipt = receiptOf({ pollId: poll.id, unitId, choice: toldIn(poll, marks), nonce }, sha256)
  const sealed = sealBallot(system.vault, { pollId: poll.id, unitId }, { marks, nonce })
  const said = { person_id: personId, sealed, receipt, at, channel }
  await tx
    .insertInto('ballots')
    .values({ street_id: system.streetId, poll_id: poll.id, unit_id: unitId, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'poll_id', 'unit_id'])
        .doUpdateSet({ ...said, times: sql`ballots.times + 1` }),
    )
    .execute()
  return receipt
}

/** What a receipt is made of: the choice in words, the paper of an election in marks. */
const toldIn = ({ slate }: KeptPoll, marks: string): string => (slate ? marks : choiceBy(marks))

/** Who took part and what was chosen lie apart; the receipt is made of chance alone, so it tells no choice. */
async function castSecret({ tx, system }: Asking, poll: KeptPoll, vote: Vote): Promise<string> {
  const { unitId, marks, at, channel } = vote
  const ofPoll = { street_id: system.streetId, poll_id: poll.id }
  const receipt = receiptOf({ pollId: poll.id, unitId, choice: '', nonce: newNonce() }, sha256)
  await tx
    .insertInto('poll_participants')
    .values({ ...ofPoll, unit_id: unitId, receipt, at, channel })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'poll_id', 'unit_id']).doUpdateSet({ receipt, at, channel }),
    )
    .execute()
  await putIntoBox(tx, system, { pollId: poll.id, kind: 'vote', voiceId: unitId, marks })
  return receipt
}
