import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { Charter } from '#core/council/charter'
import type { StrikeLine } from '#core/council/record'
import { mayInCouncil } from '#core/council/standing'
import { loses, whyNotDeclare, whyNotStrike } from '#core/council/strike'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import type { Asking } from '../operation'
import type { Tx } from '../storage/database'
import { findCouncil, findMotionForStep, isUnitOf, standingIn } from './load'
import { speakerOf } from './seats'

type Done = Promise<Result<{ id: string }>>

/** 回避: counts at once, for whose unit it is says so himself. */
export async function declareInterest(
  { motionId, unitId, words }: ParsedOf<'rolls.declare'>,
  asking: Asking,
): Done {
  const asked = await strikingIn(asking, { motionId, unitId })
  if (!asked) return refuse('NOT_FOUND')
  const { motion, standing, before } = asked
  const represents = standing.standsFor.includes(unitId)
  const refusal = whyNotDeclare({
    state: motion.state,
    represents,
    isStruck: before !== undefined && isStruck(before),
  })
  if (refusal) return refuse(refusal)
  if (!mayBeShown(asking, words)) return refuse('CONTENT_RISKY')
  await keepStrike(asking, { motionId, unitId, reason: 'declared', words })
  return ok({ id: motionId })
}

/** 划去: said by one office it waits, said again by another person it counts. */
export async function strikeUnit(
  { motionId, unitId, reason, words }: ParsedOf<'rolls.strike'>,
  asking: Asking,
): Done {
  const { tx, actor, system } = asking
  const asked = await strikingIn(asking, { motionId, unitId })
  if (!asked || actor.personId === null) return refuse('NOT_FOUND')
  const { motion, council, standing, before } = asked
  if (!mayInCouncil(standing, 'roll.strike')) return refuse('FORBIDDEN')
  const now = await asking.instant()
  const refusal = whyNotStrike({
    state: motion.state,
    isOwn: (await speakerOf(asking, { unitId, council, now })) === actor.personId,
    saidBy: before?.byId ?? null,
    personId: actor.personId,
    isStruck: before !== undefined && isStruck(before),
  })
  if (refusal) return refuse(refusal)
  if (!mayBeShown(asking, words)) return refuse('CONTENT_RISKY')
  if (!before) await keepStrike(asking, { motionId, unitId, reason, words })
  else
    await tx
      .updateTable('roll_strikes')
      .set({ second_id: actor.personId, second_at: now })
      .where('street_id', '=', system.streetId)
      .where('motion_id', '=', motionId)
      .where('unit_id', '=', unitId)
      .execute()
  return ok({ id: motionId })
}

type Said = { reason: StrikeLine['reason']; secondId: string | null }
type Before = (Said & { byId: string }) | undefined

/** A unit's own word counts at once, an office's when a second one has said it. */
const isStruck = ({ reason, secondId }: Said): boolean => reason === 'declared' || secondId !== null

/** The motion under its lock, so that nobody opens its poll meanwhile; the unit has its seat in its council. */
async function strikingIn(asking: Asking, { motionId, unitId }: { motionId: string; unitId: string }) {
  const { tx, system } = asking
  const { streetId } = system
  const kept = await findMotionForStep(tx, { streetId, id: motionId })
  const council = kept && (await findCouncil(tx, { streetId, id: kept.motion.councilId }))
  if (!council || !(await isUnitOf(asking, council, unitId))) return undefined
  const before: Before = await tx
    .selectFrom('roll_strikes')
    .select(['reason', 'by_id as byId', 'second_id as secondId'])
    .where('street_id', '=', streetId)
    .where('motion_id', '=', motionId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return { motion: kept.motion, council, standing: await standingIn(asking, council), before }
}

/** A head's own word takes the place of what an office has only begun to say. */
async function keepStrike(
  asking: Asking,
  said: { motionId: string; unitId: string; reason: StrikeLine['reason']; words: string },
): Promise<void> {
  const { tx, actor, system } = asking
  if (actor.personId === null) throw new Error('nobody strikes a unit')
  const { motionId, unitId, reason, words } = said
  const row = { reason, words, by_id: actor.personId, at: await asking.instant() }
  await tx
    .insertInto('roll_strikes')
    .values({ street_id: system.streetId, motion_id: motionId, unit_id: unitId, ...row })
    .onConflict((conflict) => conflict.columns(['street_id', 'motion_id', 'unit_id']).doUpdateSet(row))
    .execute()
}

const struckRows = (tx: Tx, streetId: string, motionId: string) =>
  tx
    .selectFrom('roll_strikes as s')
    .leftJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 's.street_id').onRef('b.id', '=', 's.unit_id'),
    )
    .leftJoin('council_units as u', (on) =>
      on.onRef('u.street_id', '=', 's.street_id').onRef('u.id', '=', 's.unit_id'),
    )
    // The database lets nothing be struck that is neither.
    .select(sql<string>`coalesce(b.label, u.label)`.as('label'))
    .select(['s.unit_id as unitId', 's.reason', 's.words', 's.second_id as secondId'])
    .where('s.street_id', '=', streetId)
    .where('s.motion_id', '=', motionId)
    .orderBy('b.no')
    .orderBy('u.place')
    .orderBy('s.unit_id')

/** Units that have no vote when the roll is frozen now. */
export async function struckFrom(
  tx: Tx,
  streetId: string,
  { motionId, charter }: { motionId: string; charter: Charter },
): Promise<{ unitId: string }[]> {
  const rows = await struckRows(tx, streetId, motionId).execute()
  return rows.filter((said) => isStruck(said) && loses(said.reason, charter))
}

/** Lines of a poll's record: units that were struck before it opened, and stand in its roll no more. */
export async function struckBefore(
  tx: Tx,
  streetId: string,
  poll: { id: string; motionId: string },
): Promise<StrikeLine[]> {
  const rows = await struckRows(tx, streetId, poll.motionId)
    .where(({ or, eb }) => or([eb('s.reason', '=', 'declared'), eb('s.second_id', 'is not', null)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('poll_units as u')
            .select('u.unit_id')
            .whereRef('u.street_id', '=', 's.street_id')
            .whereRef('u.unit_id', '=', 's.unit_id')
            .where('u.poll_id', '=', poll.id),
        ),
      ),
    )
    .execute()
  return rows.map(({ unitId, label, reason }) => ({ kind: 'strike', unitId, label, reason }))
}

export async function strikesOf(
  { tx, system }: Asking,
  motionId: string,
): Promise<OutputOf<'motions.get'>['strikes']> {
  const rows = await struckRows(tx, system.streetId, motionId).execute()
  return rows.map(({ secondId, ...row }) => ({ ...row, counts: isStruck({ ...row, secondId }) }))
}
