import { mayRead } from '#core/evaluation/life'
import { levelOf } from '#core/grids/grid'
import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { boardOf } from '../evaluation/board'
import { detailOf } from '../evaluation/detail'
import { publicList } from '../evaluation/public-list'
import { lifeRows, placedOf } from '../evaluation/rows'
import type { HandlersOf } from '../operation'

type ScoreQuery = 'scores.mine' | 'scores.get' | 'scores.list' | 'scores.board'

/** Two years of one's own months. */
const MOST = 24

export const scoreQueryHandlers: HandlersOf<ScoreQuery> = {
  'scores.mine': async (_, asking) => {
    const { actor } = asking
    const grids = actor.grants.map(({ gridPath }) => gridPath).filter((path) => levelOf(path) === 2)
    const rows = await lifeRows(asking)
      .where((is) =>
        is.or([
          is('l.person_id', '=', actor.personId),
          is.and([is('l.kind', '=', 'grid'), is('l.subject_id', 'in', ['', ...grids])]),
        ]),
      )
      .orderBy('l.period', 'desc')
      .orderBy('l.kind', 'desc')
      .orderBy('b.no')
      .limit(MOST)
      .execute()
    return ok({ items: rows.filter(({ life }) => mayRead(actor, life)).map(placedOf) })
  },

  'scores.get': async ({ id }, asking) => {
    const row = await lifeRows(asking).where('l.id', '=', id).executeTakeFirst()
    if (!row || !mayRead(asking.actor, row.life)) return refuse('NOT_FOUND')
    return ok(await detailOf(asking, row))
  },

  'scores.list': async (asked, asking) => {
    // Heads are compared within one grid of level 2, where neighbours know them.
    if (asked.kind === 'head' && levelOf(asked.gridPath) < 2) return refuse('VALIDATION')
    return ok(await publicList(asking, asked))
  },

  'scores.board': async (asked, asking) => {
    if (!mayAt(asking.actor, 'score.confirm', { gridPath: asked.gridPath, buildingId: null }))
      return refuse('FORBIDDEN')
    return ok(await boardOf(asking, asked))
  },
}
