import type { HardshipCase } from '#core/care/hardship'
import { ownerOf } from '#core/care/hardship-rights'
import type { Role } from '#core/people/actor'
import { tellPeople } from '../heads/tell'
import type { Asking, System } from '../operation'
import type { Tx } from '../storage/database'
import { holdersOver } from './offices'

type Keeping = Pick<System, 'streetId' | 'newId'>

interface Told {
  kept: HardshipCase
  /** 23栋: an inbox never says whose hardship it is, nor which. */
  label: string
  personIds: readonly (string | null)[]
  kind: string
  /** The person himself is led to his own page, those who work on it to the case. */
  to: 'hardship' | 'my_hardship'
  until?: number
  now: number
}

export function tellOfCase(tx: Tx, system: Keeping, told: Told): Promise<void> {
  const { kept, label, personIds, kind, to, until, now } = told
  return tellPeople(tx, system, {
    // Whoever works there and is in need himself hears of his own case as its person, never as staff.
    personIds: [...new Set(personIds)]
      .filter((id) => id !== null)
      .filter((id) => to === 'my_hardship' || id !== kept.personId),
    kind,
    title: label,
    about: { kind: to, id: kept.id },
    ...(until !== undefined && { until }),
    now,
  })
}

/** 社区民政 of the place, or those who may strike it off besides. */
export const staffOver = (
  tx: Tx,
  { streetId, kept, roles, now }: { streetId: string; kept: HardshipCase; roles: Role[]; now: number },
): Promise<string[]> => holdersOver(tx, { streetId, gridPath: kept.gridPath, roles, now })

export interface Happened {
  kept: HardshipCase
  label: string
  kind: string
}

/** 社区民政; the branch secretary too where a second person is wanted. */
export async function tellCaseStaff(asking: Asking, { kept, label, kind }: Happened): Promise<void> {
  const { tx, now, actor, system } = asking
  const second = kind === 'hardship_to_strike' || kind === 'hardship_appealed'
  const roles = second ? (['community_staff', 'secretary'] as const) : (['community_staff'] as const)
  const staff = await staffOver(tx, { streetId: system.streetId, kept, roles: [...roles], now })
  const personIds = staff.filter((id) => id !== actor.personId && !(second && id === ownerOf(kept)))
  await tellOfCase(tx, system, { kept, label, personIds, kind, to: 'hardship', now })
}

/** Whose it is; he is led to his own page. */
export const tellCasePerson = ({ tx, now, system }: Asking, { kept, label, kind }: Happened): Promise<void> =>
  tellOfCase(tx, system, { kept, label, personIds: [kept.personId], kind, to: 'my_hardship', now })
