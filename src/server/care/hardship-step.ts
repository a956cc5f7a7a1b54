import { ownerOf } from '#core/care/hardship-rights'
import { decideHardship, type HardshipEvent } from '#core/care/hardship-steps'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { contextOf, type KeptCase, saveCase } from './hardship-rows'
import { type Happened, tellCasePerson, tellCaseStaff, tellOfCase } from './hardship-tell'

interface Taking {
  opened: KeptCase
  /** As whoever takes the step has seen it. */
  version: number
  event: HardshipEvent
}

/** One step on a case that is held: decided, kept, and told to whom it concerns. */
export async function stepOnCase(
  asking: Asking,
  { opened, version, event }: Taking,
): Promise<Result<{ id: string; version: number }>> {
  const decided = decideHardship(opened, event, await contextOf(asking))
  if (!decided.ok) return decided
  if (opened.version !== version) return refuse('VERSION_CONFLICT')
  const saved = await saveCase(asking, { version, after: decided.value, kind: event.kind })
  if (!saved.ok) return saved
  await tellAfter(asking, { kept: decided.value.kept, label: opened.label, event })
  return ok({ id: opened.kept.id, version: saved.value })
}

async function tellAfter(
  asking: Asking,
  { event, ...about }: Omit<Happened, 'kind'> & { event: HardshipEvent },
): Promise<void> {
  const { kind } = event
  const { tx, now, actor, system } = asking
  // That he says himself what others had heard from him changes nothing for those who work on it.
  if (kind === 'consent' && about.kept.state !== 'reported') return
  if (kind === 'consent' || kind === 'appeal')
    return tellCaseStaff(asking, { ...about, kind: `hardship_${kind}ed` })
  if (kind === 'list') {
    const personIds = [ownerOf(about.kept)].filter((id) => id !== actor.personId)
    await tellOfCase(tx, system, { ...about, personIds, kind: 'hardship_owned', to: 'hardship', now })
    return tellCasePerson(asking, { ...about, kind: 'hardship_listed' })
  }
  if (kind === 'decline') return tellCasePerson(asking, { ...about, kind: 'hardship_declined' })
  if (kind === 'strike') return tellCasePerson(asking, { ...about, kind: 'hardship_struck' })
  if (kind === 'review' && event.conclusion !== 'go_on')
    return tellCaseStaff(asking, { ...about, kind: 'hardship_to_strike' })
  if (kind === 'send_back')
    await tellOfCase(tx, system, {
      ...about,
      personIds: [ownerOf(about.kept)],
      kind: 'hardship_sent_back',
      to: 'hardship',
      now,
    })
}
