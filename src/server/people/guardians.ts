import type { Asking } from '../operation'

const guardianships = ({ tx, system }: Asking) =>
  tx
    .selectFrom('guardianships as g')
    .where('g.street_id', '=', system.streetId)
    .where('g.ended_at', 'is', null)

/** The guardian of a minor, asked or agreed. */
export async function guardianOf(asking: Asking, minorId: string) {
  const found = await guardianships(asking)
    .select(['g.id', 'g.agreed_at'])
    .where('g.minor_id', '=', minorId)
    .executeTakeFirst()
  return found ?? null
}

/** Whom this person is guardian of, or is asked to be. */
export const wardsOf = (asking: Asking, guardianId: string) =>
  guardianships(asking)
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'g.street_id').onRef('p.id', '=', 'g.minor_id'),
    )
    .select(['g.id', 'g.agreed_at as agreedAt', 'p.public_name as name'])
    .where('g.guardian_id', '=', guardianId)
    .orderBy('g.asked_at')
    .limit(20)
    .execute()

/** One that waits for this guardian or was agreed to by him, locked. */
export async function guardianshipForStep(asking: Asking, id: string) {
  const found = await guardianships(asking)
    .selectAll('g')
    .where('g.id', '=', id)
    .forUpdate('g')
    .executeTakeFirst()
  return found && found.guardian_id === asking.actor.personId ? found : null
}

/** Who left this number and has a confirmed home in the same house: a guardian lives with the child. */
export async function neighbourWithPhone(
  { tx, system, now }: Asking,
  { personId, phone }: { personId: string; phone: string },
): Promise<string | null> {
  const found = await tx
    .selectFrom('persons as p')
    .innerJoin('residencies as r', (on) =>
      on.onRef('r.street_id', '=', 'p.street_id').onRef('r.person_id', '=', 'p.id'),
    )
    .innerJoin('residencies as mine', (on) =>
      on.onRef('mine.street_id', '=', 'r.street_id').onRef('mine.building_id', '=', 'r.building_id'),
    )
    .select('p.id')
    .where('p.street_id', '=', system.streetId)
    .where('p.phone_index', '=', system.vault.index(phone, 'phone'))
    .where('p.id', '<>', personId)
    .where('r.to_at', 'is', null)
    .where('r.confirmed_at', '<=', now)
    .where((is) => is.or([is('r.expires_at', 'is', null), is('r.expires_at', '>', now)]))
    .where('mine.person_id', '=', personId)
    .where('mine.to_at', 'is', null)
    .orderBy('p.id')
    .executeTakeFirst()
  return found?.id ?? null
}

/** Asks a guardian; a question that was not answered gives way to the new one. */
export async function askGuardian(
  { tx, system, now }: Asking,
  { minorId, guardianId }: { minorId: string; guardianId: string },
): Promise<void> {
  await tx
    .updateTable('guardianships')
    .set({ ended_at: now })
    .where('street_id', '=', system.streetId)
    .where('minor_id', '=', minorId)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .insertInto('guardianships')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      minor_id: minorId,
      guardian_id: guardianId,
      asked_at: now,
    })
    .execute()
}

/** Agrees, or ends it: by saying no, or by taking the consent back. */
export async function answerWard(
  { tx, system, now }: Asking,
  { id, agree }: { id: string; agree: boolean },
): Promise<void> {
  await tx
    .updateTable('guardianships')
    .set(agree ? { agreed_at: now } : { ended_at: now })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
}
