import { CLOCK } from '#core/people/actor'
import { decide } from '#core/residences/machine'
import { RENEWABLE } from '#core/residences/residence'
import { tellPeople } from '../heads/tell'
import { type Asked, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { homeRows, residenceOf } from './rows'
import { saveResidence } from './save'
import { tellHead, tellResident } from './tell'

type Years = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'vault' | 'report'>

/** Lets confirmations run out and reminds of those that will; answers how many. */
export const runResidenceClock = (system: Years, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => claimDue(tx, system, asked),
    idOf: ({ id }) => id,
    nameOf: ({ id }) => `clock.residence.${id}`,
    work: (tx, due) => (isOver(due) ? letLapse : remind)(tx, system, due),
  })

/** The home whose year runs out first, locked; one that somebody else is at is passed over. */
async function claimDue(tx: Tx, system: Years, { now, failed }: Asked) {
  let due = homeRows({ tx, system })
    .where('r.to_at', 'is', null)
    .where((is) =>
      is.or([
        is('r.expires_at', '<=', now),
        is.and([is('r.expires_at', '<=', now + RENEWABLE), is('r.reminded_at', 'is', null)]),
      ]),
    )
    .orderBy('r.expires_at')
    .limit(1)
    .forUpdate('r')
    .skipLocked()
  if (failed.length > 0) due = due.where('r.id', 'not in', failed)
  const row = await due.executeTakeFirst()
  return row && { ...row, now }
}
type Due = NonNullable<Awaited<ReturnType<typeof claimDue>>>

const isOver = ({ expires_at, now }: Due): boolean => expires_at !== null && expires_at <= now

async function letLapse(tx: Tx, system: Years, due: Due): Promise<void> {
  const { now, label } = due
  const lapsed = decide(residenceOf(due), { kind: 'expire' }, { actor: CLOCK, now, ofHead: false })
  if (!lapsed.ok) throw new Error(`a home that ran out may not: ${lapsed.refusal}`)
  await saveResidence(tx, system, lapsed.value)
  const happened = { residence: lapsed.value, label, now }
  await tellResident(tx, system, { ...happened, kind: 'expire' })
  await tellHead(tx, system, happened)
}

async function remind(tx: Tx, system: Years, { id, person_id, label, now, expires_at }: Due): Promise<void> {
  await tx
    .updateTable('residencies')
    .set({ reminded_at: now })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
  const news = { personIds: [person_id], kind: 'home_expiring', title: label, now }
  await tellPeople(tx, system, { ...news, ...(expires_at !== null && { until: expires_at }) })
}
