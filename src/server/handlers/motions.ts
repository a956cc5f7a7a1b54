import { motionSteps } from '#contracts/motion-steps'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { Motion } from '#core/council/motion'
import type { MotionEvent, MotionEventKind } from '#core/council/motion-events'
import { decideMotion } from '#core/council/motion-machine'
import { closingAt } from '#core/council/poll'
import { propose } from '#core/council/propose'
import { isOpenToAll, standingOf } from '#core/people/permissions'
import type { Refusal } from '#core/refusals'
import { ok, type Result, refuse } from '#core/result'
import { headOf } from '../concerns/heads'
import { findConcern } from '../concerns/load'
import { mayBeShown } from '../content/said'
import { rejectedBefore } from '../council/again'
import { voidPoll } from '../council/close'
import { extendPoll } from '../council/extension'
import { type Council, findCouncil, findMotionForStep, type KeptMotion, standingIn } from '../council/load'
import { openPoll } from '../council/opening'
import { nextMotionNumber, saveMotionStep, saveNewMotion } from '../council/save'
import { representing } from '../council/seats'
import { speak } from '../council/speeches'
import { againstRule } from '../council/statutes'
import { tellOfMotion } from '../council/tell'
import { takeOffices } from '../council/terms'
import { keepVoice } from '../council/voices'
import type { Asking, Handler, HandlersOf } from '../operation'

type StepName = keyof typeof motionSteps

async function proposeMotion(
  input: ParsedOf<'motions.propose'>,
  asking: Asking,
): Promise<Result<OutputOf<'motions.propose'>>> {
  const { tx, now, system } = asking
  const { streetId } = system
  const council = await findCouncil(tx, { streetId, id: input.councilId })
  if (!council) return refuse('NOT_FOUND')
  if (input.concernId !== null && !(await isPublic(asking, input.concernId))) return refuse('NOT_FOUND')
  if (!mayBeShown(asking, input.words)) return refuse('CONTENT_RISKY')
  const notBy = await againstRule(asking, input.rule, council)
  if (notBy) return refuse(notBy)
  const again = await rejectedBefore(asking, input)
  const draft = { ...input, id: system.newId(), streetId, ...(again && { again }) }
  const proposed = propose(draft, { ...(await standingIn(asking, council)), now })
  if (!proposed.ok) return proposed

  const motion = proposed.value(await nextMotionNumber(tx, streetId, now))
  await saveNewMotion(tx, motion, { personId: motion.proposerId, role: 'resident', at: now })
  return ok({ id: motion.id, version: 1, no: motion.no })
}

/** A motion is public from its first word, so it grows out of what everybody may read. */
async function isPublic({ tx, now, system }: Asking, id: string): Promise<boolean> {
  const kept = await findConcern(tx, { streetId: system.streetId, id, now })
  return kept !== undefined && isOpenToAll(standingOf(kept.concern))
}

interface Asked {
  id: string
  /** Absent where a building speaks: it need not have seen the newest version. */
  version?: number
}

/** How a poll is opened. */
interface Opened {
  days: number
  ballots: 'open' | 'secret'
  opinion: boolean
}

/** One step on a motion, whichever: load under its lock, ask the rules, save, tell. */
async function takeStep(
  { id, version }: Asked,
  said: { event: MotionEvent; opening?: Opened; words?: string },
  asking: Asking,
): Promise<Result<OutputOf<StepName>>> {
  const { tx, system } = asking
  const kept = await findMotionForStep(tx, { streetId: system.streetId, id })
  if (!kept) return refuse('NOT_FOUND')
  if (version !== undefined && kept.version !== version) return refuse('VERSION_CONFLICT')
  const council = await findCouncil(tx, { streetId: system.streetId, id: kept.motion.councilId })
  if (!council) return refuse('NOT_FOUND')
  if (!mayBeShown(asking, textsOf(said))) return refuse('CONTENT_RISKY')

  const { event } = said
  // Whoever waited for the lock acts when he gets it.
  const now = await asking.instant()
  const decision = decideMotion(event, { ...(await standingIn(asking, council)), motion: kept.motion, now })
  if (!decision.ok) return decision
  const besides = await alongside(asking, { kept, council, said, now })
  if (!besides.ok) return besides

  const { motion: after, grant } = decision.value
  const deed = { personId: asking.actor.personId, role: grant.role, at: now }
  const saved = await saveMotionStep(tx, kept, { after, event, ...besides.value }, deed)
  await takeOffices(tx, system, { after, deed })
  await tellOfMotion(tx, system, { motion: after, event, council, now })
  return ok({ id, version: saved })
}

