import type { JointMatter } from '#core/joint/matter'
import { unsignedParties } from '#core/joint/matter'
import { reminderAfter, reminderAt } from '#core/joint/reminders'
import { tellPeople } from '../heads/tell'
import type { System } from '../operation'
import { isUnavailable, type Tx } from '../storage/database'
import { speakersOf } from './speakers'

type Keeping = Pick<System, 'store' | 'streetId' | 'newId' | 'clock' | 'report'>
type Own = Pick<Keeping, 'streetId' | 'newId'>

/**
 * Reminds of matters whose day is near or has come; answers how many. Each in a transaction of its own; one that
 * fails is reported and left for the next run.
 */
export async function runJointClock(system: Keeping, limit: number): Promise<number> {
  const failed: string[] = []
  let told = 0
  while (told + failed.length < limit) {
    let id: string | undefined
    try {
      id = await system.store.transaction(async (tx) => {
        const now = await system.clock(tx)
        const matter = await claim(tx, system.streetId, { now, failed })
        id = matter?.id
        if (matter) await remind(tx, system, { matter, now })
        return id
      })
      if (id === undefined) return told
      told += 1
    } catch (surprise) {
      if (id === undefined || isUnavailable(surprise)) throw surprise
      system.report(surprise, `clock.joint.${id}`)
      failed.push(id)
    }
  }
  return told
}

/** The matter due first, locked; one that somebody else is at is passed over. */
async function claim(
  tx: Tx,
  streetId: string,
  { now, failed }: { now: number; failed: string[] },
): Promise<JointMatter | undefined> {
  let due = tx
    .selectFrom('joint_matters')
    .select('body')
    .where('street_id', '=', streetId)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
  if (failed.length > 0) due = due.where('id', 'not in', failed)
  return (await due.executeTakeFirst())?.body
}

/** Who has signed has done his part; who opened it hears when its day has come. */
async function remind(
  tx: Tx,
  system: Own,
  { matter, now }: { matter: JointMatter; now: number },
): Promise<void> {
  const kind = reminderAt(matter, now)
  const waitedFor = await speakersOf(tx, { matter, parties: unsignedParties(matter), now })
  const personIds = new Set([...waitedFor, ...(kind === 'late' ? [matter.openedBy] : [])])
  await tellPeople(tx, system, {
    personIds: [...personIds],
    kind: kind === 'late' ? 'joint_late' : 'joint_due_soon',
    title: matter.subject,
    about: { kind: 'matter', id: matter.id },
    until: matter.dueAt,
    now,
  })
  await tx
    .updateTable('joint_matters')
    .set({ next_at: reminderAfter(matter, now)?.at ?? null })
    .where('street_id', '=', system.streetId)
    .where('id', '=', matter.id)
    .execute()
}
