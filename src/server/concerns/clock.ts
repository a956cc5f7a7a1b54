import type { Concern } from '#core/concerns/concern'
import { decide } from '#core/concerns/machine'
import { type Firing, fire, type Timer } from '#core/concerns/timers'
import { CLOCK } from '#core/people/actor'
import { type Asked, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { loadCalendar } from './load-calendar'
import { bodyNow } from './owner'
import { type Deed, saveStep } from './save'
import { tell } from './tell'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>

interface Due {
  timer: Timer
  concern: Concern
  version: number
}

/** Carries out what the clocks demand, the longest due first, at most `limit` of them; answers how many fired. */
export const runDueTimers = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => claim(tx, system.streetId, asked),
    idOf: ({ concern }) => concern.id,
    nameOf: ({ timer, concern }) => `clock.${timer.kind}.${concern.id}`,
    work: (tx, due, now) => carryOut(tx, system, due, now),
  })

/**
 * Takes the timer and its concern together, or neither: what a person or another worker holds at this moment
 * is passed over, so the clock never waits and nothing waits for it in a circle.
 */
async function claim(tx: Tx, streetId: string, { now, failed }: Asked): Promise<Due | undefined> {
  let due = tx
    .selectFrom('timers as t')
    .innerJoin('concerns as c', (on) =>
      on.onRef('c.street_id', '=', 't.street_id').onRef('c.id', '=', 't.concern_id'),
    )
    .select(['t.kind', 't.clock', 't.due_at as dueAt', bodyNow(now).as('body'), 'c.version'])
    .where('t.street_id', '=', streetId)
    .where('t.fired_at', 'is', null)
    .where('t.due_at', '<=', now)
    .orderBy('t.due_at')
    .orderBy('t.concern_id')
    .limit(1)
    .forUpdate(['t', 'c'])
    .skipLocked()
  if (failed.length > 0) due = due.where('t.concern_id', 'not in', failed)

  const row = await due.executeTakeFirst()
  if (!row) return undefined
  // The rules ask by name whether a timer still stands, so a kind they do not know simply does nothing.
  const timer = { kind: row.kind as Timer['kind'], clock: row.clock, dueAt: row.dueAt }
  return { timer, concern: row.body, version: row.version }
}

async function carryOut(tx: Tx, system: Keeping, due: Due, now: number): Promise<void> {
  await markFired(tx, due, now)
  const calendar = await loadCalendar(tx)
  const firing = fire(due.concern, due.timer, { now, calendar })
  await perform(tx, due, firing, {
    personId: null,
    role: 'clock',
    at: now,
    calendar,
    newId: system.newId,
  })
}

async function perform(tx: Tx, due: Due, { event, notify }: Firing, deed: Deed): Promise<void> {
  const { concern, version } = due
  if (!event) return tell(tx, { before: concern, after: concern, event: null, notices: notify }, deed)

  const decision = decide(concern, event, { actor: CLOCK, now: deed.at, calendar: deed.calendar })
  if (!decision.ok) throw new Error(`the clock may not ${event.kind}: ${decision.refusal}`)
  const step = { before: concern, version, after: decision.value.concern, event, alsoTell: notify }
  const saved = await saveStep(tx, step, deed)
  if (!saved.ok) throw new Error('a locked concern was changed by somebody else')
}

const markFired = (tx: Tx, { timer, concern }: Due, now: number) =>
  tx
    .updateTable('timers')
    .set({ fired_at: now })
    .where('street_id', '=', concern.streetId)
    .where('concern_id', '=', concern.id)
    .where('kind', '=', timer.kind)
    .where('clock', '=', timer.clock)
    .execute()
