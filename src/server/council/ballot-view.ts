import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import type { Slate } from '#core/council/election'
import { saidBy } from '#core/council/paper'
import { needed, neededIn } from '#core/council/tally'
import type { Asking } from '../operation'
import { openBallot } from './box'
import { shownSlips } from './slip-view'
import { takingPart } from './turnout'

type View = NonNullable<OutputOf<'motions.get'>['ballot']>

/** The last poll of a motion as anybody sees it, with the ballots of the buildings the reader stands for. */
export async function ballotOf(
  asking: Asking,
  motionId: string,
  units: readonly string[],
): Promise<View | null> {
  const { tx, system } = asking
  const poll = await tx
    .selectFrom('polls as p')
    .select([
      'id',
      'state',
      'ballots',
      'may_change as mayChange',
      'was_extended as wasExtended',
      'opens_at as opensAt',
    ])
    .select(['closes_at as closesAt', 'units', 'represented', 'roll_hash as rollHash', 'rule', 'slate'])
    .select(['tally', 'fingerprint', takingPart.as('takingPart')])
    .where('p.street_id', '=', system.streetId)
    .where('p.motion_id', '=', motionId)
    .orderBy('p.opens_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!poll) return null
  const { rule, tally, ...rest } = poll
  return {
    ...rest,
    needed: needed(rule, poll.units),
    tally: tally && {
      units: tally.units,
      outcome: tally.outcome,
      needed: neededIn(rule, tally.units),
      area: tally.area && {
        ...tally.area,
        quorum: needed(rule, tally.area.all).quorum,
        needed: neededIn(rule, tally.area),
      },
      votes: tally.election?.votes ?? null,
    },
    mine: await ownBallots(asking, poll, units),
    slips: await shownSlips(asking, poll, units),
  }
}

interface Own {
  unitId: string
  label: string
  sealed: string | null
  receipt: string | null
  at: number | null
}

/** A choice is read back to the building whose it is; of a secret poll nobody can tell it, not even to him. */
async function ownBallots(
  { tx, system }: Asking,
  { id: pollId, slate }: { id: string; slate: Slate | null },
  units: readonly string[],
): Promise<View['mine']> {
  if (units.length === 0) return []
  const { rows } = await sql<Own>`
    select u.unit_id as "unitId", u.label, b.sealed, coalesce(b.receipt, s.receipt) as receipt, b.at
    from poll_units u
    left join ballots b on b.street_id = u.street_id and b.poll_id = u.poll_id and b.unit_id = u.unit_id
    left join poll_participants s
      on s.street_id = u.street_id and s.poll_id = u.poll_id and s.unit_id = u.unit_id
    where u.street_id = ${system.streetId} and u.poll_id = ${pollId} and u.unit_id in (${sql.join(units)})
    order by u.place`.execute(tx)
  return rows.map(({ sealed, ...own }) => {
    if (sealed === null) return { ...own, choice: null }
    const { marks } = openBallot(system.vault, { pollId, unitId: own.unitId }, sealed)
    return { ...own, choice: saidBy(marks, slate) }
  })
}
