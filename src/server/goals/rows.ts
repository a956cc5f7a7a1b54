import type { MonthlyChange } from '#core/goals/change'
import { missedFrom, type WeeklyGoal } from '#core/goals/goal'
import { spanOfWeek } from '#core/goals/week'
import type { Tx } from '../storage/database'

interface Asked {
  streetId: string
  id: string
}

export interface KeptGoal {
  goal: WeeklyGoal
  version: number
}

const goalRow = (tx: Tx, { streetId, id }: Asked) =>
  tx
    .selectFrom('weekly_goals')
    .select(['body as goal', 'version'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)

export const findGoal = (tx: Tx, asked: Asked): Promise<KeptGoal | undefined> =>
  goalRow(tx, asked).executeTakeFirst()

export const findGoalForStep = (tx: Tx, asked: Asked): Promise<KeptGoal | undefined> =>
  goalRow(tx, asked).forUpdate().executeTakeFirst()

/** Writes a goal that begins here; false when its grid has one for that week. */
export async function saveNewGoal(tx: Tx, goal: WeeklyGoal): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('weekly_goals')
    .values({
      street_id: goal.streetId,
      id: goal.id,
      version: 1,
      body: goal,
      due_at: spanOfWeek(goal.week).to,
      next_at: missedFrom(goal),
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'grid_path', 'week']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) === 1
}

/** Keeps a goal whose row is held, as its next version. */
export async function saveGoal(tx: Tx, { version }: KeptGoal, goal: WeeklyGoal): Promise<number> {
  await tx
    .updateTable('weekly_goals')
    .set({ version: version + 1, body: goal, next_at: missedFrom(goal) })
    .where('street_id', '=', goal.streetId)
    .where('id', '=', goal.id)
    .execute()
  return version + 1
}

export const saveChange = (tx: Tx, change: MonthlyChange) =>
  tx
    .insertInto('monthly_changes')
    .values({ street_id: change.streetId, id: change.id, body: change })
    .execute()
