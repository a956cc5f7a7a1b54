import type { Appointment } from '#core/heads/appointment'
import { NO_REMOVAL, reachesHalf, standingAsks } from '#core/heads/removal'
import { mayAt } from '#core/people/place-rights'
import { officesAround } from '../concerns/offices-around'
import type { Asking } from '../operation'
import { householdsOf } from './register'
import { labelOf, tellPeople } from './tell'

/** The one request that makes it half of the house calls the community; the head hears that half has asked, not who. */
export async function tellHalf(asking: Asking, before: Appointment, after: Appointment): Promise<void> {
  const { tx, now, system } = asking
  const households = await householdsOf(asking, after.buildingId)
  const reached = ({ removal = NO_REMOVAL }: Appointment) =>
    reachesHalf(standingAsks(removal, households).length, households.length)
  if (reached(before) || !reached(after)) return

  const offices = await officesAround(tx, after, now)
  const community = offices
    .filter(({ personId, grant }) => mayAt({ personId, grants: [grant], ...NOBODY }, 'head.confirm', after))
    .map(({ personId }) => personId)
  await tellPeople(tx, system, {
    personIds: [...new Set([...community, after.personId])],
    kind: 'removal_asked',
    title: await labelOf(tx, after),
    about: { kind: 'appointment', id: after.id },
    now,
  })
}

/** An office is asked for by itself: what else its holder is does not matter. */
const NOBODY = { realNameLevel: 0, hasPhone: false } as const
