import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { HardshipCase, HardshipConsent } from '#core/care/hardship'
import { ownerOf } from '#core/care/hardship-rights'
import { assessedBy, decideHardship, type HardshipEvent } from '#core/care/hardship-steps'
import { mayReportFor } from '#core/concerns/helped'
import { canSee, mayAt } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import { findHouse } from '../buildings/house'
import {
  contextOf,
  findCaseForStep,
  type KeptCase,
  saveCase,
  saveNewCase,
  wordsFrom,
} from '../care/hardship-rows'
import { staffOver, tellOfCase } from '../care/hardship-tell'
import { ownersFor } from '../care/owners'
import { withdrawCasesOf } from '../care/withdraw'
import { personWithPhone, readHelped } from '../concerns/helped'
import { findConcern } from '../concerns/load'
import { loadCalendar } from '../concerns/load-calendar'
import type { Asking, HandlersOf } from '../operation'
import { say, stateOf } from '../people/consents'

type Moved = Result<OutputOf<'hardship.strike'>>
type StepName =
  | 'hardship.record_consent'
  | 'hardship.list_case'
  | 'hardship.decline'
  | 'hardship.appeal'
  | 'hardship.measure'
  | 'hardship.done'
  | 'hardship.policies'
  | 'hardship.review'
  | 'hardship.strike'
  | 'hardship.send_back'

export const hardshipHandlers: HandlersOf<
  StepName | 'hardship.report' | 'hardship.from_concern' | 'hardship.consent'
> = {
  'hardship.report': report,
  'hardship.from_concern': fromConcern,
  'hardship.consent': answerConsent,
  'hardship.record_consent': ({ how, ...step }, asking) =>
    takeStep(asking, { ...step, event: { kind: 'consent', how } }),
  'hardship.list_case': listCase,
  'hardship.decline': ({ words, ...step }, asking) =>
    takeStep(asking, { ...step, event: { kind: 'decline', words } }),
  'hardship.appeal': ({ words, ...step }, asking) =>
    takeStep(asking, { ...step, event: { kind: 'appeal', words } }),
  'hardship.measure': ({ id, version, ...said }, asking) =>
    takeStep(asking, { id, version, event: { kind: 'measure', id: asking.system.newId(), ...said } }),
  'hardship.done': ({ id, version, ...said }, asking) =>
    takeStep(asking, { id, version, event: { kind: 'done', ...said } }),
  'hardship.policies': ({ policies, ...step }, asking) =>
    takeStep(asking, { ...step, event: { kind: 'policies', policies } }),
  'hardship.review': ({ id, version, ...said }, asking) =>
    takeStep(asking, { id, version, event: { kind: 'review', ...said } }),
  'hardship.strike': ({ words, ...step }, asking) =>
    takeStep(asking, { ...step, event: { kind: 'strike', words } }),
  'hardship.send_back': ({ words, ...step }, asking) =>
    takeStep(asking, { ...step, event: { kind: 'send_back', words } }),
}

/** 报困难: for himself, with a consent of its own; or for a neighbour, who agreed and is asked again if he is here. */
async function report(
  { buildingId, reasons, told, neighbour }: ParsedOf<'hardship.report'>,
  asking: Asking,
): Promise<Result<OutputOf<'hardship.report'>>> {
  const { tx, now, actor, system } = asking
  const by = actor.personId
  if (by === null) return refuse('NOT_AUTHENTICATED')
  const mayNot = neighbour && mayReportFor(actor)
  if (mayNot) return refuse(mayNot)
  const house = await findHouse(tx, { streetId: system.streetId, id: buildingId })
  if (!house) return refuse('NOT_FOUND')
  const known = neighbour ? await personWithPhone(tx, system, neighbour.phone) : by
  const personId = neighbour && known === by ? null : known
  const consent: HardshipConsent = { how: neighbour?.consent ?? 'self', by, at: now }
  if (!neighbour) await agreeTo(asking, by)
  else if (personId !== null && (await isRefused(asking, personId))) return refuse('CONSENT_NEEDED')

  const dueAt = assessedBy(now, await loadCalendar(tx))
  const lies = { gridPath: house.gridPath, buildingId }
  const kept = caseFrom(asking, { ...lies, personId, concernId: null, consent, dueAt })
  const { name = '', phone = null } = neighbour ?? {}
  if (!(await saveNewCase(asking, { kept, words: wordsFrom({ name, phone, reasons, told }) })))
    return refuse('NOT_IN_THIS_STATE')
  await tellStaff(asking, { kept, label: house.label, kind: 'hardship_reported' })
  if (neighbour) await tellPerson(asking, { kept, label: house.label, kind: 'hardship_reported_for' })
  return ok({ id: kept.id, dueAt })
}

