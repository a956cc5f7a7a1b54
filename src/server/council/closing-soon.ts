import { type SqlBool, sql } from 'kysely'
import { LONG_ENOUGH_TO_REMIND, REMINDED_BEFORE } from '#core/council/poll'
import { type Asked, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { votesNow } from './listed-units'
import { tellOfClosing } from './tell'
import { hasBallot } from './turnout'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>

interface Due {
  id: string
  motionId: string
}

/** Reminds the missing houses of each poll once, a day before it closes; answers how many polls it was. */
export const runPollReminders = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => claim(tx, system.streetId, asked),
    idOf: ({ id }) => id,
    nameOf: ({ id }) => `clock.reminder.${id}`,
    work: (tx, due, now) => remind(tx, system, due, now),
  })

/** A poll that nobody was reminded of, locked; a vote of a meeting is over before anybody could be. */
async function claim(tx: Tx, streetId: string, { now, failed }: Asked): Promise<Due | undefined> {
  let due = tx
    .selectFrom('polls as p')
    .select(['p.id', 'p.motion_id as motionId'])
    .where('p.street_id', '=', streetId)
    .where('p.state', '=', 'voting')
    .where('p.meeting_id', 'is', null)
    .where('p.closes_at', '>', now)
    .where('p.closes_at', '<=', now + REMINDED_BEFORE)
    .where(sql<SqlBool>`p.closes_at - p.opens_at >= ${LONG_ENOUGH_TO_REMIND}`)
    .where(sql<SqlBool>`not exists (
      select from poll_reminders r where r.street_id = p.street_id and r.poll_id = p.id)`)
    .orderBy('p.closes_at')
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
  if (failed.length > 0) due = due.where('p.id', 'not in', failed)
  return due.executeTakeFirst()
}

async function remind(tx: Tx, system: Keeping, { id, motionId }: Due, now: number): Promise<void> {
  const { streetId } = system
  await tx.insertInto('poll_reminders').values({ street_id: streetId, poll_id: id, at: now }).execute()
  const { body: motion } = await tx
    .selectFrom('motions')
    .select('body')
    .where('street_id', '=', streetId)
    .where('id', '=', motionId)
    .executeTakeFirstOrThrow()
  await tellOfClosing(tx, system, { motion, personIds: await missingIn(tx, streetId, { id, now }), now })
}

/** Who votes for a unit of the roll that has no ballot in the box: its head, or the owner himself. */
async function missingIn(
  tx: Tx,
  streetId: string,
  { id, now }: { id: string; now: number },
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct coalesce(g.person_id, council_units.person_id) as "personId" from poll_units p
    left join role_grants g on g.street_id = p.street_id and g.building_id = p.unit_id and g.role = 'head'
      and g.from_at <= ${now} and g.to_at > ${now}
    left join council_units on council_units.street_id = p.street_id and council_units.id = p.unit_id
      and ${votesNow(now)}
    where p.street_id = ${streetId} and p.poll_id = ${id} and not ${hasBallot}
      and coalesce(g.person_id, council_units.person_id) is not null
    order by 1`.execute(tx)
  return rows.map(({ personId }) => personId)
}
