import { seatFact } from '#core/evaluation/facts'
import { SEATS, seatOf } from '#core/offices/seats'
import { type GridSubject, idsOf, type Source } from './source'

/** 八个席位: who held one in the last instant of the month. */
export const seats: Source<GridSubject> = async (asked) => {
  const { tx, streetId, window, subjects } = asked
  const rows = await tx
    .selectFrom('role_grants')
    .select(['grid_path', 'role', 'acting'])
    .where('street_id', '=', streetId)
    .where('grid_path', 'in', idsOf(asked))
    .where('from_at', '<', window.to)
    .where('to_at', '>=', window.to)
    .execute()
  const taken = new Set(rows.map(({ grid_path, role, acting }) => `${grid_path} ${seatOf(role, acting)}`))
  return subjects.map(({ id }) => ({
    subjectId: id,
    facts: SEATS.map(({ seat }) => seatFact(id, seat, taken.has(`${id} ${seat}`), window)),
  }))
}
