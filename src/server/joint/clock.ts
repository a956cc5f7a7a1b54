import type { JointMatter } from '#core/joint/matter'
import { unsignedParties } from '#core/joint/matter'
import { reminderAfter, reminderAt } from '#core/joint/reminders'
import { tellPeople } from '../heads/tell'
import { firstDue, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { speakersOf } from './speakers'

type Keeping = Pick<System, 'store' | 'streetId' | 'newId' | 'clock' | 'report'>
type Own = Pick<Keeping, 'streetId' | 'newId'>

/** Reminds of matters whose day is near or has come; answers how many. */
export const runJointClock = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: async (tx, asked) =>
      (await firstDue(matters(tx, system.streetId), 'joint_matters', asked).executeTakeFirst())?.body,
    idOf: ({ id }) => id,
    nameOf: ({ id }) => `clock.joint.${id}`,
    work: (tx, matter, now) => remind(tx, system, { matter, now }),
  })

const matters = (tx: Tx, streetId: string) =>
  tx.selectFrom('joint_matters').select('body').where('street_id', '=', streetId)

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
