import type { System } from '../operation'
import { openFor, sealsOf } from '../people/personal-keys'
import type { Tx } from '../storage/database'

type Keys = Pick<System, 'streetId' | 'vault'>

export const placeOfPairing = (id: string): string => `pairing:${id}`
export const placeOfVisit = (id: string): string => `visit:${id}`
export const placeOfCase = (id: string): string => `hardship:${id}`

interface Sealing {
  /** Whose own key it is sealed with; `null`: he has no account, so that the house seals for him. */
  personId: string | null
  place: string
  now: number
}

/** Seals words about somebody with his own key: when his account goes, nobody reads them any more. */
export async function sealAbout(
  tx: Tx,
  keys: Keys,
  text: string,
  { personId, place, now }: Sealing,
): Promise<string> {
  if (personId === null) return keys.vault.seal(text, place)
  const own = await sealsOf(tx, keys, personId, now)
  return own.seal(text, place)
}

interface Sealed {
  personId: string | null
  keyEnc: string | null
  place: string
}

/** The words as they were sealed; `null` when they are gone, or the key to them is. */
export function openAbout({ vault }: Keys, sealed: string | null, whose: Sealed): string | null {
  if (sealed === null) return null
  const { personId, keyEnc, place } = whose
  if (vault.isPersonal(sealed) && keyEnc === null) return null
  return openFor(vault, { personId: personId ?? '', keyEnc, sealed, place })
}
