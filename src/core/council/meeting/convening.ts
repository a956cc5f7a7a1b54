import { DAY, MINUTE } from '../../concerns/calendar'
import type { Refusal } from '../../refusals'
import { ok, type Result, refuse } from '../../result'
import { mayInCouncil, type Standing } from '../standing'
import type { ItemDraft, Plan } from './events'
import type { AgendaItem, Convened, Meeting } from './meeting'
import { type MeetingSituation, type MeetingStep, meetingBecame } from './step'

/** 定时间、通知、改期、取消、开会、散会. */

export interface MeetingDraft extends Pick<Convened, 'id' | 'streetId' | 'councilId' | 'order' | 'no'> {
  plan: Plan
}

/** 定一次会, by who convenes the council. */
export function planMeeting(
  { plan, ...draft }: MeetingDraft,
  standing: Standing & { now: number },
): Result<Meeting> {
  const { actor, council, now } = standing
  if (actor.personId === null || !mayInCouncil(standing, 'meeting.plan')) return refuse('FORBIDDEN')
  if (plan.startsAt <= now) return refuse('VALIDATION')
  return ok({
    ...draft,
    gridPath: council.gridPath,
    startsAt: plan.startsAt,
    venue: plan.venue,
    online: plan.online,
    plannedById: actor.personId,
    state: 'planned',
    agenda: agendaOf(plan.agenda),
    present: [],
    speeches: [],
  })
}

const agendaOf = (drafts: readonly ItemDraft[]): AgendaItem[] =>
  drafts.map((draft, at) => ({ ...draft, place: at + 1, state: 'waiting', outcome: null }))

/** A notice that was given binds whoever gave it: what it said changes only with as much notice as before. */
export function change({ meeting, event }: MeetingStep<'change'>): Meeting {
  const { startsAt, venue, online, agenda } = event
  return { ...meeting, startsAt, venue, online, agenda: agendaOf(agenda) }
}

export function changedTooLate({ meeting, event, now }: MeetingStep<'change'>): Refusal | null {
  if (event.startsAt <= now) return 'VALIDATION'
  return meeting.state === 'notified' && isShortNotice({ ...meeting, startsAt: event.startsAt }, now)
    ? 'NOTICE_TOO_SHORT'
    : null
}

export const notify = ({ meeting, now }: MeetingStep<'notify'>): Meeting =>
  meetingBecame(meeting, { state: 'notified', notifiedAt: now })

const isShortNotice = ({ startsAt, order }: Pick<Convened, 'startsAt' | 'order'>, now: number): boolean =>
  startsAt - now < order.noticeDays * DAY

export const noticeTooShort = ({ meeting, now }: MeetingSituation): Refusal | null =>
  isShortNotice(meeting, now) ? 'NOTICE_TOO_SHORT' : null

export const cancel = ({ meeting, event, now }: MeetingStep<'cancel'>): Meeting =>
  meetingBecame(meeting, { state: 'cancelled', note: event.note, cancelledAt: now })

/** 开会, by the council's chair, once its time has come and somebody is there. */
export function begin({ meeting, actor, now }: MeetingStep<'begin'>): Meeting {
  if (actor.personId === null) throw new Error('nobody opened a meeting')
  const room = { floor: null, point: null, ruling: null, appeal: null }
  return meetingBecame(meeting, { state: 'in_session', beganAt: now, presidingId: actor.personId, ...room })
}

export const notYetTime = ({ meeting, now }: MeetingSituation): Refusal | null =>
  now < meeting.startsAt ? 'NOT_YET' : null

/** From when on buildings sign in. */
export const signInFrom = ({ startsAt, order }: Pick<Convened, 'startsAt' | 'order'>): number =>
  startsAt - order.signInMinutes * MINUTE
