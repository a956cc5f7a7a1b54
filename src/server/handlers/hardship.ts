import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { HardshipEvent } from '#core/care/hardship-steps'
import { type Result, refuse } from '#core/result'
import { findCaseForStep } from '../care/hardship-rows'
import { stepOnCase } from '../care/hardship-step'
import { ownersFor } from '../care/owners'
import type { Asking, HandlersOf } from '../operation'

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

export const hardshipHandlers: HandlersOf<StepName> = {
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

async function listCase(
  { ownerId, ...said }: ParsedOf<'hardship.list_case'>,
  asking: Asking,
): Promise<Moved> {
  const { id, version, level, reasons, words } = said
  const opened = await findCaseForStep(asking, id)
  if (!opened) return refuse('NOT_FOUND')
  const owner = ownerId ?? asking.actor.personId ?? ''
  const event = { kind: 'list', level, ownerId: owner, reasons, words } as const
  const moved = await stepOnCase(asking, { opened, version, event })
  if (!moved.ok) return moved
  const owners = await ownersFor(asking, opened.kept)
  return owners.some(({ personId }) => personId === owner) ? moved : refuse('NOT_ELIGIBLE')
}

interface Step {
  id: string
  version: number
  event: HardshipEvent
}

async function takeStep(asking: Asking, { id, ...step }: Step): Promise<Moved> {
  const opened = await findCaseForStep(asking, id)
  return opened ? stepOnCase(asking, { ...step, opened }) : refuse('NOT_FOUND')
}
