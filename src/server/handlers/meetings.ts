import { meetingSteps } from '#contracts/meetings'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { planMeeting } from '#core/council/meeting/convening'
import { ON_AGENDA } from '#core/council/meeting/deciding'
import type { ItemDraft, MeetingEvent, MeetingEventKind } from '#core/council/meeting/events'
import { decideMeeting } from '#core/council/meeting/machine'
import { orderOf } from '#core/council/meeting/order'
import { floorOf } from '#core/council/meeting/room'
import type { MeetingSituation } from '#core/council/meeting/step'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import { type Council, charterOf, findCouncil, standingIn } from '../council/load'
import { moveMotion, outcomeOf } from '../council/meeting-floor'
import { findMeetingForStep, type KeptMeeting } from '../council/meeting-load'
import { nextMeetingNo, saveMeetingStep, saveNewMeeting } from '../council/meeting-save'
import { tellOfMeeting } from '../council/meeting-tell'
import { hashOfMinutes } from '../council/minutes'
import { representing } from '../council/seats'
import type { Asking, Handler, HandlersOf } from '../operation'
import { hasSeenCode } from '../presence/rotating-code'

type StepName = keyof typeof meetingSteps
type Moved = OutputOf<StepName>

async function plan(input: ParsedOf<'meetings.plan'>, asking: Asking): Promise<Result<Moved>> {
  const { tx, system } = asking
  const { streetId } = system
  const { councilId, ...planned } = input
  const council = await findCouncil(tx, { streetId, id: councilId })
  if (!council || !(await areOnAgenda(asking, councilId, planned.agenda))) return refuse('NOT_FOUND')
  if (!mayBeShown(asking, wordsOfPlan(planned))) return refuse('CONTENT_RISKY')
  const now = await asking.instant()
  const { charter } = await charterOf(tx, { streetId, id: councilId, now })
  const no = await nextMeetingNo(tx, streetId, councilId)
  const draft = { id: system.newId(), streetId, councilId, no, order: orderOf(charter), plan: planned }
  const standing = await standingIn(asking, council)
  const meeting = planMeeting(draft, { ...standing, now })
  if (!meeting.ok) return meeting
  const deed = { personId: asking.actor.personId, role: 'resident' as const, at: now }
  await saveNewMeeting(tx, meeting.value, deed)
  return ok({ id: meeting.value.id, version: 1 })
}

const wordsOfPlan = ({ venue, agenda }: { venue: string; agenda: readonly ItemDraft[] }) => [
  venue,
  agenda.map(({ title }) => title),
]

/** Every motion on the agenda is this council's, and still to be decided. */
async function areOnAgenda(
  { tx, system }: Asking,
  councilId: string,
  agenda: readonly ItemDraft[],
): Promise<boolean> {
  const ids = [...new Set(agenda.flatMap(({ motionId }) => (motionId ? [motionId] : [])))]
  if (ids.length === 0) return true
  const rows = await tx
    .selectFrom('motions')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('council_id', '=', councilId)
    .where('state', 'in', ON_AGENDA)
    .where('id', 'in', ids)
    .execute()
  return rows.length === ids.length
}

/** What was sent of an act: what it is about, and its words. */
type Sent = { id: string; version?: number } & Record<string, unknown>

/** One act at a meeting, whichever: load under its lock, ask the rules, save, tell. */
async function act(kind: MeetingEventKind, sent: Sent, asking: Asking): Promise<Result<Moved>> {
  const { tx, system, actor } = asking
  const { streetId } = system
  const kept = await findMeetingForStep(tx, { streetId, id: sent.id })
  const council = kept && (await findCouncil(tx, { streetId, id: kept.meeting.councilId }))
  if (!council) return refuse('NOT_FOUND')
  if (sent.version !== undefined && sent.version !== kept.version) return refuse('VERSION_CONFLICT')
  // Whoever waited for the lock acts when he gets it.
  const now = await asking.instant()
  const standing = await standingIn(asking, council)
  const situation = { ...standing, meeting: kept.meeting, now }
  const event = await eventOf(kind, sent, asking, { kept, council, situation })
  if (!event.ok) return event
  const decision = decideMeeting(event.value, situation)
  if (!decision.ok) return decision

  const { meeting: after, grant } = decision.value
  const led = { ...standing, council: { ...standing.council, chairId: actor.personId } }
  const moved = await moveMotion(asking, event.value, { meeting: after, council, standing: led, now })
  if (!moved.ok) return moved
  const deed = { personId: actor.personId, role: grant.role, at: now }
  const version = await saveMeetingStep(tx, kept, { after, event: event.value }, deed)
  await tellOfMeeting(tx, system, { before: kept.meeting, after, kind, council, now })
  return ok({ id: sent.id, version })
}

