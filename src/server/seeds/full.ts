import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { carePartOfAll } from './care-full'
import { STREET } from './codes'
import { bulkConcernParts } from './full-concerns'
import { goalsPart } from './full-goals'
import type { SeedGrid } from './grids'
import { appointmentRow } from './offices'
import type { Part, SeedPorts, SeedProgress } from './part'
import { pieceRegister, piecesOf } from './pieces'
import { buildingRow, digestOf, grantRow, personRow, residencyRow } from './rows'
import type { World } from './world'

/**
 * What the full profile adds to the pilot: eleven parts of people, one a village or community, then concerns, pairings
 * and hardship.
 */
export function fullParts(world: World, epoch: number, ports: SeedPorts): Part[] {
  const pieces = piecesOf(world).map((piece, place) => ({ piece, place }))
  const units = world.grids.filter(({ level }) => level === 1)
  return [
    ...units.map((unit): Part => {
      const own = pieces.filter(({ piece }) => piece.path.startsWith(`${unit.path}.`))
      return {
        name: `full.people${unit.path.slice(STREET.length)}`,
        says: `登记${unit.name}：${unit.buildings}栋、${unit.residents}人`,
        digest: () => digestOf({ epoch, pieces: own }),
        write: (tx, progress) => writePieces(tx, own, { epoch, ports, progress, unit }),
      }
    }),
    ...bulkConcernParts(world, epoch, ports),
    carePartOfAll(world, epoch, ports.vault),
    goalsPart(world, epoch, ports),
  ]
}

interface Writing {
  epoch: number
  ports: SeedPorts
  progress: SeedProgress
  unit: SeedGrid
}

async function writePieces(
  tx: Tx,
  pieces: { piece: SeedGrid; place: number }[],
  { epoch, ports, progress, unit }: Writing,
): Promise<void> {
  for (const [at, { piece, place }] of pieces.entries()) {
    const register = pieceRegister(piece, place)
    await insertAll(tx, 'buildings', register.buildings.map(buildingRow))
    await insertAll(tx, 'persons', register.persons.map(personRow(ports.vault, epoch)))
    await insertAll(tx, 'residencies', register.residencies.map(residencyRow(epoch)))
    await insertAll(tx, 'head_appointments', register.grants.map(appointmentRow(epoch)))
    await insertAll(tx, 'role_grants', register.grants.map(grantRow(epoch)))
    if ((at + 1) % 10 === 0) progress(`${unit.name} ${at + 1}/${pieces.length}片区`)
  }
}
