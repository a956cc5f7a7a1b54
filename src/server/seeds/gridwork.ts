import { boundaryAround } from '#core/grids/map'
import { reminderAfter } from '#core/joint/reminders'
import { under } from '../queries/under'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { PILOT_GRID, STREET } from './codes'
import { jointTales, SPEAKER_GRANTS, SPEAKERS } from './joint'
import type { Part } from './part'
import { digestOf, grantRow, personRow, type SealingVault } from './rows'
import { activityRows, BRANCHES, DIRECTORY, gridChangeRows, STATION_FACTS } from './services'

/** What the grids do together, on top of the world: matters of three parties, stations, branches, the directory. */
export const gridworkPart = (epoch: number, vault: SealingVault): Part => ({
  name: 'pilot.gridwork',
  says: '写下三方联动、服务站和部门名录',
  digest: () =>
    digestOf({ epoch, tales: jointTales(epoch), SPEAKER_GRANTS, STATION_FACTS, BRANCHES, DIRECTORY }),
  write: (tx) => writeGridwork(tx, epoch, vault),
})

async function writeGridwork(tx: Tx, epoch: number, vault: SealingVault): Promise<void> {
  await insertAll(tx, 'persons', SPEAKERS.map(personRow(vault, epoch)))
  await insertAll(tx, 'role_grants', SPEAKER_GRANTS.map(grantRow(epoch)))
  await tx
    .updateTable('estates')
    .set({ owners_committee: true })
    .where('street_id', '=', STREET)
    .where('id', '=', 'jindu-yayuan')
    .execute()
  await writeServices(tx, epoch)
  const tales = jointTales(epoch)
  await insertAll(
    tx,
    'joint_matters',
    tales.map(({ matter, events }) => ({
      street_id: STREET,
      id: matter.id,
      version: events.length,
      body: matter,
      next_at: reminderAfter(matter, epoch)?.at ?? null,
    })),
  )
  await insertAll(
    tx,
    'joint_events',
    tales.flatMap(({ matter, events }) =>
      events.map(({ kind, by, at, detail }, index) => ({
        street_id: STREET,
        matter_id: matter.id,
        seq: index + 1,
        kind,
        at,
        actor_id: by,
        detail: detail as Record<string, unknown>,
      })),
    ),
  )
}

async function writeServices(tx: Tx, epoch: number): Promise<void> {
  const street = { street_id: STREET }
  for (const { id, phone, hours } of STATION_FACTS) {
    await tx
      .updateTable('service_stations')
      .set({ phone, open_hours: JSON.stringify(hours) })
      .where('street_id', '=', STREET)
      .where('id', '=', id)
      .execute()
  }
  await insertAll(tx, 'station_activities', activityRows(epoch))
  await insertAll(tx, 'grid_changes', gridChangeRows(epoch))
  await drawGrid(tx)
  await insertAll(
    tx,
    'party_branches',
    BRANCHES.map((branch) => ({ ...street, ...branch })),
  )
  await insertAll(
    tx,
    'departments',
    DIRECTORY.map((one) => ({ ...street, ...one })),
  )
}

/** 金兴街网格 is drawn around its houses; its pieces wait for somebody to draw them. */
async function drawGrid(tx: Tx): Promise<void> {
  const houses = await tx
    .selectFrom('buildings')
    .select(['lat_e6', 'lng_e6'])
    .where('street_id', '=', STREET)
    .where(under('grid_path', PILOT_GRID))
    .execute()
  const boundary = boundaryAround(houses.map(({ lat_e6, lng_e6 }) => [lat_e6, lng_e6]))
  await tx
    .updateTable('grids')
    .set({ boundary: JSON.stringify(boundary) })
    .where('street_id', '=', STREET)
    .where('path', '=', PILOT_GRID)
    .execute()
}
