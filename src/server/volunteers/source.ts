import { seesPairing } from '#core/care/pairing-steps'
import { wordsOf } from '#core/council/motion'
import { isOpenToAll, standingOf } from '#core/people/permissions'
import type { TaskSource } from '#core/volunteers/task'
import { contextFor, findPairing } from '../care/pairing-rows'
import { findConcern } from '../concerns/load'
import type { Asking } from '../operation'

type Public = { kind: 'concern' | 'motion'; id: string; title: string }
type Origin = { kind: 'plan' } | { kind: 'pairing' } | Public

/** What a task grew out of, as everybody may read it; `null` when there is no such thing for everybody. */
export async function sourceOf(asking: Asking, source: TaskSource): Promise<Origin | null> {
  if (source.kind === 'plan') return source
  if (source.kind === 'pairing') return (await seesPairingOf(asking, source.id)) ? { kind: 'pairing' } : null
  const { kind, id } = source
  const title = kind === 'concern' ? await concernTitle(asking, id) : await motionTitle(asking, id)
  return title === null ? null : { kind, id, title }
}

/** 结对: its page alone names it; the task says nothing of whom it is for. */
async function seesPairingOf(asking: Asking, id: string): Promise<boolean> {
  const kept = await findPairing(asking, id)
  return kept !== undefined && seesPairing(kept.pairing, await contextFor(asking, kept.pairing))
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
