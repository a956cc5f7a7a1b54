import type { OutputOf, ParsedOf } from '#contracts/operations'
import { type Helped, mayReportFor } from '#core/concerns/helped'
import { raise } from '#core/concerns/submit'
import { type Doubt, PASS, stricter } from '#core/content/verdict'
import { againstActingFor } from '#core/people/children'
import { may } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import { headOf } from '../concerns/heads'
import { keepHelped, personWithPhone } from '../concerns/helped'
import { loadCalendar } from '../concerns/load-calendar'
import { nextNumber } from '../concerns/number'
import { attachPhotos } from '../concerns/photos'
import { saveNew } from '../concerns/save'
import { locate, type Whereabouts } from '../concerns/whereabouts'
import { screened } from '../content/words'
import type { Asking, HandlersOf } from '../operation'
import { childForStep, isAgreed } from '../people/children'
import { needConsent } from '../people/consents'
import { endorse } from './endorse'
import { readReporter } from './read-reporter'

type Input = ParsedOf<'concerns.submit'>

export const submitHandlers: HandlersOf<'concerns.submit' | 'concerns.endorse' | 'concerns.readReporter'> = {
  'concerns.submit': submit,
  'concerns.endorse': endorse,
  'concerns.readReporter': readReporter,
}

/** 反映一件事: everything that can be refused is asked before anything is written. */
async function submit(input: Input, asking: Asking): Promise<Result<OutputOf<'concerns.submit'>>> {
  const { actor, outside } = asking
  const grant = may(actor, 'concern.submit', null)
  if (!actor.personId || !grant) return refuse('NOT_AUTHENTICATED')
  if (!actor.hasPhone) return refuse('PHONE_REQUIRED')
  if (!mayUseChannel(input, asking)) return refuse('FORBIDDEN')
  const helped = await helpedIn(asking, input)
  if (!helped.ok) return helped

  const verdict = stricter(screened(input), outside.words ?? PASS)
  if (verdict.says === 'risky') return refuse('CONTENT_RISKY')
  const free = input.place.point ? await needConsent(asking, actor.personId, 'place') : ok(null)
  if (!free.ok) return free
  const where = await locate(asking, input.place)
  if (!where) return refuse('NOT_FOUND')

  const raising = { reporterId: actor.personId, where, heldFor: verdict.doubt }
  const concern = await raiseIn(asking, { ...input, helped: helped.value }, raising)
  const attaching = { concern, uploaderId: actor.personId, photoIds: input.photoIds, now: asking.now }
  if (!(await attachPhotos(asking.tx, attaching))) return refuse('PHOTO_REFUSED')
  return ok({
    id: concern.id,
    no: concern.no,
    contactDueAt: concern.contactDueAt,
    held: concern.state === 'held',
  })
}

/** Builds the concern and keeps it. The number is taken last: whoever holds the day's row keeps others waiting. */
async function raiseIn(
  { tx, now, system }: Asking,
  { place: _, helped, childId, ...said }: Omit<Input, 'helped'> & { helped: Helped | null },
  { reporterId, where, heldFor }: { reporterId: string; where: Whereabouts; heldFor: Doubt | null },
) {
  const { streetId } = system
  const { gridPath, place, buildingId } = where
  const calendar = await loadCalendar(tx)
  const headId = await headOf(tx, streetId, { buildingId, now })
  const no = await nextNumber(tx, streetId, now)
  const draft = { ...said, id: system.newId(), streetId, no, place, gridPath, reporterId }
  const building = buildingId === null ? null : { gridPath, headId }
  const known = await personWithPhone(tx, system, helped?.phone ?? null)
  const helpedId = known === reporterId ? null : known
  const concern = { ...raise(draft, { now, calendar, building, held: heldFor !== null }), helpedId }
  // Whatever office the reporter holds, he reports as a resident: his office would give an anonymous one away.
  const deed = { personId: reporterId, role: 'resident', at: now, calendar, newId: system.newId } as const
  await saveNew(tx, concern, deed, heldFor ? { heldFor } : {})
  if (helped) await keepHelped(tx, system, { concern, helped, personId: helpedId, childId })
  return concern
}

/** For whom it is reported: a neighbour who agreed, or the guardian's own child. */
async function helpedIn(asking: Asking, { helped, childId }: Input): Promise<Result<Helped | null>> {
  if (childId === null) {
    const mayNot = helped && mayReportFor(asking.actor)
    return mayNot ? refuse(mayNot) : ok(helped)
  }
  if (helped !== null) return refuse('VALIDATION')
  const child = await childForStep(asking, { id: childId, guardianId: asking.actor.personId ?? '' })
  if (!child) return refuse('NOT_FOUND')
  const consent = await isAgreed(asking, childId, 'report')
  const refusal = againstActingFor({ child: child.born, consent, now: asking.now })
  return refusal ? refuse(refusal) : ok({ name: child.name, phone: null, consent: 'guardian' })
}

/** What was heard on the phone or seen on the way is written down by those who work on concerns. */
const mayUseChannel = ({ channel }: Input, { actor }: Asking): boolean =>
  channel === 'app' || channel === 'plate' || may(actor, 'staff.queue', null) !== null
