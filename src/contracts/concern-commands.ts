import {
  array,
  boolean,
  maxLength,
  minLength,
  nullable,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { DECLINE_REASONS, PAUSE_REASONS, RESULT_KINDS } from '#core/concerns/concern'
import type { EventKind } from '#core/concerns/events'
import { ALL_CONSENTS, CONSENTS } from '#core/concerns/helped'
import type { Action } from '#core/people/policy'
import { command } from './operation'
import { category, count, desk, done, id, instant, level, phone, point, words } from './shapes'

const note = words(2, 500)
const photoIds = pipe(array(id), maxLength(9))

/** What every step on an existing concern answers; the screen then asks for the whole again. */
const moved = object({ id, version: count })

/** A step names the version it saw: somebody else's step in between is told, never overwritten. */
const step = <Entries extends Parameters<typeof strictObject>[0]>(
  action: Action,
  summary: string,
  entries: Entries,
) => command({ action, summary, input: strictObject({ id, version: count, ...entries }), output: moved })

export const concernSteps = {
  'concerns.release': step('concern.screen', '看过了，可以公开', {}),
  'concerns.reject_content': step('concern.screen', '文字不合适，退回', { note }),
  'concerns.accept': step('concern.triage', '受理', { level, desk }),
  'concerns.decline': step('concern.triage', '不受理，说明理由', { reason: picklist(DECLINE_REASONS), note }),
  'concerns.merge': step('concern.triage', '和另一件是同一件事', { into: id, note: words(0, 500) }),
  'concerns.contact': step('concern.handle', '联系过反映人', { note }),
  'concerns.start': step('concern.handle', '开始办', {}),
  'concerns.escalate': step('concern.escalate', '上报一级', { note }),
  'concerns.delegate': step('concern.delegate', '交下一级办', { note }),
  'concerns.whistle': step('concern.whistle', '吹哨，请部门到场', {
    departmentIds: pipe(array(id), minLength(1), maxLength(6)),
    note,
    arriveBy: instant,
  }),
  'concerns.arrive': step('concern.arrive', '部门报到', { note }),
  'concerns.pause': step('concern.handle', '停一停，说明等什么', {
    reason: picklist(PAUSE_REASONS),
    until: instant,
    note,
  }),
  'concerns.resume': step('concern.handle', '接着办', {}),
  'concerns.ask_extension': step('concern.extend', '申请延期', { until: instant, reason: note }),
  'concerns.answer_extension': step('concern.approve_extension', '答复延期', {
    approve: boolean(),
    note: words(0, 500),
  }),
  'concerns.resolve': step('concern.handle', '办结，写结果附照片', {
    outcome: strictObject({ kind: picklist(RESULT_KINDS), note, photoIds }),
  }),
  'concerns.verify': step('concern.verify', '核实：确实办好了', { note: words(0, 500) }),
  'concerns.return': step('concern.verify', '核实：还没好，退回', { note }),
  'concerns.confirm': step('concern.answer', '办好了，打个分', {
    rating: strictObject({ stars: picklist([1, 2, 3, 4, 5]), words: words(0, 200) }),
  }),
  'concerns.reopen': step('concern.answer', '还没好，接着办', { note }),
  'concerns.withdraw': step('concern.answer', '不用办了，撤回', { note: words(0, 500) }),
} satisfies Record<`concerns.${Exclude<EventKind, 'lapse'>}`, unknown>

const helped = strictObject({
  name: words(1, 30),
  phone: nullable(phone),
  consent: picklist(CONSENTS),
})

export const concernCommands = {
  ...concernSteps,
  'concerns.submit': command({
    action: 'concern.submit',
    summary: '反映一件事',
    input: strictObject({
      category,
      title: words(4, 40),
      detail: words(0, 1000),
      place: strictObject({ buildingId: nullable(id), point: nullable(point), words: words(0, 60) }),
      photoIds,
      anonymous: boolean(),
      /** Staff write down what they heard on the phone or saw on the way. */
      channel: optional(picklist(['app', 'phone', 'visit', 'hotline', 'inspection', 'plate']), 'app'),
      /** 帮他报: for somebody who cannot, who agreed to it. */
      helped: optional(nullable(helped), null),
      /** For a child under fourteen, by his guardian. */
      childId: optional(nullable(id), null),
    }),
    output: object({ id, no: string(), contactDueAt: instant, held: boolean() }),
  }),
  'concerns.endorse': command({
    action: 'concern.endorse',
    summary: '我也遇到',
    input: strictObject({ id }),
    output: object({ id, endorsements: count }),
  }),
  /** A command, not a query: every look is written to the access log. */
  'concerns.readReporter': command({
    action: 'concern.read_reporter',
    summary: '看反映人的电话，写明为什么',
    input: strictObject({ id, reason: words(2, 60) }),
    output: object({
      name: string(),
      phone: nullable(string()),
      helped: nullable(
        object({ name: string(), phone: nullable(string()), consent: picklist(ALL_CONSENTS) }),
      ),
    }),
  }),
  'inbox.read': command({
    action: 'account.use',
    summary: '消息看过了',
    input: strictObject({ ids: pipe(array(id), minLength(1), maxLength(100)) }),
    output: done,
  }),
}
