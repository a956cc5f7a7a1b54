import type { OutputOf } from '#contracts/operations'
import { type Election, standing } from '#core/council/candidates'
import type { Motion } from '#core/council/motion'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import type { Council } from './load'
import { labelsOf, representing } from './seats'

type View = OutputOf<'motions.get'>['election']

/** An election as anybody reads it: who stands and what he says, who is elected, how the lot was drawn. */
export async function electionIn(asking: Asking, { election }: Motion): Promise<View> {
  if (!election) return null
  const { office, seats, candidates, elected, tied, draw } = election
  const names = await personNames(asking, [
    ...candidates.map(({ personId }) => personId),
    draw?.drawnBy ?? null,
    draw?.watchedBy ?? null,
  ])
  const labels = await labelsOf(
    asking,
    candidates.map(({ unitId }) => unitId),
  )
  const nameOf = (id: string) => names.get(id) ?? ''
  return {
    office,
    seats,
    candidates: inOrder(election).map(({ id, personId, unitId, agreedAt, statement }) => ({
      id,
      name: nameOf(personId),
      label: labels.get(unitId) ?? '',
      statement,
      agreed: agreedAt !== null,
      mine: personId === asking.actor.personId,
      elected: elected.includes(id),
      tied: tied.includes(id),
    })),
    draw: draw && {
      by: nameOf(draw.drawnBy),
      at: draw.at,
      note: draw.note,
      drawn: draw.drawn,
      watchedBy: draw.watchedBy === null ? null : nameOf(draw.watchedBy),
    },
  }
}

/** Whoever agreed first stands first; those who have not answered come last. */
const inOrder = (election: Election) => {
  const agreed = standing({ ...election, tied: [] })
  return [...agreed, ...election.candidates.filter(({ agreedAt }) => agreedAt === null)]
}

/** The names and units of those who stand and speak for a unit of the council at this instant. */
export async function candidatesNow(
  asking: Asking,
  { election }: Motion,
  { council, now }: { council: Council; now: number },
): Promise<{ id: string; name: string; label: string }[]> {
  const standing = election?.candidates ?? []
  const unitIds = standing.map(({ unitId }) => unitId)
  if (unitIds.length === 0) return []
  const heads = await representing(asking, { unitIds, council, now })
  const names = await personNames(
    asking,
    standing.map(({ personId }) => personId),
  )
  const labels = await labelsOf(asking, unitIds)
  return standing
    .filter(({ unitId, personId }) =>
      heads.some((head) => head.unitId === unitId && head.personId === personId),
    )
    .map(({ id, personId, unitId }) => ({
      id,
      name: names.get(personId) ?? '',
      label: labels.get(unitId) ?? '',
    }))
}
