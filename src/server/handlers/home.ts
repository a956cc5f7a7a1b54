import type { ParsedOf } from '#contracts/operations'
import { ancestorAt, type GridPath } from '#core/grids/grid'
import { ok, refuse } from '#core/result'
import type { Asking, HandlersOf } from '../operation'
import { cardOf } from '../queries/cards'
import { changedLately } from '../queries/changed-lately'
import { chainOf, tallyOf } from '../queries/grids'
import { estateAt, homeOf, onlyEstate, streetPath } from '../queries/home'
import { reportedBy } from '../queries/mine'
import { waitsFor } from '../queries/waits-for'

const MOST_OF_MINE = 5

export const homeHandlers: HandlersOf<'home.show'> = {
  'home.show': async (input, asking) => {
    const { gridPath, estate } = await whereTo(asking, input)
    const grid = (await chainOf(asking, gridPath)).at(-1)
    if (!grid) return refuse('NOT_FOUND')
    return ok({
      grid: { gridPath, name: grid.name, estateId: estate?.id ?? null, estateName: estate?.name ?? null },
      ...(await tallyOf(asking, gridPath)),
      mine: await mineOf(asking),
      changed: await changedLately(asking, gridPath),
    })
  },
}

/** The grid asked for; else that of one's home or first office; else the only estate there is; else the street. */
async function whereTo(asking: Asking, { gridPath }: ParsedOf<'home.show'>) {
  if (gridPath) return { gridPath, estate: await estateAt(asking, gridPath) }
  const home = await homeOf(asking)
  if (home) return { gridPath: gridOf(home.gridPath), estate: home.estate }
  const office = asking.actor.grants[0]
  if (office) return { gridPath: gridOf(office.gridPath), estate: await estateAt(asking, office.gridPath) }
  const estate = await onlyEstate(asking)
  return { gridPath: estate ? gridOf(estate.gridPath) : await streetPath(asking), estate }
}

/** People know their 网格, not the 片区 inside it. */
const gridOf = (path: GridPath): GridPath => ancestorAt(path, 2)

/** One's own that are open, those that wait for one's answer first. */
async function mineOf(asking: Asking) {
  const { personId } = asking.actor
  if (!personId) return []
  const rows = await reportedBy(asking, personId)
    .where('c.state', '<>', 'closed')
    .orderBy((is) => is.case().when('c.state', 'in', ['resolved', 'verified']).then(0).else(1).end())
    .orderBy('c.submitted_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(MOST_OF_MINE)
    .execute()
  return rows.map((row) => ({ ...cardOf(row, asking), waitsForMe: waitsFor(personId, row.body) }))
}
