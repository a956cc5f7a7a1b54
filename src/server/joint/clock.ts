import type { JointMatter } from '#core/joint/matter'
import { unsignedParties } from '#core/joint/matter'
import { reminderAfter, reminderAt } from '#core/joint/reminders'
import { tellPeople } from '../heads/tell'
import { oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { speakersOf } from './speakers'

type Keeping = Pick<System, 'store' | 'streetId' | 'newId' | 'clock' | 'report'>
type Own = Pick<Keeping, 'streetId' | 'newId'>

/** Reminds of matters whose day is near or has come; answers how many. */
export const runJointClock = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => claim(tx, system.streetId, asked),
    idOf: ({ id }) => id,
    nameOf: ({ id }) => `clock.joint.${id}`,
    work: (tx, matter, now) => remind(tx, system, { matter, now }),
  })

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
