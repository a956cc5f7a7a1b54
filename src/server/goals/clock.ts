import { missGoal } from '#core/goals/goal'
import { tellPeople } from '../heads/tell'
import { oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { type KeptGoal, saveGoal } from './rows'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>
type Own = Pick<System, 'streetId' | 'newId'>

/** What nobody proved by the end of its week is missed, once; answers how many. */
export const runGoalClock = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => claim(tx, system.streetId, asked),
    idOf: ({ goal }) => goal.id,
    nameOf: ({ goal }) => `clock.goals.${goal.id}`,
    work: (tx, kept, now) => strikeGoal(tx, system, { kept, now }),
  })

/** The goal that is due first, held; one that somebody else is at is passed over. */
async function claim(
  tx: Tx,
  streetId: string,
  { now, failed }: { now: number; failed: string[] },
): Promise<KeptGoal | undefined> {
  let due = tx
    .selectFrom('weekly_goals')
    .select(['body as goal', 'version'])
    .where('street_id', '=', streetId)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
  if (failed.length > 0) due = due.where('id', 'not in', failed)
  return due.executeTakeFirst()
}

export async function strikeGoal(
  tx: Tx,
  system: Own,
  { kept, now }: { kept: KeptGoal; now: number },
): Promise<void> {
  const { goal } = kept
  await saveGoal(tx, kept, missGoal(goal, now))
  await tellPeople(tx, system, {
    personIds: [...new Set([goal.ownerId, goal.setBy])],
    kind: 'goal_missed',
    title: goal.text,
    about: { kind: 'goal', id: goal.id },
    now,
  })
}
