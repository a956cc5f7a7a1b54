import {
  array,
  boolean,
  length,
  maxLength,
  minLength,
  nullable,
  object,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { MEETING_EVENTS, type MeetingEventKind } from '#core/council/meeting/events'
import { ITEM_STATES, MEETING_STATES, WAYS_IN } from '#core/council/meeting/meeting'
import { UNIT_KINDS } from '#core/council/statute'
import { CHOICES, OUTCOMES } from '#core/council/tally'
import type { Action } from '#core/people/policy'
import { CODE_DIGITS } from '#core/presence/rotating-code'
import { command, query } from './operation'
import { count, cursor, id, instant, page, words } from './shapes'

const note = words(2, 200)
const place = count
const side = picklist(['for', 'against'])
const unitId = id
const unitKind = picklist(UNIT_KINDS)
const moved = object({ id, version: count })
const code = pipe(string(), length(CODE_DIGITS), regex(/^\d+$/))
const hash = pipe(string(), regex(/^[0-9a-f]{64}$/))

const plan = {
  startsAt: instant,
  venue: words(2, 60),
  online: boolean(),
  agenda: pipe(
    array(strictObject({ title: words(2, 60), motionId: nullable(id) })),
    minLength(1),
    maxLength(12),
  ),
}

const act = <Entries extends Parameters<typeof strictObject>[0]>(
  action: Action,
  summary: string,
  entries: Entries,
) => command({ action, summary, input: strictObject({ id, ...entries }), output: moved })

/**
 * One act at a meeting each; its name ends in the event of the core's table. None has to have seen the newest version: a
 * hundred people act at once. Each names what it is about instead (the matter, the speaker, the building), so that one
 * that comes late is refused and never meets the next matter.
 */
export const meetingSteps = {
  'meetings.change': act('meeting.plan', '改时间、地点、议程，通知过的重新通知', { version: count, ...plan }),
  'meetings.notify': act('meeting.plan', '通知各栋、各户，提前的天数在公约里', { version: count }),
  'meetings.cancel': act('meeting.plan', '取消，写明理由', { note }),
  'meetings.sign_in': act('meeting.attend', '签到：现场的码，或线上', { unitId, code: nullable(code) }),
  'meetings.admit': act('meeting.plan', '工作人员代签到', {
    unitIds: pipe(array(unitId), minLength(1), maxLength(300)),
  }),
  'meetings.leave': act('meeting.attend', '离场', { unitId }),
  'meetings.see_out': act('meeting.plan', '记一栋离场', { unitId }),
  'meetings.begin': act('meeting.lead', '开会', {}),
  'meetings.hand_over': act('meeting.lead', '交出主持', { unitId }),
  'meetings.take_back': act('meeting.lead', '收回主持', {}),
  'meetings.bring': act('meeting.lead', '下一件，一时一件', { place }),
  'meetings.raise_hand': act('meeting.attend', '举手，先说赞成还是反对', { place, unitId, side }),
  'meetings.lower_hand': act('meeting.attend', '放下手', { place, unitId }),
  'meetings.call': act('meeting.lead', '请排在最前的说', { unitId }),
  'meetings.warn': act('meeting.lead', '提醒守规矩', { unitId }),
  'meetings.end_speech': act('meeting.lead', '时间到，停', { unitId }),
  'meetings.finish_speech': act('meeting.attend', '我说完了', { unitId }),
  'meetings.want_close': act('meeting.attend', '说够了，可以表决', { place, unitId }),
  'meetings.close_debate': act('meeting.lead', '结束辩论', { place }),
  'meetings.put_question': act('meeting.lead', '付表决：开一次举手', { place }),
  'meetings.announce': act('meeting.lead', '宣布结果', { place }),
  'meetings.finish': act('meeting.lead', '这一件说完了', { place }),
  'meetings.put_off': act('meeting.lead', '改日再议', { place, note }),
  'meetings.point': act('meeting.attend', '规则问题', { unitId, words: note }),
  'meetings.rule_on': act('meeting.lead', '裁决规则问题', { sustained: boolean(), note }),
  'meetings.appeal': act('meeting.attend', '不服裁决，请大家定', { unitId }),
  'meetings.say_on_appeal': act('meeting.attend', '裁决要不要维持', { unitId, upholds: boolean() }),
  'meetings.settle_appeal': act('meeting.lead', '宣布申诉结果', {}),
  'meetings.close': act('meeting.lead', '散会', {}),
  'meetings.draft': act('meeting.plan', '写记录', { text: words(10, 2_000) }),
  'meetings.sign': act('meeting.sign', '在记录上签字', { hash }),
  'meetings.correct': act('meeting.plan', '勘误，编号公布', { words: words(4, 500) }),
} satisfies { [Kind in MeetingEventKind as `meetings.${Kind}`]: unknown }

const item = object({
  place,
  title: string(),
  motionId: nullable(id),
  state: picklist(ITEM_STATES),
  outcome: nullable(picklist(OUTCOMES)),
})

const row = object({
  id,
  no: count,
  state: picklist(MEETING_STATES),
  startsAt: instant,
  venue: string(),
  online: boolean(),
  present: count,
  items: count,
  /** Why it was called off. */
  note: string(),
})

const counts = object({ all: count, for: count, against: count, abstain: count })
const vote = object({
  pollId: id,
  closesAt: instant,
  state: picklist(['voting', 'closed', 'void']),
  takingPart: count,
  /** `null` until the close, for everybody. */
  tally: nullable(object({ units: counts, outcome: picklist(OUTCOMES) })),
})

const speaking = object({ unitId, label: string(), side, until: instant, warned: boolean() })
const spoken = object({ unitId, label: string(), side, seconds: count })

/** The room as a phone shows it. */
const room = object({
  version: count,
  no: count,
  councilId: id,
  councilName: string(),
  unitKind,
  state: picklist(MEETING_STATES),
  startsAt: instant,
  signInFrom: instant,
  venue: string(),
  online: boolean(),
  note: string(),
  units: count,
  quorum: count,
  present: count,
  presiding: nullable(string()),
  agenda: array(item),
  secondsEach: count,
  floor: nullable(
    object({
      place,
      debate: picklist(['open', 'closed']),
      wanting: count,
      wantNeeded: count,
      speaker: nullable(speaking),
      queue: array(object({ unitId, label: string(), side, times: count })),
      vote: nullable(vote),
    }),
  ),
  point: nullable(object({ label: string(), words: string(), at: instant })),
  ruling: nullable(
    object({
      label: string(),
      words: string(),
      sustained: boolean(),
      note: string(),
      appeal: picklist(['none', 'open', 'settled']),
    }),
  ),
  appeal: nullable(object({ label: string(), upholding: count, against: count, until: instant })),
  /** Buildings the reader stands for. */
  mine: array(
    object({
      unitId,
      label: string(),
      signedAt: nullable(instant),
      here: boolean(),
      hand: picklist(['none', 'raised', 'speaking']),
      speechesLeft: count,
      wanted: boolean(),
      saidOnAppeal: boolean(),
      choice: nullable(picklist(CHOICES)),
    }),
  ),
  may: array(picklist(MEETING_EVENTS)),
})

const signature = object({ name: string(), as: picklist(['chair', 'member']), at: instant })

export const meetings = {
  ...meetingSteps,
  'meetings.plan': command({
    action: 'meeting.plan',
    summary: '定一次会',
    input: strictObject({ councilId: id, ...plan }),
    output: moved,
  }),
  'meetings.list': query({
    action: 'public.read',
    summary: '会议：要开的、正在开的、开过的',
    input: strictObject({ councilId: id, cursor: optional(cursor, null) }),
    output: object({ ...page(array(row)), unitKind, mayPlan: boolean() }),
  }),
  /** Asked every two seconds by every phone in the room: while nothing has changed it answers two short fields. */
  'meetings.live': query({
    action: 'public.read',
    summary: '会场：和上次看到的不一样了才有内容',
    input: strictObject({ id, since: optional(pipe(string(), maxLength(60))) }),
    output: object({ mark: string(), now: instant, room: nullable(room) }),
  }),
  'meetings.code': query({
    action: 'meeting.plan',
    summary: '签到的码，半分钟换一次',
    input: strictObject({ id }),
    output: object({ digits: code, now: instant, changesAt: instant, rows: array(string()) }),
  }),
  'meetings.roll': query({
    action: 'public.read',
    summary: '各栋、各户到会没有；名册里的只给名册里的人和管会务的看',
    input: strictObject({ id }),
    output: object({
      unitKind,
      items: array(
        object({
          unitId,
          label: string(),
          represented: boolean(),
          here: boolean(),
          how: nullable(picklist(WAYS_IN)),
        }),
      ),
    }),
  }),
  'meetings.minutes': query({
    action: 'public.read',
    summary: '会议记录：谁到了、议了什么、怎么定的、谁签的字、勘误',
    input: strictObject({ id }),
    output: object({
      id,
      no: count,
      councilName: string(),
      unitKind,
      state: picklist(MEETING_STATES),
      venue: string(),
      startsAt: instant,
      beganAt: instant,
      closedAt: instant,
      units: count,
      quorum: count,
      came: array(object({ label: string(), how: picklist(WAYS_IN) })),
      agenda: array(
        object({
          ...item.entries,
          spoken: array(spoken),
          vote: nullable(object({ units: counts, fingerprint: string() })),
        }),
      ),
      rulings: array(object({ label: string(), words: string(), sustained: boolean(), note: string() })),
      text: nullable(string()),
      hash: nullable(string()),
      draftedBy: nullable(string()),
      signatures: array(signature),
      errata: array(object({ no: count, words: string(), at: instant })),
      publishedAt: nullable(instant),
      may: array(picklist(MEETING_EVENTS)),
    }),
  }),
}
