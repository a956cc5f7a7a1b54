import { wordsOf } from '#core/council/motion'
import { isOpenToAll, standingOf } from '#core/people/permissions'
import type { TaskSource } from '#core/volunteers/task'
import { findConcern } from '../concerns/load'
import type { Asking } from '../operation'

type Origin = { kind: 'plan' } | { kind: 'concern' | 'motion'; id: string; title: string }

/** What a task grew out of, as everybody may read it; `null` when there is no such thing for everybody. */
export async function sourceOf(asking: Asking, source: TaskSource): Promise<Origin | null> {
  if (source.kind === 'plan') return source
  const title =
    source.kind === 'concern' ? await concernTitle(asking, source.id) : await motionTitle(asking, source.id)
  return title === null ? null : { ...source, title }
}

async function concernTitle({ tx, now, system }: Asking, id: string): Promise<string | null> {
  const kept = await findConcern(tx, { streetId: system.streetId, id, now })
  return kept && isOpenToAll(standingOf(kept.concern)) ? kept.concern.title : null
}

/** 决议: what is in force, or being carried out. */
async function motionTitle({ tx, system }: Asking, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('motions')
    .select('body')
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where('state', 'in', ['publicity', 'in_force', 'implementing', 'result_publicity', 'ended'])
    .executeTakeFirst()
  return row ? wordsOf(row.body).title : null
}
