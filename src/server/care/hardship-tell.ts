import type { HardshipCase } from '#core/care/hardship'
import type { Role } from '#core/people/actor'
import { tellPeople } from '../heads/tell'
import type { System } from '../operation'
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
