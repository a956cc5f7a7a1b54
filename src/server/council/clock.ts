import { dueOf } from '#core/council/due'
import type { MotionEvent } from '#core/council/motion-events'
import { decideMotion } from '#core/council/motion-machine'
import { CLOCK } from '#core/people/actor'
import { firstDue, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { countPoll } from './close'
import { findCouncil, type KeptMotion, keptMotions, placeOf } from './load'
import { findPollToEnd } from './polls'
import { publishProject } from './project-rows'
import { saveMotionStep } from './save'
import { tellOfMotion } from './tell'
import { takeOffices } from './terms'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'vault' | 'report'>
type Own = Omit<Keeping, 'store' | 'report'>

/** Counts polls whose time is over, brings results into force and lets lapse what nobody supports; answers how many motions moved. */
export const runMotionClock = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => firstDue(keptMotions(tx, system.streetId), 'motions', asked).executeTakeFirst(),
    idOf: ({ motion }) => motion.id,
    nameOf: ({ motion }) => `clock.motion.${motion.id}`,
    work: (tx, due, now) => byItself(tx, system, due, now),
  })

/** Takes the one step that is due on a locked motion. The clock is read anew once the poll is held alone. */
export async function byItself(tx: Tx, system: Own, kept: KeptMotion, now: number): Promise<void> {
  const { motion } = kept
  const council = await findCouncil(tx, { streetId: system.streetId, id: motion.councilId })
  if (!council) throw new Error('a motion of no council')
  const event = await eventDue(tx, system, kept, council)
  const place = await placeOf(tx, system.streetId, { council, now })
  const decision = decideMotion(event, {
    motion,
    actor: CLOCK,
    council: place,
    now,
    standsFor: [],
    livesHere: false,
  })
  if (!decision.ok) throw new Error(`the clock may not ${event.kind}: ${decision.refusal}`)
  const after = decision.value.motion
  const deed = { personId: null, role: 'clock' as const, at: now }
  await saveMotionStep(tx, kept, { after, event }, deed)
  await takeOffices(tx, system, { after, deed })
  if (event.kind === 'archive')
    await publishProject(tx, { streetId: system.streetId, motionId: motion.id, now })
  await tellOfMotion(tx, system, { motion: after, event, council, now })
}

async function eventDue(
  tx: Tx,
  system: Own,
  { motion, nextAt }: KeptMotion,
  council: Parameters<typeof countPoll>[2]['council'],
): Promise<MotionEvent> {
  const due = dueOf(motion, nextAt)
  if (!due) throw new Error(`nothing is due while a motion is ${motion.state}`)
  if (due.kind !== 'tally') return { kind: due.kind }
  if (motion.state !== 'voting') throw new Error('only a poll is counted')
  const poll = await findPollToEnd(tx, { streetId: system.streetId, id: motion.pollId })
  if (!poll) throw new Error('a motion of no poll')
  const now = await system.clock(tx)
  return { kind: 'tally', tally: await countPoll(tx, system, { poll, council, now }) }
}
