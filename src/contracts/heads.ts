import {
  array,
  boolean,
  integer,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { BASES, KINDS, METHODS, STATES } from '#core/heads/appointment'
import { STEP_KINDS } from '#core/heads/machine'
import type { StepKind } from '#core/heads/steps'
import type { Action } from '#core/people/policy'
import { command, query } from './operation'
import { count, cursor, gridPath, id, instant, page, words } from './shapes'

const note = words(2, 500)
const moved = object({ id, version: count })
const kind = picklist(KINDS)
const days = pipe(number(), integer(), minValue(1), maxValue(1_095))

const step = <Entries extends Parameters<typeof strictObject>[0]>(
  action: Action,
  summary: string,
  entries: Entries,
) => command({ action, summary, input: strictObject({ id, version: count, ...entries }), output: moved })

/** One step on an appointment each; its name ends in the step of the core's table. */
export const headSteps = {
  'heads.object': step('account.use', '公示期间提意见', { words: note }),
  'heads.confirm': step('head.confirm', '社区确认楼栋长', { note: words(0, 500) }),
  'heads.decline': step('head.confirm', '社区不同意，说明理由', { reason: note }),
  'heads.withdraw': step('account.use', '撤回提名，本人或提名人', {}),
  'heads.resign': step('account.use', '楼栋长辞任', { reason: note }),
  'heads.revoke': step('head.confirm', '免去楼栋长，要先听本人怎么说', {
    reason: note,
    hearing: strictObject({ at: instant, statement: note }),
  }),
  'heads.hand_over': step('account.use', '写交接清单', { keys: words(0, 500), notes: words(0, 1_000) }),
  'heads.take_over': step('account.use', '接过交接清单', {}),
  'heads.ask_removal': step('account.use', '住户请求免去本栋楼栋长', {}),
  'heads.unask_removal': step('account.use', '收回免去的请求', {}),
  'heads.answer_removal': step('head.confirm', '社区答复住户：不免，说明理由', { note }),
} satisfies Partial<Record<`heads.${StepKind}`, unknown>>

const posted = object({
  id,
  version: count,
  kind,
  method: picklist(METHODS),
  name: string(),
  buildingId: id,
  buildingLabel: string(),
  publicUntil: instant,
  objections: count,
})

const placed = {
  id,
  version: count,
  state: picklist(STATES),
  kind,
  name: string(),
  buildingId: id,
  buildingLabel: string(),
  from: nullable(instant),
  to: nullable(instant),
  publicUntil: instant,
}

const handover = object({
  keys: string(),
  notes: string(),
  open: count,
  givenAt: instant,
  takenAt: nullable(instant),
})

export const heads = {
  ...headSteps,
  'heads.nominate': command({
    action: 'head.nominate',
    summary: '提名楼栋长或代理楼栋长',
    input: strictObject({
      buildingId: id,
      personId: id,
      kind,
      method: picklist(METHODS),
      basis: picklist(BASES),
      basisWords: words(0, 200),
      days,
      adultSeen: optional(boolean(), false),
    }),
    output: moved,
  }),
  'heads.posted': query({
    action: 'public.read',
    summary: '正在公示的楼栋长人选',
    input: strictObject({ gridPath }),
    output: object({ items: array(posted) }),
  }),
  'heads.list': query({
    action: 'head.read',
    summary: '辖区里的楼栋长：在任、待任、公示中',
    input: strictObject({ gridPath, cursor: optional(cursor, null) }),
    output: object({ ...page(array(object(placed))), headless: count }),
  }),
  'heads.get': query({
    action: 'account.use',
    summary: '一次任职的全部经过',
    input: strictObject({ id }),
    output: object({
      ...placed,
      method: picklist(METHODS),
      basis: picklist(BASES),
      basisWords: string(),
      nominatedAt: instant,
      objections: array(object({ at: instant, words: string(), by: nullable(string()) })),
      note: string(),
      reason: string(),
      ending: nullable(picklist(['expired', 'succeeded', 'resigned', 'revoked'])),
      hearing: nullable(object({ at: instant, statement: string() })),
      handover: nullable(handover),
      /** What households asked; who asked is told to nobody. `null` to those it does not concern. */
      removal: nullable(
        object({
          asked: count,
          households: count,
          half: boolean(),
          answers: array(object({ at: instant, note: string(), asked: count, households: count })),
        }),
      ),
      may: array(picklist(STEP_KINDS)),
    }),
  }),
  'heads.candidates': query({
    action: 'head.nominate',
    summary: '这一栋可以提名的人',
    input: strictObject({ buildingId: id }),
    output: object({ people: array(object({ personId: id, name: string() })) }),
  }),
  'heads.mine': query({
    action: 'account.use',
    summary: '我的楼栋：我管哪几栋，有什么等我',
    input: strictObject({}),
    output: object({
      buildings: array(
        object({
          appointmentId: nullable(id),
          buildingId: id,
          label: string(),
          kind,
          until: instant,
          residents: count,
          open: count,
          toConfirm: count,
          toPass: count,
        }),
      ),
      /** Checklists to write, or to take over. */
      handovers: array(object({ id, version: count, buildingLabel: string(), mine: boolean() })),
      /** 正在提名我的, and what I resigned from or was relieved of lately. */
      own: array(object(placed)),
    }),
  }),
}