/** What of a step people will read: ids look like phone numbers to a screening. */
function textsOf({ event, words }: Parameters<typeof takeStep>[1]): unknown {
  const said = Object.entries(event).filter(([name]) => !IDS.test(name))
  return [Object.fromEntries(said), words]
}
const IDS = /^(kind|drawn|.*Id)$/

/** Whoever is named heads a house of this council now, or speaks for a unit in its list. */
async function whyNotNamed(
  asking: Asking,
  { council, event, now }: { council: Council; event: MotionEvent; now: number },
): Promise<Refusal | null> {
  if (event.kind !== 'nominate') return null
  const heads = await representing(asking, { unitIds: [event.houseId], council, now })
  return heads.some(({ personId }) => personId === event.personId) ? null : 'NOT_ELIGIBLE'
}

interface Beside {
  kept: KeptMotion
  council: Council
  said: Parameters<typeof takeStep>[1]
  now: number
}

/** What a step means for the poll or for a building's voice, kept in the same transaction. */
async function alongside(
  asking: Asking,
  { kept, council, said, now }: Beside,
): Promise<Result<{ closesAt?: number }>> {
  const { event, opening, words = '' } = said
  if (event.kind === 'open_poll' && opening) {
    const closesAt = closingAt(now, opening.days)
    const { ballots, opinion } = opening
    const poll = { id: event.pollId, council, closesAt, ballots, opinion, now }
    const opened = await openPoll(asking, kept, poll)
    return opened.ok ? ok({ closesAt }) : opened
  }
  const unfit = await whyNotNamed(asking, { council, event, now })
  if (unfit) return refuse(unfit)
  if (event.kind === 'void') await voidOpen(asking, kept.motion)
  if (event.kind === 'second' || event.kind === 'object')
    await keepVoice(asking, kept.motion, { kind: event.kind, unitId: event.unitId, words, at: now })
  return ok({})
}

const voidOpen = async ({ tx, system }: Asking, motion: Motion): Promise<void> => {
  if (motion.state === 'voting') await voidPoll(tx, system, motion.pollId)
}

/** The operation's name ends in the event's kind, and its input holds that event's words: the contract says so. */
function handlerOf(name: StepName): Handler<StepName> {
  const kind = name.slice('motions.'.length) as MotionEventKind
  return async ({ id, ...input }: ParsedOf<StepName>, asking) => {
    const { version, ...words } = input as typeof input & { version?: number }
    const said = await saidOf(kind, words, asking)
    return takeStep({ id, ...(version !== undefined && { version }) }, said, asking)
  }
}

type StepSaid = Parameters<typeof takeStep>[1]

async function saidOf(kind: MotionEventKind, words: object, asking: Asking): Promise<StepSaid> {
  const { tx, now, system } = asking
  if (kind === 'nominate') {
    const { houseId } = words as { houseId: string }
    const personId = (await headOf(tx, system.streetId, { buildingId: houseId, now })) ?? ''
    return { event: { kind, candidateId: system.newId(), personId, houseId } }
  }
  if (kind === 'stand') {
    const standing = words as { unitId: string; statement: string }
    return { event: { kind, candidateId: system.newId(), ...standing } }
  }
  if (kind === 'open_poll') {
    const opening = words as Opened
    return { event: { kind, pollId: system.newId() }, opening }
  }
  if (kind === 'object') {
    const { unitId, words: reason } = words as { unitId: string; words: string }
    return { event: { kind, unitId }, words: reason }
  }
  return { event: { kind, ...words } as MotionEvent }
}

const names = Object.keys(motionSteps) as StepName[]

export const motionHandlers: HandlersOf<StepName | 'motions.propose' | 'motions.speak' | 'motions.extend'> = {
  'motions.propose': proposeMotion,
  'motions.speak': speak,
  'motions.extend': extendPoll,
  ...(Object.fromEntries(names.map((name) => [name, handlerOf(name)])) as unknown as HandlersOf<StepName>),
}
