import { DAY } from '#core/concerns/calendar'
import type { BornIn } from '#core/people/age'
import {
  CHILD_CONSENT_VERSIONS,
  CHILD_PURPOSES,
  type ChildPurpose,
  childConsent,
} from '#core/people/children'
import { codeOf } from '../households/keep'
import type { Asking } from '../operation'
import { keyOf, openFor, sealsOf } from './personal-keys'

/** A code that was not brought within a week is void; the guardian makes another. */
const CODE_HOLDS = 7 * DAY

/** What it takes to read or write a child: less than a whole call, so that the file of 导出 can. */
type Keeping = Pick<Asking, 'tx' | 'now' | 'system'>

/** Where something of a child stands: bound into its seal. */
export const placeOfChild = (id: string, what: 'name' | 'birth' | 'code'): string => `child:${id}:${what}`

export const childRows = ({ tx, system }: Pick<Keeping, 'tx' | 'system'>) =>
  tx
    .selectFrom('children as c')
    .select(['c.id', 'c.guardian_id', 'c.name_enc', 'c.birth_enc', 'c.code_enc', 'c.code_until'])
    .select(keyOf('c.street_id', 'c.guardian_id').as('key_enc'))
    .where('c.street_id', '=', system.streetId)
    .where('c.ended_at', 'is', null)
    .orderBy('c.registered_at')
    .orderBy('c.id')
type Row = Awaited<ReturnType<ReturnType<typeof childRows>['execute']>>[number]

/** A child as his guardian wrote him down. */
export interface Child {
  id: string
  guardianId: string
  name: string
  born: BornIn
  code: { words: string; until: number } | null
}

export function childOf({ system: { vault } }: Pick<Keeping, 'system'>, row: Row): Child {
  const { id, guardian_id: guardianId, key_enc: keyEnc, code_enc, code_until } = row
  const open = (sealed: string | null, what: 'name' | 'birth' | 'code') => {
    if (sealed === null) throw new Error(`the ${what} of the registered child ${id} is missing`)
    return openFor(vault, { personId: guardianId, keyEnc, sealed, place: placeOfChild(id, what) })
  }
  const [year, month] = JSON.parse(open(row.birth_enc, 'birth')) as [number, number]
  const code =
    code_enc === null || code_until === null ? null : { words: open(code_enc, 'code'), until: code_until }
  return { id, guardianId, name: open(row.name_enc, 'name'), born: { year, month }, code }
}

/** The children this guardian acts for, in the order in which he registered them. */
export const childrenOf = async (asking: Keeping, guardianId: string): Promise<Child[]> =>
  (await childRows(asking).where('c.guardian_id', '=', guardianId).execute()).map((row) =>
    childOf(asking, row),
  )

/** One of the guardian's own children, locked; `null` for anybody else's. */
export async function childForStep(
  asking: Keeping,
  { id, guardianId }: { id: string; guardianId: string },
): Promise<Child | null> {
  const row = await childRows(asking)
    .where('c.id', '=', id)
    .where('c.guardian_id', '=', guardianId)
    .forUpdate('c')
    .executeTakeFirst()
  return row ? childOf(asking, row) : null
}

/** The child a code was made for, locked, while the code holds. */
export async function childWithCode(asking: Keeping, code: string): Promise<Child | null> {
  const row = await childRows(asking)
    .where('c.code_index', '=', indexOf(asking, code))
    .where('c.code_until', '>', asking.now)
    .forUpdate('c')
    .executeTakeFirst()
  return row ? childOf(asking, row) : null
}

const indexOf = ({ system }: Keeping, code: string): string =>
  system.vault.index(code.toUpperCase(), 'child-code')

