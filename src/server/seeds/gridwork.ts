import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { STREET } from './codes'
import { jointTales, SPEAKER_GRANTS, SPEAKERS } from './joint'
import type { Part } from './part'
import { digestOf, grantRow, personRow, type SealingVault } from './rows'

/** What the grids do together, on top of the world: matters of three parties. */
export const gridworkPart = (epoch: number, vault: SealingVault): Part => ({
  name: 'pilot.gridwork',
  says: '写下三方联动',
  digest: () => digestOf({ epoch, tales: jointTales(epoch), SPEAKER_GRANTS }),
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
  const tales = jointTales(epoch)
  await insertAll(
    tx,
    'joint_matters',
    tales.map(({ matter, events }) => ({
      street_id: STREET,
      id: matter.id,
      version: events.length,
      body: matter,
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
