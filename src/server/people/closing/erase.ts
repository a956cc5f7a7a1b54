import { GONE_NAME } from '#core/people/closing'
import type { ErasedKind } from '#core/people/personal-data'
import { forgetHardship, forgetPairings } from '../../care/forget'
import { leaveHousehold } from '../../households/leave'
import { leaveBookings } from '../../offers/leave'
import type { System } from '../../operation'
import type { Tx } from '../../storage/database'
import { leaveShifts } from '../../volunteers/leave'
import { destroyKey } from '../personal-keys'
import { forgetChildren, forgetGuardians, forgetHelped, leaveHome } from './homes'
import { forgetMatters, forgetPlaces } from './matters'
import { forgetLoosePhotos, forgetPhotos } from './photos'
import { forgetDangers, forgetObjections, forgetOfficeWords } from './records'

export interface Leaving {
  streetId: string
  /** What leaving a household needs: the others may get another representative. */
  system: Pick<System, 'streetId' | 'vault' | 'newId'>
  personId: string
  now: number
}

type Eraser = (tx: Tx, leaving: Leaving) => Promise<unknown>

/** Takes the facts of these columns off the person's row, which stays. */
const blank =
  (
    columns:
      | { phone_enc: null; phone_index: null; phone_verified_at: null }
      | { avatar_id: null }
      | { birth_year: null }
      | { birth_enc: null },
  ) =>
  (tx: Tx, { streetId, personId }: Leaving) =>
    tx
      .updateTable('persons')
      .set(columns)
      .where('street_id', '=', streetId)
      .where('id', '=', personId)
      .execute()

type Owned = 'logins' | 'sessions' | 'posted_phones' | 'corrections' | 'inbox_messages'

/** Deletes a person's own rows. */
const rowsOf =
  (table: Owned) =>
  (tx: Tx, { streetId, personId }: Leaving) =>
    tx.deleteFrom(table).where('street_id', '=', streetId).where('person_id', '=', personId).execute()

/**
 * One for each kind of the catalogue that does not outlive its owner: a kind without one does not compile. In this
 * order, because what refers goes before what it refers to.
 */
const ERASERS: Record<ErasedKind, Eraser> = {
  session: rowsOf('sessions'),
  wechat: rowsOf('logins'),
  phone: async (tx, leaving) => {
    await blank({ phone_enc: null, phone_index: null, phone_verified_at: null })(tx, leaving)
    await destroyKey(tx, leaving.streetId, leaving.personId)
  },
  posted_phone: rowsOf('posted_phones'),
  age: blank({ birth_year: null }),
  avatar: blank({ avatar_id: null }),
  birth: blank({ birth_enc: null }),
  pairing: forgetPairings,
  hardship: forgetHardship,
  dangers: forgetDangers,
  objections: forgetObjections,
  office_words: forgetOfficeWords,
  household: (tx, { system, personId, now }) => leaveHousehold(tx, system, { personId, now }),
  guardian: forgetGuardians,
  helped: forgetHelped,
  child: forgetChildren,
  home: leaveHome,
  matter: forgetMatters,
  place: forgetPlaces,
  photos: forgetPhotos,
  loose_photos: forgetLoosePhotos,
  outbox: async (tx, leaving) => {
    for (const table of ['message_grants', 'outgoing_messages'] as const)
      await tx
        .deleteFrom(table)
        .where('street_id', '=', leaving.streetId)
        .where('person_id', '=', leaving.personId)
        .execute()
  },
  messages: rowsOf('inbox_messages'),
  corrections: rowsOf('corrections'),
  repeats: (tx, { streetId, personId }) =>
    tx.deleteFrom('commands').where('street_id', '=', streetId).where('actor_id', '=', personId).execute(),
  bookings: leaveBookings,
  name: (tx, { streetId, personId, now }) =>
    tx
      .updateTable('persons')
      .set({ public_name: GONE_NAME, erased_at: now })
      .where('street_id', '=', streetId)
      .where('id', '=', personId)
      .execute(),
}

/**
 * 注销: carries out what the catalogue says of each kind. The person's row stays as a tombstone, locked first so that
 * whatever he is doing at this moment waits and then finds nobody.
 */
export async function erasePerson(tx: Tx, leaving: Leaving): Promise<void> {
  const { streetId, personId, now } = leaving
  await tx
    .selectFrom('persons')
    .select('id')
    .where('street_id', '=', streetId)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  for (const erase of Object.values(ERASERS)) await erase(tx, leaving)
  // What nobody is tied by ends with him; his places go to those who wait.
  await leaveShifts(tx, leaving.system, { personId, now })
  await tx
    .updateTable('role_grants')
    .set((eb) => ({
      to_at: eb.fn<number>('greatest', [eb.val(now), eb('from_at', '+', 1)]),
      end_reason: 'closed',
    }))
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('to_at', '>', now)
    .execute()
}
