import { CLOCK } from '#core/people/actor'
import { mayClose } from '#core/people/closing'
import { writeAudit } from '../../audit/write'
import { tellPeople } from '../../heads/tell'
import type { System } from '../../operation'
import { isUnavailable, type Tx } from '../../storage/database'
import { dutiesOf } from './duties'
import { erasePerson } from './erase'
import { endClosing } from './rows'

type Keeping = Pick<System, 'store' | 'streetId' | 'vault' | 'clock' | 'newId' | 'report'>

/**
 * Closes the accounts whose owners have thought it over, the longest due first, at most `limit`; answers how many.
 * Each in a transaction of its own: any number of workers may run at once and one may die at any moment.
 */
export async function runClosings(system: Keeping, limit: number): Promise<number> {
  for (let closed = 0; closed < limit; closed += 1) {
    try {
      if (!(await system.store.transaction((tx) => closeNext(tx, system)))) return closed
    } catch (surprise) {
      if (isUnavailable(surprise)) throw surprise
      system.report(surprise, 'clock.closings')
      return closed
    }
  }
  return limit
}

async function closeNext(tx: Tx, system: Keeping): Promise<boolean> {
  const { streetId } = system
  const now = await system.clock(tx)
  const due = await tx
    .selectFrom('account_closings')
    .select(['id', 'person_id as personId'])
    .where('street_id', '=', streetId)
    .where('ended_at', 'is', null)
    .where('erase_at', '<=', now)
    .orderBy('erase_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!due) return false

  // Meanwhile he may have been given an office, and taken it.
  const free = mayClose(await dutiesOf(tx, { streetId, personId: due.personId, now }))
  if (free.ok) await erasePerson(tx, { system, streetId, personId: due.personId, now })
  else await tellPeople(tx, system, { personIds: [due.personId], kind: 'closing_stopped', title: '', now })
  await endClosing(tx, streetId, { id: due.id, outcome: free.ok ? 'erased' : 'has_duties', at: now })
  await note(tx, system, { personId: due.personId, now, done: free.ok })
  return true
}

const note = (
  tx: Tx,
  system: Keeping,
  { personId, now, done }: { personId: string; now: number; done: boolean },
) =>
  writeAudit(
    { tx, actor: CLOCK, now, system },
    {
      operation: 'people.closeAccount',
      office: 'clock',
      requestId: 'clock',
      inputHash: '',
      subjectId: personId,
      outcome: done ? 'done' : 'HAS_DUTIES',
    },
  )
