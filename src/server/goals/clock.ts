import { missGoal } from '#core/goals/goal'
import { tellPeople } from '../heads/tell'
import { firstDue, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { type KeptGoal, saveGoal } from './rows'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>
type Own = Pick<System, 'streetId' | 'newId'>

/** What nobody proved by the end of its week is missed, once; answers how many. */
export const runGoalClock = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => firstDue(goals(tx, system.streetId), 'weekly_goals', asked).executeTakeFirst(),
    idOf: ({ goal }) => goal.id,
    nameOf: ({ goal }) => `clock.goals.${goal.id}`,
    work: (tx, kept, now) => strikeGoal(tx, system, { kept, now }),
  })

const goals = (tx: Tx, streetId: string) =>
  tx.selectFrom('weekly_goals').select(['body as goal', 'version']).where('street_id', '=', streetId)

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
