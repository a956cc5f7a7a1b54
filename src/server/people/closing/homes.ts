import { sql } from 'kysely'
import type { Tx } from '../../storage/database'
import { CHILD_FORGOTTEN } from '../children'
import type { Leaving } from './erase'

/** That somebody lived there is counted in rolls of the past; who, and why he left, is not told any more. */
export const leaveHome = (tx: Tx, { streetId, personId, now }: Leaving) =>
  sql`
  update residencies set end_reason = '',
    to_at = coalesce(to_at, greatest(${now}::bigint, from_at + 1)), ended_kind = coalesce(ended_kind, 'moved_out')
  where street_id = ${streetId} and person_id = ${personId}`.execute(tx)

/** A consent that one of the two is no longer there to stand by. */
export const forgetGuardians = (tx: Tx, { streetId, personId }: Leaving) =>
  tx
    .deleteFrom('guardianships')
    .where('street_id', '=', streetId)
    .where(({ or, eb }) => or([eb('minor_id', '=', personId), eb('guardian_id', '=', personId)]))
    .execute()

/** The children he acted for: names and births go, what he agreed to for them stays without them. */
export const forgetChildren = (tx: Tx, { streetId, personId, now }: Leaving) =>
  tx
    .updateTable('children')
    .set({ ...CHILD_FORGOTTEN, ended_at: now, ended_kind: 'closed' })
    .where('street_id', '=', streetId)
    .where('guardian_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()

/** Name and phone of whom he reported for, or of himself where another one did. */
export const forgetHelped = (tx: Tx, { streetId, personId }: Leaving) =>
  tx
    .deleteFrom('helped_persons')
    .where('street_id', '=', streetId)
    .where(({ or, eb }) => or([eb('helper_id', '=', personId), eb('person_id', '=', personId)]))
    .execute()
