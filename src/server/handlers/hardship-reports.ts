import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { HardshipCase } from '#core/care/hardship'
import { assessedBy } from '#core/care/hardship-steps'
import { mayReportFor } from '#core/concerns/helped'
import { canSee } from '#core/people/permissions'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import { findHouse, type House } from '../buildings/house'
import { findCaseForStep, saveNewCase, wordsFrom } from '../care/hardship-rows'
import { stepOnCase } from '../care/hardship-step'
import { tellCasePerson, tellCaseStaff } from '../care/hardship-tell'
import { waitForPhone } from '../care/joining'
import { withdrawCasesOf } from '../care/withdraw'
import { personWithPhone, readHelped } from '../concerns/helped'
import { findConcern } from '../concerns/load'
import { loadCalendar } from '../concerns/load-calendar'
import type { Asking, HandlersOf } from '../operation'
import { say, stateOf } from '../people/consents'

type Moved = Result<OutputOf<'hardship.consent'>>

export const hardshipReportHandlers: HandlersOf<
  'hardship.report' | 'hardship.from_concern' | 'hardship.consent'
> = {
  'hardship.report': report,
  'hardship.from_concern': fromConcern,
  'hardship.consent': answerConsent,
}

type Report = ParsedOf<'hardship.report'>
type Reported = Promise<Result<OutputOf<'hardship.report'>>>

/** 报困难: where somebody lives is known, or it is nowhere. */
async function report(input: Report, asking: Asking): Reported {
  const { tx, system } = asking
  const house = await findHouse(tx, { streetId: system.streetId, id: input.buildingId })
  if (!house) return refuse('NOT_FOUND')
  const { neighbour } = input
  return neighbour ? reportFor({ ...input, neighbour }, house, asking) : reportOwn(input, house, asking)
}

/** For himself, with a consent of its own that the screen has asked for. */
async function reportOwn({ reasons, told }: Report, house: House, asking: Asking): Reported {
  const { now, actor } = asking
  if (actor.personId === null) return refuse('NOT_AUTHENTICATED')
  await agreeTo(asking, actor.personId)
  const consent = { how: 'self' as const, by: actor.personId, at: now }
  const kept = await caseAt(house, asking, { personId: actor.personId, consent })
  if (!(await saveNewCase(asking, { kept, words: wordsFrom({ reasons, told }) })))
    return refuse('NOT_IN_THIS_STATE')
  await tellCaseStaff(asking, { kept, label: house.label, kind: 'hardship_reported' })
  return ok({ id: kept.id, dueAt: kept.dueAt })
}

type For = Report & { neighbour: NonNullable<Report['neighbour']> }

/** For a neighbour who agreed. Whoever has an account here is asked himself; for the others his neighbour has heard it. */
async function reportFor({ neighbour, reasons, told }: For, house: House, asking: Asking): Reported {
  const { tx, now, actor, system } = asking
  const by = actor.personId
  if (by === null) return refuse('NOT_AUTHENTICATED')
  const mayNot = mayReportFor(actor)
  if (mayNot) return refuse(mayNot)
  const { consent: how, name, phone } = neighbour
  const known = await personWithPhone(tx, system, phone)
  const personId = known === by ? null : known
  const consent = personId === null ? { how, by, at: now } : null
  const kept = await caseAt(house, asking, { personId, consent })
  const isNew = await saveNewCase(asking, { kept, words: wordsFrom({ name, phone, reasons, told }) })
  // His own number, left for somebody else, leads nowhere.
  if (isNew && known === null) await waitForPhone(asking, 'hardship_cases', { id: kept.id, phone })
  const about = { kept, label: house.label }
  // That somebody is being helped already is nobody else's business: his neighbour is told that it arrived.
  if (isNew && consent) await tellCaseStaff(asking, { ...about, kind: 'hardship_reported' })
  else if (isNew) await tellCasePerson(asking, { ...about, kind: 'hardship_to_consent' })
  return ok({ id: kept.id, dueAt: kept.dueAt })
}

const caseAt = async (
  { id, gridPath }: House,
  asking: Asking,
  whose: Pick<NewCase, 'personId' | 'consent'>,
): Promise<ReportedCase> => {
  const dueAt = assessedBy(asking.now, await loadCalendar(asking.tx))
  return caseFrom(asking, { ...whose, gridPath, buildingId: id, concernId: null, dueAt })
}

type NewCase = Pick<HardshipCase, 'gridPath' | 'buildingId' | 'personId' | 'concernId' | 'consent'> & {
  dueAt: number
}

type ReportedCase = Extract<HardshipCase, { state: 'reported' }>

const caseFrom = ({ actor, now, system }: Asking, given: NewCase): ReportedCase => ({
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
  await waitForPhone(asking, 'hardship_cases', { id: kept.id, phone })
  const label = await labelOf(asking, lies.buildingId)
  await tellCasePerson(asking, { kept, label, kind: 'hardship_to_consent' })
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
    const agreed = await stepOnCase(asking, { opened, version, event: { kind: 'consent', how: 'self' } })
    if (agreed.ok) await agreeTo(asking, personId)
    return agreed
  }
  if (!(await isRefused(asking, personId))) await say(asking, { personId, purpose: 'hardship', given })
  await withdrawCasesOf(tx, { streetId: system.streetId, personId, now })
  return ok({ id, version: opened.version + 1 })
}
