import { type Line, type PollLine, sealRecord, type UnitLine, writeRecord } from '#core/council/record'
import { decide, type Tally, tally } from '#core/council/tally'
import { verifyRecord } from '#core/council/verify'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { openBallot } from './box'
import { countBox, emptyBox } from './box-rows'
import type { Council } from './load'
import { closeOpinions } from './opinions'
import { type KeptPoll, rollOf } from './polls'
import { sha256 } from './sha256'
import { struckBefore } from './strikes'

type Keeping = Pick<System, 'streetId' | 'vault'>

/** What lies in a box, ready to be published. */
interface Counted {
  tally: Tally
  lines: Line[]
}

/**
 * Counts a poll whose row is held alone, publishes its record and empties the box. What does not verify is not
 * announced: the very function by which anybody counts again has to believe it first.
 */
export async function countPoll(
  tx: Tx,
  system: Keeping,
  { poll, council, now }: { poll: KeptPoll; council: Council; now: number },
): Promise<Tally> {
  const roll = await rollOf(tx, { streetId: system.streetId, id: poll.id })
  const counted =
    poll.ballots === 'open'
      ? await countOpen(tx, system, poll, roll)
      : await countSecret(tx, system, poll, roll)
  const struck = await struckBefore(tx, system.streetId, poll)
  const lines = [firstLine(poll, council), ...roll, ...struck, ...counted.lines]
  const record = sealRecord([...lines, { kind: 'result', ...counted.tally }], sha256)
  const text = writeRecord(record)
  const fingerprint = record.lines[record.lines.length - 1]?.hash ?? ''
  const verdict = verifyRecord(text, { sha256, fingerprint })
  if (!verdict.sound) throw new Error(`the record of poll ${poll.id} does not verify: ${verdict.doubt}`)

  await tx
    .updateTable('polls')
    .set({ state: 'closed', closed_at: now, tally: counted.tally, fingerprint, record: text })
    .where('street_id', '=', system.streetId)
    .where('id', '=', poll.id)
    .execute()
  await emptyBox(tx, system.streetId, poll.id)
  await leaveSlips(tx, system.streetId, poll.id)
  await closeOpinions(tx, system, poll.id)
  return counted.tally
}

/** A poll that was declared void is never counted. */
export async function voidPoll(tx: Tx, system: Keeping, pollId: string): Promise<void> {
  const { streetId } = system
  await tx
    .updateTable('polls')
    .set({ state: 'void' })
    .where('street_id', '=', streetId)
    .where('id', '=', pollId)
    .execute()
  await emptyBox(tx, streetId, pollId)
  await leaveSlips(tx, streetId, pollId)
  await closeOpinions(tx, system, pollId)
}

/** A slip that nobody confirmed in time is no ballot, and what was read on it is kept no longer. */
const leaveSlips = (tx: Tx, streetId: string, pollId: string) =>
  tx
    .updateTable('ballot_slips')
    .set({ state: 'late', sealed: null })
    .where('street_id', '=', streetId)
    .where('poll_id', '=', pollId)
    .where('state', '=', 'waiting')
    .execute()

const firstLine = (poll: KeptPoll, council: Council): PollLine => ({
  kind: 'poll',
  pollId: poll.id,
  council: council.name,
  title: poll.title,
  text: poll.words,
  ballots: poll.ballots,
  rule: poll.rule,
  opensAt: poll.opensAt,
  closesAt: poll.closesAt,
})

/** Ballots stand in the order of the roll: the order in which they came tells who sat together. */
async function countOpen(
  tx: Tx,
  { streetId, vault }: Keeping,
  poll: KeptPoll,
  roll: UnitLine[],
): Promise<Counted> {
  const rows = await tx
    .selectFrom('ballots as b')
    .innerJoin('poll_units as u', (on) =>
      on
        .onRef('u.street_id', '=', 'b.street_id')
        .onRef('u.poll_id', '=', 'b.poll_id')
        .onRef('u.unit_id', '=', 'b.unit_id'),
    )
    .select(['b.unit_id', 'b.sealed', 'b.receipt', 'b.channel'])
    .where('b.street_id', '=', streetId)
    .where('b.poll_id', '=', poll.id)
    .orderBy('u.place')
    .execute()
  const lines = rows.map(({ unit_id, sealed, receipt, channel }) => {
    const opened = openBallot(vault, { pollId: poll.id, unitId: unit_id }, sealed)
    return { kind: 'ballot' as const, unitId: unit_id, channel, ...opened, receipt }
  })
  return { tally: tally(roll, lines, poll.rule), lines }
}

async function countSecret(
  tx: Tx,
  { streetId, vault }: Keeping,
  poll: KeptPoll,
  roll: UnitLine[],
): Promise<Counted> {
  const cast = await countBox(tx, { streetId, vault }, poll.id)
  const receipts = await tx
    .selectFrom('poll_participants')
    .select('receipt')
    .where('street_id', '=', streetId)
    .where('poll_id', '=', poll.id)
    .orderBy('receipt')
    .execute()
  const units = { all: roll.length, ...cast }
  return {
    tally: { units, area: null, outcome: decide(poll.rule, [units]) },
    lines: [
      ...receipts.map(({ receipt }) => ({ kind: 'receipt' as const, receipt })),
      { kind: 'choices', ...cast },
    ],
  }
}
