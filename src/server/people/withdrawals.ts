import { TEMPLATES } from '#core/messages/worth'
import type { Purpose } from '#core/people/consents'
import { isPosted } from '#core/people/public-name'
import { withdrawCasesOf } from '../care/withdraw'
import { endGrants } from '../messages/grants'
import type { Asking } from '../operation'
import { dropFiles } from '../photos/dropped'
import { pseudonym } from './logins'

type Withdrawal = (asking: Asking, personId: string) => Promise<unknown>

const person = ({ tx, system }: Asking, personId: string) =>
  tx.updateTable('persons').where('street_id', '=', system.streetId).where('id', '=', personId)

/** 撤回同意: what each purpose was good for ends at once, and what was kept for it alone is gone (§47). */
export const WITHDRAWALS: Record<Purpose, Withdrawal> = {
  phone: async (asking, personId) => {
    const { tx, system } = asking
    await person(asking, personId)
      .set({ phone_enc: null, phone_index: null, phone_verified_at: null })
      .execute()
    await tx
      .deleteFrom('posted_phones')
      .where('street_id', '=', system.streetId)
      .where('person_id', '=', personId)
      .execute()
  },

  face: async (asking, personId) => {
    const { tx, now, actor, system } = asking
    const { avatar_id } = await tx
      .selectFrom('persons')
      .select('avatar_id')
      .where('street_id', '=', system.streetId)
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const anonymous = await pseudonym(tx, system.streetId, personId)
    // An office is held under the name it was posted with.
    await person(asking, personId)
      .set({ avatar_id: null, ...(!isPosted(actor) && { public_name: anonymous }) })
      .execute()
    if (avatar_id !== null) await dropFiles(tx, { streetId: system.streetId, photoIds: [avatar_id], now })
  },

  messages: async ({ tx, now, system }, personId) => {
    await endGrants(tx, { streetId: system.streetId, personId }, TEMPLATES, now)
    await tx
      .updateTable('outgoing_messages')
      .set({ settled_at: now, outcome: 'no_grant' })
      .where('street_id', '=', system.streetId)
      .where('person_id', '=', personId)
      .where('settled_at', 'is', null)
      .where('leased_until', 'is', null)
      .execute()
  },

  // A point in a matter is where the matter is, and stays with it; from now on none is taken.
  place: async () => undefined,

  hardship: ({ tx, now, system }, personId) =>
    withdrawCasesOf(tx, { streetId: system.streetId, personId, now }),
}
