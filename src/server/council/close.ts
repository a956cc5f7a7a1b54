import { type Slate, votesOf } from '#core/council/election'
import { choiceBy, chosenBy, sumOf } from '#core/council/paper'
import { type Line, type PollLine, sealRecord, type UnitLine, writeRecord } from '#core/council/record'
import type { Channel } from '#core/council/slip'
import { decide, elect, type Tally, tally, tallyElection } from '#core/council/tally'
import { verifyRecord } from '#core/council/verify'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { openBallot } from './box'
import { emptyBox, openBox } from './box-rows'
import { isOfHouses } from './listed-units'
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
  await emptyBox(tx, system.streetId, { pollId: poll.id, kind: 'vote' })
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
  await emptyBox(tx, streetId, { pollId, kind: 'vote' })
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
  ...(!isOfHouses(council) && { unitKind: council.unitKind }),
  title: poll.title,
  text: poll.words,
  ballots: poll.ballots,
  rule: poll.rule,
  opensAt: poll.opensAt,
  closesAt: poll.closesAt,
  ...(poll.slate && { slate: poll.slate }),
})

/** Ballots stand in the order of the roll: the order in which they came tells who sat together. */
async function countOpen(
  tx: Tx,
  { streetId, vault }: Keeping,
  poll: KeptPoll,
  roll: UnitLine[],
): Promise<Counted> {
  const rows = await tx
    .selectFrom('ballots')
    .select(['unit_id', 'sealed', 'receipt', 'channel'])
    .where('street_id', '=', streetId)
    .where('poll_id', '=', poll.id)
    .execute()
  // Put in order here: a planner without fresh statistics needs 12 s to join 15,000 of them with the roll.
  const ballots = new Map(rows.map((row) => [row.unit_id, row]))
  const cast = roll.flatMap(({ unitId }) => {
    const ballot = ballots.get(unitId)
    if (!ballot) return []
    const { sealed, receipt, channel } = ballot
    const { marks, nonce } = openBallot(vault, { pollId: poll.id, unitId }, sealed)
    return [{ unitId, marks, channel, nonce, receipt }]
  })
  return poll.slate ? named(roll, cast, { ...poll, slate: poll.slate }) : chosen(roll, cast, poll)
}

interface OpenBallot {
  unitId: string
  marks: string
  channel: Channel
  nonce: string
  receipt: string
}

function chosen(roll: UnitLine[], cast: OpenBallot[], { rule }: KeptPoll): Counted {
  const lines = cast.map(({ unitId, marks, ...rest }) => ({
    kind: 'ballot' as const,
    unitId,
    choice: choiceBy(marks),
    ...rest,
  }))
  return { tally: tally(roll, lines, rule), lines }
}

function named(
  roll: UnitLine[],
  cast: OpenBallot[],
  poll: Pick<KeptPoll, 'rule'> & { slate: Slate },
): Counted {
  const lines = cast.map(({ unitId, marks, ...rest }) => ({
    kind: 'named' as const,
    unitId,
    chosen: chosenBy(marks, poll.slate),
    ...rest,
  }))
  return { tally: tallyElection(roll, lines, poll), lines }
}

async function countSecret(
  tx: Tx,
  { streetId, vault }: Keeping,
  poll: KeptPoll,
  roll: UnitLine[],
): Promise<Counted> {
  const cast = await openBox(tx, { streetId, vault }, { pollId: poll.id, kind: 'vote' })
  const receipts = await tx
    .selectFrom('poll_participants')
    .select('receipt')
    .where('street_id', '=', streetId)
    .where('poll_id', '=', poll.id)
    .orderBy('receipt')
    .execute()
  const counted = poll.slate
    ? sumOfPapers(cast, roll.length, { ...poll, slate: poll.slate })
    : sumOfChoices(cast, roll.length, poll)
  const lines = [...receipts.map(({ receipt }) => ({ kind: 'receipt' as const, receipt })), ...counted.lines]
  return { ...counted, lines }
}

function sumOfChoices(cast: string[], all: number, { rule }: KeptPoll): Counted {
  const sums = sumOf(cast.map(choiceBy))
  const units = { all, ...sums }
  return {
    tally: { units, area: null, outcome: decide(rule, [units]) },
    lines: [{ kind: 'choices', ...sums }],
  }
}

function sumOfPapers(
  cast: string[],
  all: number,
  { rule, slate }: Pick<KeptPoll, 'rule'> & { slate: Slate },
): Counted {
  const papers = cast.map((marks) => ({ unitId: '', chosen: chosenBy(marks, slate) }))
  const blank = papers.filter((paper) => paper.chosen.length === 0).length
  const votes = votesOf(
    slate.candidates.map(({ id }) => id),
    papers,
  )
  const units = { all, for: papers.length - blank, against: 0, abstain: blank }
  return {
    tally: elect({ units, area: null, outcome: decide(rule, [units]) }, votes, slate.seats),
    lines: [{ kind: 'votes', votes, blank }],
  }
}
