import type { OutputOf } from '#contracts/operations'
import { type Figure, monthsUntil, OPEN_FIGURES, type Share } from '#core/dashboard/figures'
import { type Counted, toldCounts, toldShare } from '#core/dashboard/small-counts'
import { windowOf } from '#core/evaluation/period'
import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import type { Asked, Figured } from '../dashboard/asked'
import { levels, topics } from '../dashboard/closed'
import { concerns } from '../dashboard/concerns'
import { councils } from '../dashboard/councils'
import { platform } from '../dashboard/homes'
import { team } from '../dashboard/offices'
import { register } from '../dashboard/register'
import { service } from '../dashboard/service'
import type { HandlersOf } from '../operation'

const FIGURED: Record<Figure, (asked: Asked) => Promise<Figured>> = {
  platform,
  team,
  register,
  councils,
  concerns,
  service,
  levels,
  topics,
}

/** Where what is too seldom to be told goes: 其他. */
const REST = 'OTHER'

export const dashboardHandlers: HandlersOf<'dashboard.figure'> = {
  'dashboard.figure': async ({ gridPath, figure }, asking) => {
    const { tx, now, actor, system } = asking
    const grid = await tx
      .selectFrom('grids')
      .select('path')
      .where('street_id', '=', system.streetId)
      .where('path', '=', gridPath)
      .executeTakeFirst()
    if (!grid) return refuse('NOT_FOUND')
    const months = monthsUntil(now)
    const windows = months.map(windowOf)
    const found = await FIGURED[figure]({
      asking,
      gridPath,
      from: windows.map(({ from }) => from),
      until: windows.map(({ to }) => Math.min(to, now + 1)),
    })
    const works = mayAt(actor, 'dashboard.exact', { gridPath, buildingId: null }) !== null
    const isExact = works || OPEN_FIGURES.includes(figure)
    return ok(isExact ? exact(found, months) : told(found, months))
  },
}

type Answer = OutputOf<'dashboard.figure'>

const exact = ({ shares, trend, counts }: Figured, months: string[]): Answer => ({
  shares,
  trend: trend.map((counted, at) => ({ month: months[at] ?? '', ...counted })),
  counts: counts.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n),
})

const told = ({ shares, trend, counts }: Figured, months: string[]): Answer => ({
  shares: shares.map(({ share, ...counted }) => ({ share, ...hidden(counted, EACH[share]) })),
  trend: trend.map((counted, at) => ({ month: months[at] ?? '', ...hidden(counted) })),
  counts: toldCounts(counts, REST),
})

/** A rating adds as many as it could have had stars. */
const EACH: Partial<Record<Share, number>> = { satisfaction: 5 }

const hidden = (counted: Counted, each?: number) => toldShare(counted, each) ?? { num: null, den: null }
