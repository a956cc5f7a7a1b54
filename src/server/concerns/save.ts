import type { Calendar } from '#core/concerns/calendar'
import type { Concern } from '#core/concerns/concern'
import type { ConcernEvent } from '#core/concerns/events'
import { type Notice, noticesFor } from '#core/concerns/notices'
import type { Doubt } from '#core/content/verdict'
import type { Role } from '#core/people/actor'
import { ok, type Result, refuse } from '#core/result'
import type { Tx } from '../storage/database'
import { tell } from './tell'
import { setTimers } from './timers'

/** Who did it, in which office, and when; the calendar tells when the clocks are next due. */
export interface Deed {
  /** `null` for the clock. */
  personId: string | null
  role: Role
  at: number
  calendar: Calendar
  newId(): string
}

export interface SavedStep {
  before: Concern
  /** The version `before` was read at. */
  version: number
  after: Concern
  event: ConcernEvent
  /** Whom a timer wants told besides those whom the event itself concerns. */
  alsoTell?: Notice[]
}

/**
 * Keeps a concern that was just raised, as version 1: its row, the first line of its story (`detail`: why its words
 * wait for a look), its clocks, who is told.
 */
export async function saveNew(
  tx: Tx,
  concern: Concern,
  deed: Deed,
  detail: { heldFor?: Doubt } = {},
): Promise<void> {
  await tx
    .insertInto('concerns')
    .values({
      street_id: concern.streetId,
      id: concern.id,
      version: 1,
      body: concern,
      changed_at: deed.at,
    })
    .execute()
  await appendEvent(tx, concern, { seq: 1, kind: 'submit', detail }, deed)
  await setTimers(tx, concern, deed.calendar)
  const notices = noticesFor(null, concern, 'submit')
  await tell(tx, { before: null, after: concern, event: null, notices }, deed)
}

/** Keeps one step; answers the new version, or that another step came in between. */
export async function saveStep(tx: Tx, step: SavedStep, deed: Deed): Promise<Result<number>> {
  const { before, after, event, alsoTell = [] } = step
  const version = step.version + 1
  const updated = await tx
    .updateTable('concerns')
    .set({ version, body: after, changed_at: deed.at })
    .where('street_id', '=', after.streetId)
    .where('id', '=', after.id)
    .where('version', '=', step.version)
    .executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) return refuse('VERSION_CONFLICT')

  const { kind, ...detail } = event
  await appendEvent(tx, after, { seq: version, kind, detail }, deed)
  await setTimers(tx, after, deed.calendar)
  const notices = [...noticesFor(before, after, event), ...alsoTell]
  await tell(tx, { before, after, event, notices }, deed)
  return ok(version)
}

/** Every version of a concern is one line of its story: the line's number is the version it led to. */
async function appendEvent(
  tx: Tx,
  concern: Concern,
  line: { seq: number; kind: string; detail: object },
  deed: Deed,
): Promise<void> {
  await tx
    .insertInto('concern_events')
    .values({
      street_id: concern.streetId,
      concern_id: concern.id,
      seq: line.seq,
      kind: line.kind,
      at: deed.at,
      actor_id: deed.personId,
      actor_role: deed.role,
      level: concern.level,
      detail: JSON.stringify(line.detail),
    })
    .execute()
}