interface At {
  kept: KeptMeeting
  council: Council
  situation: MeetingSituation
}

/** The event of an act: what was sent, and what only the server can add to it. */
async function eventOf(
  kind: MeetingEventKind,
  { id: _, version: __, ...said }: Sent,
  asking: Asking,
  at: At,
): Promise<Result<MeetingEvent>> {
  if (!mayBeShown(asking, textsOf(said))) return refuse('CONTENT_RISKY')
  const adds = ADDS[kind]
  // The contract's inputs are the events' words; `ADDS` makes up the difference where there is one.
  if (!adds) return ok({ kind, ...said } as MeetingEvent)
  const added = await adds(said, asking, at)
  return added.ok ? ok({ kind, ...said, ...added.value } as MeetingEvent) : added
}

/** Ids look like phone numbers to a screening. */
function textsOf(said: Record<string, unknown>): unknown[] {
  const { note, words, text, venue, agenda } = said
  const titles = Array.isArray(agenda) ? agenda.map(({ title }: ItemDraft) => title) : []
  return [note, words, text, venue, titles]
}

type Adds = (
  said: Record<string, unknown>,
  asking: Asking,
  at: At,
) => Promise<Result<Record<string, unknown>>>

const ADDS: Partial<Record<MeetingEventKind, Adds>> = {
  change: async ({ agenda }, asking, { kept }) =>
    (await areOnAgenda(asking, kept.meeting.councilId, agenda as ItemDraft[])) ? ok({}) : refuse('NOT_FOUND'),

  sign_in: async ({ code }, { system }, { kept, situation: { now } }) => {
    if (code === null) return ok({ how: 'online' })
    const seen = { code: String(code), now }
    return hasSeenCode(system.vault, `meeting:${kept.meeting.id}`, seen)
      ? ok({ how: 'code' })
      : refuse('CODE_STALE')
  },

  admit: async ({ unitIds }, asking, { council, situation }) => {
    const wanted = unitIds as string[]
    const units = await representing(asking, { unitIds: wanted, council, now: situation.now })
    return units.length === new Set(wanted).size ? ok({ units }) : refuse('NOT_REPRESENTATIVE')
  },

  put_question: async (_, { system }) => ok({ pollId: system.newId() }),

  /** Counting writes, and who may not announce causes none of it. */
  announce: async ({ place }, asking, { kept, situation }) => {
    const asked = decideMeeting({ kind: 'announce', place: Number(place), outcome: null }, situation)
    const pollId = floorOf(kept.meeting)?.pollId
    if (!asked.ok || !pollId) return asked.ok ? refuse('NOT_IN_THIS_STATE') : asked
    const outcome = await outcomeOf(asking, pollId, situation.now)
    return outcome.ok ? ok({ outcome: outcome.value }) : outcome
  },

  draft: async ({ text }, asking, { kept }) => {
    const { state } = kept.meeting
    if (state !== 'closed' && state !== 'minutes_draft') return ok({ hash: '' })
    return ok({ hash: await hashOfMinutes(asking, kept.meeting, String(text)) })
  },
}

/** The operation's name ends in the event's kind, and its input holds that event's words: the contract says so. */
function handlerOf(name: StepName): Handler<StepName> {
  const kind = name.slice('meetings.'.length) as MeetingEventKind
  return (input, asking) => act(kind, input, asking)
}

const names = Object.keys(meetingSteps) as StepName[]

export const meetingHandlers: HandlersOf<StepName | 'meetings.plan'> = {
  'meetings.plan': plan,
  ...(Object.fromEntries(names.map((name) => [name, handlerOf(name)])) as unknown as HandlersOf<StepName>),
}