type NewCase = Pick<HardshipCase, 'gridPath' | 'buildingId' | 'personId' | 'concernId' | 'consent'> & {
  dueAt: number
}

const caseFrom = ({ actor, now, system }: Asking, given: NewCase): HardshipCase => ({
  ...given,
  id: system.newId(),
  streetId: system.streetId,
  reportedBy: actor.personId ?? '',
  reportedAt: now,
  remindedOf: null,
  state: 'reported',
})

const whose = ({ system }: Asking, personId: string) => ({ streetId: system.streetId, personId })

/** He said yes on the screen that told him what for; the same yes again is no news. */
async function agreeTo(asking: Asking, personId: string): Promise<void> {
  if ((await stateOf(asking.tx, whose(asking, personId), 'hardship')) !== 'given')
    await say(asking, { personId, purpose: 'hardship', given: true })
}

const isRefused = async (asking: Asking, personId: string): Promise<boolean> =>
  (await stateOf(asking.tx, whose(asking, personId), 'hardship')) === 'withdrawn'

/** One tap of those who work on a concern of hardship. What it says goes with it; whose it is, is asked first. */
async function fromConcern({ concernId }: ParsedOf<'hardship.from_concern'>, asking: Asking): Promise<Moved> {
  const { tx, now, actor, system } = asking
  const found = await findConcern(tx, { streetId: system.streetId, id: concernId, now })
  if (!found || !canSee(actor, found.concern, false)) return refuse('NOT_FOUND')
  const { concern } = found
  const { gridPath } = concern
  if (!mayAt(actor, 'hardship.open', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
  if (concern.category !== 'HARDSHIP') return refuse('NOT_IN_THIS_STATE')

  const helped = await readHelped(tx, system, concernId)
  const personId = helped ? helped.personId : concern.reporterId
  const { name = '', phone = null } = helped ?? {}
  const told = [concern.title, concern.detail].filter(Boolean).join('：')
  const lies = { gridPath, buildingId: concern.place.buildingId }
  const dueAt = assessedBy(now, await loadCalendar(tx))
  const kept = caseFrom(asking, { ...lies, personId, concernId, consent: null, dueAt })
  if (!(await saveNewCase(asking, { kept, words: wordsFrom({ name, phone, told }) })))
    return refuse('NOT_IN_THIS_STATE')
  const label = await labelOf(asking, lies.buildingId)
  await tellPerson(asking, { kept, label, kind: 'hardship_to_consent' })
  return ok({ id: kept.id, version: 1 })
}

async function labelOf({ tx, system }: Asking, buildingId: string | null): Promise<string> {
  const house = buildingId && (await findHouse(tx, { streetId: system.streetId, id: buildingId }))
  return house ? house.label : ''
}

/** 同不同意: a no takes every word of it away, of this and of any other case of his. */
async function answerConsent(
  { id, version, given }: ParsedOf<'hardship.consent'>,
  asking: Asking,
): Promise<Moved> {
  const { tx, now, actor, system } = asking
  const opened = await findCaseForStep(asking, id)
  const personId = actor.personId
  if (!opened || personId === null || opened.kept.personId !== personId) return refuse('NOT_FOUND')
  if (given) {
    const agreed = await stepOn(asking, { opened, version, event: { kind: 'consent', how: 'self' } })
    if (agreed.ok) await agreeTo(asking, personId)
    return agreed
  }
  if (!(await isRefused(asking, personId))) await say(asking, { personId, purpose: 'hardship', given })
  await withdrawCasesOf(tx, { streetId: system.streetId, personId, now })
  return ok({ id, version: opened.version + 1 })
}

async function listCase(
  { ownerId, ...said }: ParsedOf<'hardship.list_case'>,
  asking: Asking,
): Promise<Moved> {
  const { id, version, level, reasons, words } = said
  const opened = await findCaseForStep(asking, id)
  if (!opened) return refuse('NOT_FOUND')
  const owner = ownerId ?? asking.actor.personId ?? ''
  const event = { kind: 'list', level, ownerId: owner, reasons, words } as const
  const moved = await stepOn(asking, { opened, version, event })
  if (!moved.ok) return moved
  const owners = await ownersFor(asking, opened.kept)
  return owners.some(({ personId }) => personId === owner) ? moved : refuse('NOT_ELIGIBLE')
}

interface Step {
  version: number
  event: HardshipEvent
}

async function takeStep(asking: Asking, { id, ...step }: Step & { id: string }): Promise<Moved> {
  const opened = await findCaseForStep(asking, id)
  return opened ? stepOn(asking, { ...step, opened }) : refuse('NOT_FOUND')
}

async function stepOn(
  asking: Asking,
  { opened, version, event }: Step & { opened: KeptCase },
): Promise<Moved> {
  const decided = decideHardship(opened, event, await contextOf(asking))
  if (!decided.ok) return decided
  if (opened.version !== version) return refuse('VERSION_CONFLICT')
  const saved = await saveCase(asking, { version, after: decided.value, kind: event.kind })
  if (!saved.ok) return saved
  await tellAfter(asking, { kept: decided.value.kept, label: opened.label, event })
  return ok({ id: opened.kept.id, version: saved.value })
}

interface Happened {
  kept: HardshipCase
  label: string
}

async function tellAfter(
  asking: Asking,
  { event, ...about }: Happened & { event: HardshipEvent },
): Promise<void> {
  const { kind } = event
  const { tx, now, actor, system } = asking
  if (kind === 'consent' || kind === 'appeal')
    return tellStaff(asking, { ...about, kind: `hardship_${kind}ed` })
  if (kind === 'list') {
    const personIds = [ownerOf(about.kept)].filter((id) => id !== actor.personId)
    await tellOfCase(tx, system, { ...about, personIds, kind: 'hardship_owned', to: 'hardship', now })
    return tellPerson(asking, { ...about, kind: 'hardship_listed' })
  }
  if (kind === 'decline') return tellPerson(asking, { ...about, kind: 'hardship_declined' })
  if (kind === 'strike') return tellPerson(asking, { ...about, kind: 'hardship_struck' })
  if (kind === 'review' && event.conclusion !== 'go_on')
    return tellStaff(asking, { ...about, kind: 'hardship_to_strike' })
  if (kind === 'send_back')
    await tellOfCase(tx, system, {
      ...about,
      personIds: [ownerOf(about.kept)],
      kind: 'hardship_sent_back',
      to: 'hardship',
      now,
    })
}

/** 社区民政; the branch secretary too where a second person is wanted. */
async function tellStaff(asking: Asking, { kept, label, kind }: Happened & { kind: string }): Promise<void> {
  const { tx, now, actor, system } = asking
  const second = kind === 'hardship_to_strike' || kind === 'hardship_appealed'
  const roles = second ? (['community_staff', 'secretary'] as const) : (['community_staff'] as const)
  const staff = await staffOver(tx, { streetId: system.streetId, kept, roles: [...roles], now })
  const personIds = staff.filter((id) => id !== actor.personId && !(second && id === ownerOf(kept)))
  await tellOfCase(tx, system, { kept, label, personIds, kind, to: 'hardship', now })
}

const tellPerson = ({ tx, now, system }: Asking, { kept, label, kind }: Happened & { kind: string }) =>
  tellOfCase(tx, system, { kept, label, personIds: [kept.personId], kind, to: 'my_hardship', now })
