import { sql } from 'kysely'
import type { Concern } from '#core/concerns/concern'
import { loadCalendar } from '../concerns/load-calendar'
import { saveStep } from '../concerns/save'
import type { Asking } from '../operation'

interface Move {
  buildingId: string
  label: string
  /** The name of the grid it comes to. */
  gridName: string
  to: string
}

/**
 * Lets everything that belongs to a house go with it to another grid: its head, its own bodies, its dangers, its open
 * matters, who is visited there and whose hardship is seen to. An owner
 * who holds no office there falls away by himself (`concerns/owner.ts`), and the desk of the new grid is told.
 */
export async function moveHouse(asking: Asking, move: Move): Promise<void> {
  const { tx, system } = asking
  const { buildingId, to } = move
  await tx
    .updateTable('buildings')
    .set({ grid_path: to })
    .where('street_id', '=', system.streetId)
    .where('id', '=', buildingId)
    .execute()
  await tx
    .updateTable('role_grants')
    .set({ grid_path: to })
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', buildingId)
    .where('to_at', '>', asking.now)
    .execute()
  await tx
    .updateTable('councils')
    .set({ grid_path: to })
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', buildingId)
    .execute()
  for (const table of ['head_appointments', 'hazards', 'pairings', 'hardship_cases'] as const) {
    await sql`
      update ${sql.table(table)} set body = jsonb_set(body, '{gridPath}', to_jsonb(${to}::text))
      where street_id = ${system.streetId} and building_id = ${buildingId}
        and state not in ('ended', 'declined', 'withdrawn', 'cleared', 'struck', 'not_listed')`.execute(tx)
  }
  await moveConcerns(asking, move)
}

async function moveConcerns(asking: Asking, { buildingId, label, gridName, to }: Move): Promise<void> {
  const { tx, actor, now, system } = asking
  const open = await tx
    .selectFrom('concerns')
    .select(['body', 'version'])
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', buildingId)
    .where('state', '<>', 'closed')
    .orderBy('id')
    .forUpdate()
    .execute()
  if (open.length === 0) return
  const deed = {
    personId: actor.personId,
    role: 'street_admin' as const,
    at: now,
    calendar: await loadCalendar(tx),
    newId: system.newId,
  }
  const event = { kind: 'delegate' as const, note: `${label}划到${gridName}，这件事跟着过去。` }
  for (const { body, version } of open) {
    const before = body as Concern
    const saved = await saveStep(tx, { before, version, after: { ...before, gridPath: to }, event }, deed)
    if (!saved.ok) throw new Error('a locked concern was changed by somebody else')
  }
}
