import type { Asking } from '../operation'
import { insertAll } from '../storage/insert-all'

interface Look {
  /** Whose data was read; by the id of the matter, the house or the grid where no single account stands for it. */
  subjectId: string
  what: string
  reason: string
  /** The matter it was read for. */
  concernId?: string
}

/** 谁看过: one line in the transaction of the look itself. */
export const noteLook = (asking: Asking, look: Look): Promise<void> => noteLooks(asking, [look])

/** The same of many who are read at once, a line for each. */
export const noteLooks = ({ tx, actor, now, system }: Asking, looks: readonly Look[]): Promise<void> =>
  insertAll(
    tx,
    'access_log',
    looks.map(({ subjectId, what, reason, concernId }) => ({
      street_id: system.streetId,
      id: system.newId(),
      actor_id: actor.personId ?? '',
      subject_id: subjectId,
      concern_id: concernId ?? null,
      what,
      reason,
      at: now,
    })),
  )
