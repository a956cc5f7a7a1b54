import type { Concern } from '#core/concerns/concern'
import { leftByHead } from '#core/concerns/head-left'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { loadCalendar } from './load-calendar'
import { saveStep } from './save'

interface Giving {
  /** Open concerns on heads' desks, by id. */
  onTheDesk: OpenConcerns
  /** What the story says of why. */
  note: string
  now: number
}

/** A query for the bodies and versions of concerns; it is narrowed and locked here. */
type OpenConcerns = ReturnType<typeof concernsIn>

export const concernsIn = (tx: Tx, streetId: string) =>
  tx.selectFrom('concerns').select(['body', 'version']).where('street_id', '=', streetId)

/** What a head had on his desk and does not keep is the grid's from now on. */
export async function giveToGrid(
  tx: Tx,
  { newId }: Pick<System, 'newId'>,
  { onTheDesk, note, now }: Giving,
): Promise<void> {
  const open = await onTheDesk
    .where('desk', '=', 'head')
    .where('state', '<>', 'closed')
    .orderBy('id')
    .forUpdate()
    .execute()
  if (open.length === 0) return
  const deed = { personId: null, role: 'clock' as const, at: now, calendar: await loadCalendar(tx), newId }
  for (const { body, version } of open) {
    const after = leftByHead(body as Concern)
    if (after)
      await saveStep(tx, { before: body as Concern, version, after, event: { kind: 'delegate', note } }, deed)
  }
}
