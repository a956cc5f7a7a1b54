import { LIVE, type SignUp } from '#core/volunteers/sign-up'
import type { Task } from '#core/volunteers/task'
import { tellPeople } from '../heads/tell'
import type { System } from '../operation'
import type { Tx } from '../storage/database'

type Keeping = Pick<System, 'streetId' | 'newId'>

interface Told {
  task: Task
  personIds: readonly string[]
  kind: string
  note?: string
  until?: number
  now: number
}

/** One line about a task into each of these inboxes. */
export const tellOfTask = (tx: Tx, system: Keeping, told: Told): Promise<void> => {
  const { task, personIds, ...news } = told
  const about = { kind: 'task' as const, id: task.id }
  return tellPeople(tx, system, {
    ...news,
    personIds: [...new Set(personIds)],
    title: task.words.title,
    about,
  })
}

/** 报了名的: everybody who is still to be reckoned with, once. */
export const signedUp = (signUps: readonly SignUp[]): string[] =>
  signUps.filter(({ state }) => LIVE.includes(state)).map(({ personId }) => personId)

/** 志愿服务队长 of the grid a task lies in. */
export async function captainsOf(
  tx: Tx,
  streetId: string,
  { task, now }: { task: Task; now: number },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('role_grants')
    .select('person_id')
    .where('street_id', '=', streetId)
    .where('role', '=', 'captain')
    .where('grid_path', '=', task.gridPath)
    .where('from_at', '<=', now)
    .where('to_at', '>', now)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
