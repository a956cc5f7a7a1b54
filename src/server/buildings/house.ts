import type { Grade } from '#core/buildings/hazard'
import type { PlateState } from '#core/buildings/plate'
import type { Registration } from '#core/buildings/registration'
import type { Tx } from '../storage/database'

/** A building with its card, as the rules ask about it. */
export interface House {
  id: string
  label: string
  gridPath: string
  status: 'in_use' | 'evacuated' | 'sealed'
  plate: PlateState
  grade: Grade | null
  registration: Registration | null
  /** 0 while there is no card. */
  version: number
}

interface Asked {
  streetId: string
  id: string
}

/** Reads one house. */
export async function findHouse(tx: Tx, asked: Asked): Promise<House | undefined> {
  const row = await byId(tx, asked).executeTakeFirst()
  return row && (await withCard(tx, asked, row))
}

/** Reads one house and keeps every other change of it waiting until this transaction ends. */
export async function findHouseForStep(tx: Tx, asked: Asked): Promise<House | undefined> {
  const row = await byId(tx, asked).forUpdate().executeTakeFirst()
  return row && (await withCard(tx, asked, row))
}

const byId = (tx: Tx, { streetId, id }: Asked) =>
  tx
    .selectFrom('buildings')
    .select(['id', 'label', 'grid_path', 'status', 'plate_status', 'hazard_grade'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)

type Row = Awaited<ReturnType<ReturnType<typeof byId>['executeTakeFirstOrThrow']>>

async function withCard(tx: Tx, { streetId, id }: Asked, row: Row): Promise<House> {
  const card = await tx
    .selectFrom('registrations')
    .select(['body', 'version'])
    .where('street_id', '=', streetId)
    .where('building_id', '=', id)
    .executeTakeFirst()
  return {
    id: row.id,
    label: row.label,
    gridPath: row.grid_path,
    status: row.status,
    plate: row.plate_status,
    grade: row.hazard_grade,
    registration: card?.body ?? null,
    version: card?.version ?? 0,
  }
}
