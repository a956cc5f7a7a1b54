import type { MeetingEvent } from '#core/council/meeting/events'
import type { AgendaItem, Meeting, MeetingBody, Presence, Speech } from '#core/council/meeting/meeting'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import type { KeptMeeting } from './meeting-load'
import type { MotionDeed } from './save'

/** The next number of a council's meetings; its row is held, so that two plans do not get the same. */
export async function nextMeetingNo(tx: Tx, streetId: string, councilId: string): Promise<number> {
  await tx
    .selectFrom('councils')
    .select('id')
    .where('street_id', '=', streetId)
    .where('id', '=', councilId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { last } = await tx
    .selectFrom('meetings')
    .select(({ fn }) => fn.max('no').as('last'))
    .where('street_id', '=', streetId)
    .where('council_id', '=', councilId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export async function saveNewMeeting(tx: Tx, meeting: Meeting, deed: MotionDeed): Promise<void> {
  const { streetId, id } = meeting
  await tx
    .insertInto('meetings')
    .values({ street_id: streetId, id, version: 1, body: bodyOf(meeting) })
    .execute()
  await insertAll(tx, 'meeting_items', meeting.agenda.map(itemRow(meeting)))
  await appendEvent(tx, meeting, { seq: 1, kind: 'plan', detail: {} }, deed)
}

/** Keeps one act at a meeting whose row is locked: its next version, the lines it changed, and what happened. */
export async function saveMeetingStep(
  tx: Tx,
  before: KeptMeeting,
  { after, event }: { after: Meeting; event: MeetingEvent },
  deed: MotionDeed,
): Promise<number> {
  const version = before.version + 1
  await tx
    .updateTable('meetings')
    .set({ version, body: bodyOf(after) })
    .where('street_id', '=', after.streetId)
    .where('id', '=', after.id)
    .execute()
  if (event.kind === 'change') await forgetAgenda(tx, after)
  const known = before.meeting
  await keepItems(tx, after, newIn(after.agenda, known.agenda))
  await keepPresent(tx, after, newIn(after.present, known.present))
  await keepSpeeches(tx, after, newIn(after.speeches, known.speeches))
  const { kind, ...detail } = event
  await appendEvent(tx, after, { seq: version, kind, detail }, deed)
  return version
}

/** The rules hand back every line they left alone as it was. */
const newIn = <Line>(after: readonly Line[], before: readonly Line[]): Line[] =>
  after.filter((line) => !before.includes(line))

function bodyOf({ agenda: _, present: __, speeches: ___, ...body }: Meeting): MeetingBody {
  return body
}

const itemRow =
  ({ streetId, id }: Meeting) =>
  ({ place, title, motionId, state, outcome }: AgendaItem) => ({
    street_id: streetId,
    meeting_id: id,
    place,
    title,
    motion_id: motionId,
    state,
    outcome,
  })

const forgetAgenda = (tx: Tx, { streetId, id }: Meeting) =>
  tx.deleteFrom('meeting_items').where('street_id', '=', streetId).where('meeting_id', '=', id).execute()

/** What leaves the floor is written before what comes to it. */
async function keepItems(tx: Tx, meeting: Meeting, items: AgendaItem[]): Promise<void> {
  for (const item of items) {
    const { title, motion_id, state, outcome, ...key } = itemRow(meeting)(item)
    await tx
      .insertInto('meeting_items')
      .values({ ...key, title, motion_id, state, outcome })
      .onConflict((conflict) =>
        conflict.columns(['street_id', 'meeting_id', 'place']).doUpdateSet({ state, outcome }),
      )
      .execute()
  }
}

async function keepPresent(tx: Tx, { streetId, id }: Meeting, present: Presence[]): Promise<void> {
  for (const { unitId, personId, how, at, leftAt } of present)
    await tx
      .insertInto('meeting_signins')
      .values({
        ...{ street_id: streetId, meeting_id: id, unit_id: unitId },
        ...{ person_id: personId, how, at, left_at: leftAt },
      })
      .onConflict((conflict) =>
        conflict
          .columns(['street_id', 'meeting_id', 'unit_id'])
          .doUpdateSet({ person_id: personId, left_at: leftAt }),
      )
      .execute()
}

async function keepSpeeches(tx: Tx, { streetId, id }: Meeting, speeches: Speech[]): Promise<void> {
  for (const one of speeches) {
    const stands = {
      state: one.state,
      began_at: 'beganAt' in one ? one.beganAt : null,
      until: 'until' in one ? one.until : null,
      warned: 'warned' in one ? one.warned : null,
      ended_at: 'endedAt' in one ? one.endedAt : null,
    }
    const { seq, place, unitId, personId, side, raisedAt } = one
    const key = { street_id: streetId, meeting_id: id, seq }
    if (one.state === 'raised')
      await tx
        .insertInto('meeting_speeches')
        .values({ ...key, place, unit_id: unitId, person_id: personId, side, raised_at: raisedAt, ...stands })
        .execute()
    else
      await tx
        .updateTable('meeting_speeches')
        .set(stands)
        .where('street_id', '=', streetId)
        .where('meeting_id', '=', id)
        .where('seq', '=', seq)
        .execute()
  }
}

async function appendEvent(
  tx: Tx,
  { streetId, id }: Meeting,
  line: { seq: number; kind: string; detail: object },
  { personId, role, at }: MotionDeed,
): Promise<void> {
  const by = { actor_id: personId, actor_role: role }
  const detail = JSON.stringify(line.detail)
  await tx
    .insertInto('meeting_events')
    .values({ street_id: streetId, meeting_id: id, seq: line.seq, kind: line.kind, at, ...by, detail })
    .execute()
}
