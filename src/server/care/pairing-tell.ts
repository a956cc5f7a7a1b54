import { helperOf, type Pairing } from '#core/care/pairing'
import type { GridPath } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import { tellPeople } from '../heads/tell'
import type { Asking, System } from '../operation'
import type { Tx } from '../storage/database'
import { holdersOver } from './offices'

type Keeping = Pick<System, 'streetId' | 'newId'>

interface Told {
  pairing: Pairing
  /** 23栋: an inbox names nobody who is visited. */
  label: string
  personIds: readonly (string | null)[]
  kind: string
  now: number
}

/** One line about a pairing into each of these inboxes, once. */
export function tellOfPairing(
  tx: Tx,
  system: Keeping,
  { pairing, label, personIds, kind, now }: Told,
): Promise<void> {
  const known = [...new Set(personIds)].filter((id) => id !== null)
  const about = { kind: 'pairing' as const, id: pairing.id }
  return tellPeople(tx, system, { personIds: known, kind, title: label, about, now })
}

/** Everybody a pairing is about or arranged by, but whoever did it himself. */
export const sidesOf = (pairing: Pairing, { actor }: Pick<Asking, 'actor'>): (string | null)[] =>
  [helperOf(pairing), pairing.personId, pairing.proposedBy].filter((id) => id !== actor.personId)

const ARRANGERS: Role[] = ['pioneer']

/** 党小组长: who hears that somebody is needed, or that a visit was missed. */
export const arrangersOver = (
  tx: Tx,
  { streetId, gridPath, now }: { streetId: string; gridPath: GridPath; now: number },
): Promise<string[]> => holdersOver(tx, { streetId, gridPath, now, roles: ARRANGERS })
