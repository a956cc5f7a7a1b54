import { under } from '../queries/under'
import type { Tx } from '../storage/database'
import type { Plate } from './sheet'

interface Asked {
  gridPath: string
  /** Those applied for, or every plate with a code. */
  only: 'applied' | 'all'
  most: number
}

/** The plates to print of a grid, in the order in which somebody walks through it. */
export async function platesIn(tx: Tx, streetId: string, { gridPath, only, most }: Asked): Promise<Plate[]> {
  const rows = await tx
    .selectFrom('buildings')
    .select(['label', 'address', 'plate_code'])
    .where('street_id', '=', streetId)
    .where('plate_status', 'in', only === 'applied' ? ['applied'] : ['applied', 'ok'])
    .where(under('grid_path', gridPath))
    .orderBy('grid_path')
    .orderBy('no')
    .limit(most)
    .execute()
  return rows.flatMap(({ label, address, plate_code }) =>
    plate_code ? [{ label, address, code: plate_code }] : [],
  )
}
