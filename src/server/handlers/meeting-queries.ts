import { type SqlBool, sql } from 'kysely'
import { mayInCouncil } from '#core/council/standing'
import { codeChangesAt } from '#core/presence/rotating-code'
import { ok, refuse } from '#core/result'
import { findCouncil, standingIn } from '../council/load'
import { liveRoom } from '../council/meeting-live'
import { rollOfMeeting } from '../council/meeting-roll'
import { minutesOf } from '../council/minutes'
import type { HandlersOf } from '../operation'
import { codeAt, squareRows } from '../presence/rotating-code'
import { PAGE, pageOf, readCursor } from '../queries/cursor'

type Query = 'meetings.list' | 'meetings.live' | 'meetings.code' | 'meetings.roll' | 'meetings.minutes'

export const meetingQueryHandlers: HandlersOf<Query> = {
  'meetings.list': async ({ councilId, cursor }, asking) => {
    const { tx, system } = asking
    const council = await findCouncil(tx, { streetId: system.streetId, id: councilId })
    if (!council) return refuse('NOT_FOUND')
    const after = readCursor(cursor)
    if (!after.ok) return after
    let asked = tx
      .selectFrom('meetings as m')
      .select(['m.id', 'm.no', 'm.state', 'm.starts_at as startsAt', 'm.body'])
      .select(
        sql<number>`(select count(*)::int from meeting_signins s
        where s.street_id = m.street_id and s.meeting_id = m.id)`.as('present'),
      )
      .select(
        sql<number>`(select count(*)::int from meeting_items i
        where i.street_id = m.street_id and i.meeting_id = m.id)`.as('items'),
      )
      .where('m.street_id', '=', system.streetId)
      .where('m.council_id', '=', councilId)
      .orderBy('m.starts_at', 'desc')
      .orderBy('m.id', 'desc')
      .limit(PAGE + 1)
    if (after.value)
      asked = asked.where(sql<SqlBool>`(m.starts_at, m.id) < (${after.value.at}, ${after.value.id})`)
    const page = pageOf(await asked.execute(), ({ startsAt, id }) => ({ at: startsAt, id }))
    const items = page.rows.map(({ body, ...row }) => ({
      ...row,
      venue: body.venue,
      online: body.online,
      note: body.state === 'cancelled' ? body.note : '',
    }))
    const standing = await standingIn(asking, council)
    return ok({
      items,
      cursor: page.cursor,
      unitKind: council.unitKind,
      mayPlan: mayInCouncil(standing, 'meeting.plan') !== null,
    })
  },

  'meetings.live': ({ id, since }, asking) => liveRoom(asking, id, since),

  'meetings.minutes': ({ id }, asking) => minutesOf(asking, id),

  'meetings.code': async ({ id }, asking) => {
    const { tx, system } = asking
    const meeting = await tx
      .selectFrom('meetings')
      .select(['council_id as councilId', 'state'])
      .where('street_id', '=', system.streetId)
      .where('id', '=', id)
      .executeTakeFirst()
    const council = meeting && (await findCouncil(tx, { streetId: system.streetId, id: meeting.councilId }))
    if (!council) return refuse('NOT_FOUND')
    if (!mayInCouncil(await standingIn(asking, council), 'meeting.plan')) return refuse('FORBIDDEN')
    if (meeting.state !== 'notified' && meeting.state !== 'in_session') return refuse('NOT_IN_THIS_STATE')
    const now = await asking.instant()
    const digits = codeAt(system.vault, `meeting:${id}`, now)
    return ok({ digits, now, changesAt: codeChangesAt(now), rows: squareRows(digits) })
  },

  'meetings.roll': ({ id }, asking) => rollOfMeeting(asking, id),
}
