import type { Pairing } from '#core/care/pairing'
import { isOverdue, reminded, reminderOfVisit } from '#core/care/visits'
import { firstDue, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { arrangersOver, tellOfPairing } from './pairing-tell'

type Keeping = Pick<System, 'store' | 'streetId' | 'newId' | 'clock' | 'report'>
type Own = Pick<Keeping, 'streetId' | 'newId'>

/** 该去了没去: tells of visits that were missed, each once; answers how many. */
export const runVisitClock = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => firstDue(withLabels(tx, system.streetId), 'p', asked).executeTakeFirst(),
    idOf: ({ id }) => id,
    nameOf: ({ id }) => `clock.visits.${id}`,
    work: (tx, due, now) => remind(tx, system, due, now),
  })

const withLabels = (tx: Tx, streetId: string) =>
  tx
    .selectFrom('pairings as p')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'p.street_id').onRef('b.id', '=', 'p.building_id'),
    )
    .select(['p.id', 'p.body', 'b.label'])
    .where('p.street_id', '=', streetId)

interface Due {
  id: string
  body: Pairing
  label: string
}

/** The helper hears that he was expected, and whoever arranged it that nobody came. */
async function remind(tx: Tx, system: Own, { id, body, label }: Due, now: number): Promise<void> {
  if (body.state !== 'active' || !isOverdue(body, now)) throw new Error('no visit of this pairing was missed')
  const told = { pairing: body, label, now }
  await tellOfPairing(tx, system, { ...told, personIds: [body.helperId], kind: 'visit_overdue' })
  const arrangers = await arrangersOver(tx, { streetId: system.streetId, gridPath: body.gridPath, now })
  const others = arrangers.filter((personId) => personId !== body.helperId)
  await tellOfPairing(tx, system, { ...told, personIds: others, kind: 'visit_late' })
  const after = reminded(body)
  await tx
    .updateTable('pairings')
    .set({ body: after, next_at: reminderOfVisit(after) })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
}
