import { type Context, decide } from '#core/heads/machine'
import type { Step } from '#core/heads/steps'
import { CLOCK } from '#core/people/actor'
import { concernsIn, giveToGrid } from '../concerns/give-to-grid'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { holdersOf, type Kept } from './load'
import { saveStep } from './save'
import { tellOf } from './tell'

export type Keeping = Pick<System, 'streetId' | 'newId'>

/**
 * Brings a building's office up to this instant, under the building's lock: who is over leaves, who is confirmed
 * begins, and what a house without a head had on its desk goes to the grid.
 */
export async function settleBuilding(tx: Tx, system: Keeping, { buildingId, now }: At): Promise<void> {
  const { inOffice, next } = await holdersOf(tx, system.streetId, buildingId)
  const left = inOffice && isOver(inOffice, now)
  if (left) await byItself(tx, system, { kept: inOffice, step: { kind: 'expire' }, inOffice: null, now })
  const staying = left ? undefined : inOffice
  const began = next !== undefined && (await beginNext(tx, system, { next, staying, now }))
  if (!began && !staying) await leaveToGrid(tx, system, { buildingId, now })
}

interface At {
  buildingId: string
  now: number
}

const isOver = ({ appointment }: Kept, now: number): boolean =>
  appointment.state === 'active' && appointment.to <= now

async function beginNext(
  tx: Tx,
  system: Keeping,
  { next, staying, now }: { next: Kept; staying: Kept | undefined; now: number },
): Promise<boolean> {
  const context = clockContext(staying, now)
  if (!decide(next.appointment, { kind: 'begin' }, context).ok) return false
  // One who only stands in makes room; the database would not bear two.
  if (staying) await byItself(tx, system, { kept: staying, step: { kind: 'succeed' }, inOffice: null, now })
  await byItself(tx, system, { kept: next, step: { kind: 'begin' }, inOffice: staying ?? null, now })
  return true
}

interface ByItself {
  kept: Kept
  step: Step
  inOffice: Kept | null
  now: number
}

async function byItself(tx: Tx, system: Keeping, { kept, step, inOffice, now }: ByItself): Promise<void> {
  const decision = decide(kept.appointment, step, clockContext(inOffice ?? undefined, now))
  if (!decision.ok) throw new Error(`the clock may not ${step.kind}: ${decision.refusal}`)
  const { appointment } = decision.value
  const saved = await saveStep(tx, kept, { after: appointment, grantId: system.newId() })
  if (!saved.ok) throw new Error('a locked appointment was changed by somebody else')
  await tellOf(tx, system, { appointment, kind: step.kind, now })
}

const clockContext = (inOffice: Kept | undefined, now: number): Context => ({
  actor: CLOCK,
  now,
  inOffice: inOffice?.appointment ?? null,
  hasNext: false,
  headed: 0,
  home: null,
  households: [],
})

const NOTE = '这一栋暂时没有楼栋长，转给网格来办。'

/** Nothing waits on the desk of a house that has no head. */
async function leaveToGrid(tx: Tx, keeping: Keeping, { buildingId, now }: At): Promise<void> {
  const onTheDesk = concernsIn(tx, keeping.streetId).where('building_id', '=', buildingId)
  await giveToGrid(tx, keeping, { onTheDesk, note: NOTE, now })
}
