import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { supportNeeded } from '#core/council/again'
import { type Motion, type MotionState, wordsOf } from '#core/council/motion'
import type { DecisionRule } from '#core/council/rule'
import type { UnitKind } from '#core/council/statute'
import { needed } from '#core/council/tally'
import type { Asking } from '../operation'
import { lacksOneOf, takingPart } from './turnout'

/** Something is still to be said or voted; after that it is a result. */
export const OPEN_STATES: readonly MotionState[] = [
  'proposed',
  'seconded',
  'returned',
  'scheduled',
  'announced',
  'debating',
  'voting',
  'no_quorum',
  'run_off',
  'lot',
]

/** Motions with what any list says of them; `units` are those the reader stands for. */
export const motionRows = ({ tx, system }: Asking, units: readonly string[]) =>
  tx
    .selectFrom('motions as m')
    .innerJoin('persons as p2', (on) =>
      on.onRef('p2.street_id', '=', 'm.street_id').onRef('p2.id', '=', 'm.proposer_id'),
    )
    .leftJoin('buildings as b2', (on) =>
      on.onRef('b2.street_id', '=', 'm.street_id').on('b2.id', '=', sql<string>`m.body ->> 'proposerUnitId'`),
    )
    .leftJoin('polls as p', (on) =>
      on
        .onRef('p.street_id', '=', 'm.street_id')
        .onRef('p.motion_id', '=', 'm.id')
        .on('p.state', '=', 'voting'),
    )
    .select(['m.id', 'm.version', 'm.body', 'm.next_at as nextAt', 'p2.public_name as name'])
    .select(['b2.label as unitLabel', 'p.closes_at as closesAt', 'p.units', 'p.rule'])
    .select([takingPart.as('takingPart'), lacksOneOf(units).as('lacksMine')])
    .select([sidesOf('for').as('for'), sidesOf('against').as('against')])
    .where('m.street_id', '=', system.streetId)

const sidesOf = (side: 'for' | 'against') => sql<number>`(
  select count(*)::int from motion_speeches s
  where s.street_id = m.street_id and s.motion_id = m.id and s.side = ${side}
)`

export type MotionRow = Awaited<ReturnType<ReturnType<typeof motionRows>['execute']>>[number]
type Row = OutputOf<'motions.list'>['items'][number]

/** Of the council: what it counts, and how many. */
interface Counting {
  unitKind: UnitKind
  units: number
  now: number
}

export function rowOf(row: MotionRow, { unitKind, units, now }: Counting): Row {
  const motion: Motion = row.body
  return {
    id: row.id,
    no: motion.no,
    title: wordsOf(motion).title,
    state: motion.state,
    ending: motion.state === 'ended' ? motion.ending : null,
    unitKind,
    proposer: row.unitLabel ? `${row.unitLabel}${row.name}` : row.name,
    proposedAt: motion.proposedAt,
    seconds: motion.seconds.length,
    secondsNeeded: supportNeeded(motion, { units, now }),
    nextAt: row.nextAt,
    speeches: { for: row.for, against: row.against },
    poll: pollOf(row),
    waitsForMe: row.lacksMine && row.closesAt !== null && now < row.closesAt,
  }
}

function pollOf({ closesAt, units, rule, takingPart: part }: MotionRow): Row['poll'] {
  if (closesAt === null || units === null || rule === null) return null
  return { closesAt, units, takingPart: part, quorum: needed(rule as DecisionRule, units).quorum }
}
