import type { OutputOf } from '#contracts/operations'
import type { Motion } from '#core/council/motion'
import { objectionsNeeded } from '#core/council/publicity'
import type { Asking } from '../operation'
import { labelsOf } from './seats'

type View = OutputOf<'motions.get'>

/** What happened, line by line. Where a unit spoke, its label stands, not the name of who spoke for it (rule 4.4.5). */
export async function timelineOf(asking: Asking, motionId: string): Promise<View['timeline']> {
  const { tx, system } = asking
  const rows = await tx
    .selectFrom('motion_events as e')
    .leftJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'e.street_id').onRef('p.id', '=', 'e.actor_id'),
    )
    .select(['e.seq', 'e.kind', 'e.at', 'e.actor_role', 'e.detail', 'p.public_name'])
    .where('e.street_id', '=', system.streetId)
    .where('e.motion_id', '=', motionId)
    .orderBy('e.seq')
    .execute()
  const labels = await labelsOf(
    asking,
    rows.flatMap(({ detail }) => unitIn(detail) ?? []),
  )
  return rows.map(({ seq, kind, at, actor_role, detail, public_name }) => ({
    seq,
    kind: kind as View['timeline'][number]['kind'],
    at,
    by: labels.get(unitIn(detail) ?? '') ?? public_name ?? '',
    role: actor_role,
    note: noteIn(detail),
  }))
}

const unitIn = ({ unitId }: Record<string, unknown>): string | null =>
  typeof unitId === 'string' ? unitId : null

const noteIn = ({ note, changed }: Record<string, unknown>): string => {
  const said = note ?? changed
  return typeof said === 'string' ? said : ''
}

export async function saidOf(asking: Asking, motionId: string): Promise<View['said']> {
  const { tx, system } = asking
  const rows = await tx
    .selectFrom('motion_speeches as s')
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 's.street_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.seq', 'p.public_name as by', 's.unit_id', 's.side', 's.words', 's.at'])
    .where('s.street_id', '=', system.streetId)
    .where('s.motion_id', '=', motionId)
    .orderBy('s.seq')
    .execute()
  const labels = await labelsOf(
    asking,
    rows.flatMap(({ unit_id }) => unit_id ?? []),
  )
  return rows.map(({ unit_id, ...said }) => ({ ...said, unit: labels.get(unit_id ?? '') ?? null }))
}

/** 公示: until when, who objects and why, and how many it takes. */
export async function publicityOf(asking: Asking, motion: Motion): Promise<View['publicity']> {
  if (motion.state !== 'publicity' && motion.state !== 'in_review') return null
  const { tx, system } = asking
  const rows = await tx
    .selectFrom('motion_voices')
    .select(['unit_id', 'words'])
    .where('street_id', '=', system.streetId)
    .where('motion_id', '=', motion.id)
    .where('kind', '=', 'object')
    .where('round', '=', motion.timesPolled)
    .orderBy('at')
    .orderBy('unit_id')
    .execute()
  const labels = await labelsOf(asking, motion.objections)
  return {
    ...motion.publicity,
    needed: objectionsNeeded(motion.tally.units.all),
    objections: rows.map(({ unit_id, words }) => ({
      unitId: unit_id,
      label: labels.get(unit_id) ?? '',
      words,
    })),
  }
}