/** Writes a child down, with what his guardian agreed to. */
export async function keepChild(
  asking: Keeping,
  {
    guardianId,
    name,
    born,
    agreed,
  }: { guardianId: string; name: string; born: BornIn; agreed: ChildPurpose[] },
): Promise<void> {
  const { tx, now, system } = asking
  const id = system.newId()
  const seals = await sealsOf(tx, system, guardianId, now)
  await tx
    .insertInto('children')
    .values({
      street_id: system.streetId,
      id,
      guardian_id: guardianId,
      name_enc: seals.seal(name, placeOfChild(id, 'name')),
      birth_enc: seals.seal(JSON.stringify([born.year, born.month]), placeOfChild(id, 'birth')),
      registered_at: now,
    })
    .execute()
  for (const purpose of CHILD_PURPOSES)
    await sayFor(asking, { childId: id, purpose, given: agreed.includes(purpose) })
}

/** Writes down one yes or no of the guardian, to the words of now. */
export const sayFor = (
  { tx, now, system }: Keeping,
  { childId, purpose, given }: { childId: string; purpose: ChildPurpose; given: boolean },
) =>
  tx
    .insertInto('child_consents')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      child_id: childId,
      purpose,
      version: CHILD_CONSENT_VERSIONS[purpose],
      given,
      at: now,
    })
    .execute()

/** Each purpose with what the guardian said last. */
export async function consentsFor({ tx, system }: Keeping, childId: string) {
  const said = await tx
    .selectFrom('child_consents')
    .select(['purpose', 'version', 'given', 'at'])
    .where('street_id', '=', system.streetId)
    .where('child_id', '=', childId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return CHILD_PURPOSES.map((purpose) => {
    const last = said.find((one) => one.purpose === purpose)
    return { purpose, state: childConsent(purpose, last), at: last?.at ?? null }
  })
}

export async function isAgreed(asking: Keeping, childId: string, purpose: ChildPurpose) {
  const found = (await consentsFor(asking, childId)).find((one) => one.purpose === purpose)
  return found?.state ?? 'unasked'
}

/** 收回“报事时写上孩子的名字”: the name goes from every matter; the matters stay the guardian's own. */
export const forgetHelpedChild = ({ tx, system }: Keeping, childId: string) =>
  tx
    .deleteFrom('helped_persons')
    .where('street_id', '=', system.streetId)
    .where('child_id', '=', childId)
    .where('person_id', 'is', null)
    .execute()

/** A code to read out, in the place of one that was made before. */
export async function makeCode(asking: Keeping, { id, guardianId }: Child): Promise<void> {
  const { tx, now, system } = asking
  const code = codeOf(system.newId())
  const seals = await sealsOf(tx, system, guardianId, now)
  await tx
    .updateTable('children')
    .set({
      code_enc: seals.seal(code, placeOfChild(id, 'code')),
      code_index: indexOf(asking, code),
      code_until: now + CODE_HOLDS,
    })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
}

/** What goes from the row of a child, however it ends. */
export const CHILD_FORGOTTEN = {
  name_enc: null,
  birth_enc: null,
  code_enc: null,
  code_index: null,
  code_until: null,
}

/** Name, birth and code go; that there was a consent, and when it ended, stays. */
export const endChild = (
  { tx, now, system }: Keeping,
  id: string,
  ending: { ended_kind: 'removed' } | { ended_kind: 'grown'; person_id: string },
) =>
  tx
    .updateTable('children')
    .set({ ...CHILD_FORGOTTEN, ...ending, ended_at: now })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()

/** The matters that were reported for him are his own as well from now on. */
export const joinHelpedChild = (
  { tx, system }: Keeping,
  { childId, personId }: { childId: string; personId: string },
) =>
  tx
    .updateTable('helped_persons')
    .set({ person_id: personId })
    .where('street_id', '=', system.streetId)
    .where('child_id', '=', childId)
    .where('helper_id', '<>', personId)
    .execute()

/** How many matters still carry his name. */
export async function mattersOf({ tx, system }: Keeping, childId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('helped_persons')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('street_id', '=', system.streetId)
    .where('child_id', '=', childId)
    .executeTakeFirstOrThrow()
  return Number(n)
}
