import type { Vault } from '../people/vault'

/** Owner or manager of a house: somebody to call when it burns, and nobody's business otherwise. */
export interface Contact {
  name: string | null
  phone: string | null
}

/** Where in the database a contact stands: bound into its seal. */
export const placeOfContact = (buildingId: string, who: 'owner' | 'manager'): string =>
  `building:${buildingId}:${who}`

/** Sealed as one text; the index tells whether it is still the same without opening it. */
export function sealContact(
  vault: Pick<Vault, 'seal' | 'index'>,
  place: string,
  { name, phone }: Contact,
): { sealed: string | null; index: string | null } {
  if (name === null && phone === null) return { sealed: null, index: null }
  const text = JSON.stringify([name, phone])
  return { sealed: vault.seal(text, place), index: vault.index(text, place) }
}

export function openContact(
  vault: Pick<Vault, 'open'>,
  place: string,
  sealed: string | null,
): Contact | null {
  if (sealed === null) return null
  const [name = null, phone = null] = JSON.parse(vault.open(sealed, place)) as (string | null)[]
  return { name, phone }
}
