import {
  array,
  boolean,
  literal,
  maxLength,
  nullable,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { HARDSHIP_LEVELS, HARDSHIP_STATES, OUTCOMES, POLICIES, REASONS } from '#core/care/hardship'
import { CONSENTS } from '#core/concerns/helped'
import { command, query } from './operation'
import { count, cursor, id, instant, page, phone, words } from './shapes'

const moved = object({ id, version: count })
const step = { id, version: count }
const said = words(2, 500)
const reasons = pipe(array(picklist(REASONS)), maxLength(REASONS.length))
const level = picklist(HARDSHIP_LEVELS)
const state = picklist(HARDSHIP_STATES)

/** The frame: nothing in it says who it is, or why. */
const frame = {
  id,
  state,
  level: nullable(level),
  /** The house, by its plate. */
  house: string(),
  owner: nullable(string()),
  reportedAt: instant,
  /** Until when it is assessed, or reviewed; `null`: nothing runs. */
  dueAt: nullable(instant),
  overdue: boolean(),
  agreed: boolean(),
}

/** 解困: for its owner, the community's staff and the branch secretary of that grid alone; every reading is logged. */
export const hardship = {
  'hardship.list': query({
    action: 'hardship.read',
    summary: '解困清单：哪一栋、到哪一步，不写名字和原因',
    input: strictObject({
      show: optional(picklist(['open', 'to_strike', 'over']), 'open'),
      cursor: optional(cursor, null),
    }),
    output: object(page(array(object(frame)))),
  }),
  /** 我的解困: his own, whole; what he reported for a neighbour only as far as that it arrived. */
  'hardship.mine': query({
    action: 'account.use',
    summary: '我报的困难到哪一步了',
    input: strictObject({}),
    output: object({
      items: array(
        object({
          id,
          version: count,
          state,
          own: boolean(),
          agreed: boolean(),
          reportedAt: instant,
          assessment: string(),
          measures: array(
            object({ what: string(), who: string(), dueAt: instant, doneAt: nullable(instant) }),
          ),
          policies: array(picklist(POLICIES)),
          mayConsent: boolean(),
          mayAppeal: boolean(),
        }),
      ),
    }),
  }),
  'hardship.report': command({
    action: 'hardship.report',
    summary: '报困难：自己的，或者邻居点了头的',
    input: strictObject({
      buildingId: id,
      reasons,
      told: words(4, 500),
      /** For a neighbour who agreed; `null`: one's own. */
      neighbour: nullable(
        strictObject({ name: words(2, 20), phone: nullable(phone), consent: picklist(CONSENTS) }),
      ),
      /** 单独同意. */
      agreed: literal(true),
    }),
    output: object({ id, dueAt: instant }),
  }),
  'hardship.from_concern': command({
    action: 'hardship.open',
    summary: '从一件困难的民情开一份解困，再去问本人同不同意',
    input: strictObject({ concernId: id }),
    output: moved,
  }),
  'hardship.consent': command({
    action: 'account.use',
    summary: '本人同意或不同意列入解困',
    input: strictObject({ ...step, given: boolean() }),
    output: moved,
  }),
  'hardship.record_consent': command({
    action: 'hardship.open',
    summary: '本人不会用手机：当面、电话里或书面同意的，替他记下',
    input: strictObject({ ...step, how: picklist(CONSENTS) }),
    output: moved,
  }),
  /** A command, because every reading is written down, and the person reads who it was. */
  'hardship.read': command({
    action: 'hardship.read',
    summary: '看一份解困，看一次记一次，本人看得到',
    input: strictObject({ id, reason: words(2, 100) }),
    output: object({
      ...frame,
      version: count,
      name: string(),
      phone: nullable(string()),
      reasons: array(picklist(REASONS)),
      told: string(),
      consent: nullable(object({ how: picklist(['self', ...CONSENTS]), by: string(), at: instant })),
      assessment: string(),
      appeal: string(),
      policies: array(picklist(POLICIES)),
      measures: array(
        object({
          id,
          what: string(),
          who: string(),
          result: string(),
          dueAt: instant,
          doneAt: nullable(instant),
        }),
      ),
      reviews: array(object({ at: instant, by: string(), words: string() })),
      outcome: nullable(picklist(OUTCOMES)),
      timeline: array(object({ seq: count, kind: string(), at: instant, by: string() })),
      /** Who may be made its owner; only for whoever may list it. */
      owners: array(object({ personId: id, name: string() })),
      may: array(
        picklist(['record_consent', 'assess', 'measure', 'done', 'policies', 'review', 'strike', 'pair']),
      ),
      pairingId: nullable(id),
    }),
  }),
  'hardship.list_case': command({
    action: 'hardship.second',
    summary: '评估：列入解困，定级、定责任人',
    input: strictObject({ ...step, level, ownerId: nullable(id), reasons, words: said }),
    output: moved,
  }),
  'hardship.decline': command({
    action: 'hardship.second',
    summary: '评估：不列入，写明为什么',
    input: strictObject({ ...step, words: said }),
    output: moved,
  }),
  'hardship.appeal': command({
    action: 'hardship.report',
    summary: '不服，请另一个人再看',
    input: strictObject({ ...step, words: said }),
    output: moved,
  }),
  'hardship.measure': command({
    action: 'hardship.work',
    summary: '加一条帮扶措施：做什么、谁来做、什么时候前',
    input: strictObject({ ...step, what: words(2, 100), who: words(2, 40), dueAt: instant }),
    output: moved,
  }),
  'hardship.done': command({
    action: 'hardship.work',
    summary: '一条措施做完了',
    input: strictObject({ ...step, measureId: id, result: words(0, 200) }),
    output: moved,
  }),
  'hardship.policies': command({
    action: 'hardship.work',
    summary: '对上哪些政策',
    input: strictObject({ ...step, policies: pipe(array(picklist(POLICIES)), maxLength(POLICIES.length)) }),
    output: moved,
  }),
  'hardship.review': command({
    action: 'hardship.work',
    summary: '九十天复核：接着帮，还是解决了、转出去了、稳住了',
    input: strictObject({ ...step, conclusion: picklist(['go_on', ...OUTCOMES]), words: said }),
    output: moved,
  }),
  'hardship.strike': command({
    action: 'hardship.second',
    summary: '销号，由责任人以外的人核实',
    input: strictObject({ ...step, words: words(0, 200) }),
    output: moved,
  }),
  'hardship.send_back': command({
    action: 'hardship.second',
    summary: '退回接着帮',
    input: strictObject({ ...step, words: said }),
    output: moved,
  }),
}
