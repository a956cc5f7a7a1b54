import { strikeGoal } from '../goals/clock'
import { findGoal } from '../goals/rows'
import type { Tx } from '../storage/database'
import { STREET } from './codes'

/** A goal of the story is missed by itself, at its own instant. */
export async function strikeGoals(tx: Tx, id: string, now: number): Promise<void> {
  const kept = await findGoal(tx, { streetId: STREET, id })
  if (!kept) throw new Error(`no goal ${id}`)
  let made = 0
  const newId = () => {
    made += 1
    return `ls.${id}.${made}`
  }
  await strikeGoal(tx, { streetId: STREET, newId }, { kept, now })
}
