import type { InputOf, OutputOf } from '../../../src/contracts/operations'
import type { Store } from '../../../src/server/storage/database'
import { answerOf, personOf, STREET, type Street, type Who } from '../concerns/small-street'

export const DAY = 86_400_000

/** A confirmed home in building 2, which has no head; or one that still waits for somebody to vouch for it. */
export async function moveIn(
  { db }: Store,
  who: Who,
  more: { buildingId?: string; confirmed?: boolean } = {},
) {
  const { buildingId = 'JX-002', confirmed = true } = more
  await db
    .insertInto('residencies')
    .values({
      street_id: STREET,
      id: `r.${who}`,
      person_id: personOf(who),
      building_id: buildingId,
      kind: 'tenant',
      floating: true,
      from_at: 1,
      to_at: null,
      confirmed_by: confirmed ? 'somebody' : null,
      confirmed_at: confirmed ? 1 : null,
      expires_at: null,
    })
    .execute()
}

export async function propose(
  street: Street,
  who: Who,
  more: Partial<InputOf<'heads.nominate'>> = {},
): Promise<OutputOf<'heads.nominate'>> {
  return answerOf(
    await street.ask('grid_staff', 'heads.nominate', {
      buildingId: 'JX-002',
      personId: personOf(who),
      kind: 'head',
      method: 'elected',
      basis: 'residence',
      basisWords: '',
      days: 365,
      ...more,
    }),
  )
}

/** Proposed, posted for three days and confirmed. */
export async function appointed(street: Street, who: Who, more: Partial<InputOf<'heads.nominate'>> = {}) {
  const { id, version } = await propose(street, who, more)
  street.time.now += more.kind === 'acting' ? 0 : 3 * DAY
  return answerOf(await street.ask('community_staff', 'heads.confirm', { id, version, note: '' }))
}

/** Persons in office in a building at every instant of role_grants, to be looked over. */
export async function officesOf({ db }: Store, buildingId: string) {
  return db
    .selectFrom('role_grants')
    .select(['person_id', 'from_at', 'to_at', 'acting'])
    .where('building_id', '=', buildingId)
    .orderBy('from_at')
    .execute()
}
