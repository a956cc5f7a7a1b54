import type { Vault } from '../people/vault'

type Keys = Pick<Vault, 'index'>

/**
 * Who stands behind a phone of an imported file. Only the file makes this person; somebody who merely typed the same
 * number into the app is another one, so nobody gets an office by claiming a phone. A proven phone joins the two
 * (`people/imported.ts`).
 */
export const importedPersonId = ({ index }: Keys, phone: string): string =>
  `i.${index(phone, 'import').slice(0, 24)}`

/** An office by what it is: the same row of a file is the same office. */
export const importedGrantId = ({ index }: Keys, parts: (string | null)[]): string =>
  `i.g.${index(JSON.stringify(parts), 'import-office').slice(0, 24)}`

/** The home a file brought; another one the person or the grid has written since. */
export const residencyIdOf = (personId: string): string => `r.${personId}`
