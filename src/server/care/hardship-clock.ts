import type { HardshipCase } from '#core/care/hardship'
import { dueOfHardship, remindedOfHardship, reminderOfHardship } from '#core/care/hardship-due'
import { ownerOf } from '#core/care/hardship-rights'
import { firstDue, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { staffOver, tellOfCase } from './hardship-tell'

type Keeping = Pick<System, 'store' | 'streetId' | 'newId' | 'clock' | 'report'>
type Own = Pick<Keeping, 'streetId' | 'newId'>

/** 五个工作日没评估、九十天该复核: tells of each once; answers how many. */
export const runHardshipClock = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => firstDue(withLabels(tx, system.streetId), 'h', asked).executeTakeFirst(),
    idOf: ({ id }) => id,
    nameOf: ({ id }) => `clock.hardship.${id}`,
    work: (tx, due, now) => remind(tx, system, due, now),
  })

const withLabels = (tx: Tx, streetId: string) =>
  tx
    .selectFrom('hardship_cases as h')
    .leftJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'h.street_id').onRef('b.id', '=', 'h.building_id'),
    )
    .select(['h.id', 'h.body', 'b.label'])
    .where('h.street_id', '=', streetId)

interface Due {
  id: string
  body: HardshipCase
  label: string | null
}

/** An assessment that is late is the community's, and the secretary hears of it; a review is the owner's. */
async function remind(tx: Tx, system: Own, { id, body, label }: Due, now: number): Promise<void> {
  const due = dueOfHardship(body)
  if (!due) throw new Error('nothing is due on this case')
  const personIds =
    due.kind === 'review'
      ? [ownerOf(body)]
      : await staffOver(tx, {
          streetId: system.streetId,
          kept: body,
          roles: ['community_staff', 'secretary'],
          now,
        })
  const kind = due.kind === 'review' ? 'hardship_review_due' : 'hardship_assess_late'
  const told = { kept: body, label: label ?? '', personIds, kind, to: 'hardship' as const }
  await tellOfCase(tx, system, { ...told, until: due.at, now })
  const after = remindedOfHardship(body)
  await tx
    .updateTable('hardship_cases')
    .set({ body: after, next_at: reminderOfHardship(after) })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
}
