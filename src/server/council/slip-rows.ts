import type { Insertable } from 'kysely'
import type { Tx } from '../storage/database'
import type { CouncilTables } from '../storage/tables/council'

type SlipRow = CouncilTables['ballot_slips']

/** A slip as it is kept. */
export interface KeptSlip {
  id: string
  pollId: string
  unitId: string
  channel: SlipRow['channel']
  state: SlipRow['state']
  sealed: string | null
  enteredBy: string
  isDisputed: boolean
}

/** Puts a slip into the waiting line; false where one of the same house waits there already. */
export async function leaveWaiting(tx: Tx, slip: Insertable<SlipRow>): Promise<boolean> {
  const left = await tx
    .insertInto('ballot_slips')
    .values(slip)
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'poll_id', 'unit_id']).where('state', '=', 'waiting').doNothing(),
    )
    .executeTakeFirst()
  return Number(left.numInsertedOrUpdatedRows) === 1
}

export async function findSlip(
  tx: Tx,
  { streetId, id, locked = false }: { streetId: string; id: string; locked?: boolean },
): Promise<KeptSlip | undefined> {
  const asked = tx
    .selectFrom('ballot_slips')
    .select(['id', 'poll_id as pollId', 'unit_id as unitId', 'channel', 'state', 'sealed'])
    .select(['entered_by as enteredBy', 'disputed_by'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)
  const row = await (locked ? asked.forUpdate() : asked).executeTakeFirst()
  if (!row) return undefined
  const { disputed_by, ...slip } = row
  return { ...slip, isDisputed: disputed_by !== null }
}
