import type { Poll } from '#core/council/poll'
import type { UnitLine } from '#core/council/record'
import type { Tx } from '../storage/database'

/** A poll as it is kept: what the rules ask, and what its record says. */
export interface KeptPoll extends Poll {
  motionId: string
  /** The meeting whose vote it is, if it is one's. */
  meetingId: string | null
  title: string
  words: string
}

interface Asked {
  streetId: string
  id: string
}

/** Reads a poll so that nobody counts it before this transaction ends; many may hold it so at once. */
export const findPollToVote = async (tx: Tx, asked: Asked): Promise<KeptPoll | undefined> =>
  pollIn(await polls(tx, asked).forShare().executeTakeFirst())

/** Reads a poll alone: every ballot under way is in the box by now, and none comes after. */
export const findPollToEnd = async (tx: Tx, asked: Asked): Promise<KeptPoll | undefined> =>
  pollIn(await polls(tx, asked).forUpdate().executeTakeFirst())

const polls = (tx: Tx, { streetId, id }: Asked) =>
  tx
    .selectFrom('polls')
    .select(['id', 'motion_id', 'state', 'title', 'words', 'ballots', 'rule', 'slate', 'may_change'])
    .select(['meeting_id', 'opens_at', 'closes_at', 'was_extended'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)

type PollRow = Awaited<ReturnType<ReturnType<typeof polls>['executeTakeFirst']>>

const pollIn = (row: PollRow): KeptPoll | undefined =>
  row && {
    id: row.id,
    motionId: row.motion_id,
    meetingId: row.meeting_id,
    state: row.state,
    title: row.title,
    words: row.words,
    ballots: row.ballots,
    rule: row.rule,
    slate: row.slate,
    mayChange: row.may_change,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    wasExtended: row.was_extended,
  }

/** The roll in its own order, as the record tells it. */
export async function rollOf(tx: Tx, { streetId, id }: Asked): Promise<UnitLine[]> {
  const rows = await tx
    .selectFrom('poll_units')
    .select(['unit_id', 'label', 'represented', 'area'])
    .where('street_id', '=', streetId)
    .where('poll_id', '=', id)
    .orderBy('place')
    .execute()
  return rows.map(({ unit_id, label, represented, area }) => ({
    kind: 'unit',
    unitId: unit_id,
    label,
    represented,
    ...(area !== null && { area }),
  }))
}
