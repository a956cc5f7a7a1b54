import {
  array,
  boolean,
  integer,
  length,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { QUESTIONS } from '#core/evaluation/appraisal'
import { CORRECTIONS } from '#core/evaluation/card'
import { ADJUSTMENT_REASONS, BANDS, COMPONENTS, SUBJECT_KINDS } from '#core/evaluation/formula'
import { LIFE_STATES } from '#core/evaluation/life'
import { command, query } from './operation'
import { count, done, gridPath, id, instant, words } from './shapes'

const kind = picklist(SUBJECT_KINDS)
const period = pipe(string(), regex(/^20\d\d-(0[1-9]|1[0-2])$/))
const component = picklist(COMPONENTS)
const eventId = words(3, 120)
const note = words(2, 500)
/** Tenths of a point; `null`: too little to judge by. */
const score = nullable(count)
const stars = nullable(picklist([1, 2, 3, 4, 5]))
const moved = object({ id, version: count })

const placed = {
  id,
  kind,
  period,
  label: string(),
  state: picklist(LIFE_STATES),
  edition: count,
  score,
  stars,
  previewUntil: nullable(instant),
}

const appeal = object({
  id,
  component,
  eventId: string(),
  words: string(),
  at: instant,
  dueAt: instant,
  answer: nullable(object({ as: nullable(picklist(CORRECTIONS)), note: string(), at: instant })),
})

const ofMonth = strictObject({ kind, gridPath, period })
const bulk = object({ done: count, left: count })

/** 考评: cards of heads and grids, from the preview to the public list. */
export const evaluation = {
  'scores.mine': query({
    action: 'account.use',
    summary: '我的考评：楼栋长看自己的，席位看本网格的',
    input: strictObject({}),
    output: object({ items: array(object(placed)) }),
  }),
  'scores.get': query({
    action: 'account.use',
    summary: '一张考评卡：每一项怎么算的，依据是哪些事',
    input: strictObject({ id }),
    output: object({
      ...placed,
      version: count,
      name: nullable(string()),
      formula: string(),
      applicable: count,
      points: number(),
      components: array(
        object({
          key: component,
          weight: count,
          num: count,
          den: count,
          events: array(object({ id: string(), at: instant, num: count, den: count })),
        }),
      ),
      adjustments: array(
        object({ reason: picklist(ADJUSTMENT_REASONS), points: number(), evidence: string() }),
      ),
      appeals: array(appeal),
      editions: array(object({ edition: count, score, stars, computedAt: instant })),
      /** The very bytes of the card in force, for whoever counts it again, and their fingerprint. */
      text: string(),
      hash: string(),
      talk: nullable(object({ plan: nullable(string()) })),
      may: array(picklist(['appeal', 'answer', 'plan'])),
    }),
  }),
  'scores.list': query({
    action: 'public.read',
    summary: '公布了的考评：网格内的楼栋长，或同样大小的网格',
    input: strictObject({ kind, gridPath, period: optional(nullable(period), null) }),
    output: object({
      period: nullable(period),
      periods: array(period),
      groups: array(
        object({
          /** Grids are compared within their size; heads within their grid. */
          band: nullable(picklist(BANDS)),
          n: count,
          items: array(
            object({ id, subjectId: string(), label: string(), name: nullable(string()), score, stars }),
          ),
        }),
      ),
    }),
  }),
  'scores.board': query({
    action: 'score.confirm',
    summary: '考评进度：等确认、等公布、等答复',
    input: strictObject({ kind, gridPath, period: optional(nullable(period), null) }),
    output: object({
      period,
      periods: array(period),
      /** The month is over and can be computed, and nobody has yet. */
      missing: boolean(),
      states: object({ computed: count, preview: count, confirmed: count, published: count }),
      /** Preview over, no appeal open. */
      ready: count,
      appeals: array(object({ lifeId: id, label: string(), name: nullable(string()), dueAt: instant })),
      talks: array(object({ lifeId: id, label: string(), name: nullable(string()) })),
      adjustments: array(
        object({
          id,
          version: count,
          label: string(),
          name: string(),
          reason: picklist(ADJUSTMENT_REASONS),
          evidence: string(),
          mine: boolean(),
        }),
      ),
      may: array(picklist(['compute', 'confirm', 'adjust'])),
    }),
  }),
  'scores.compute': command({
    action: 'score.compute',
    summary: '现在就算一个月，剩下的由系统接着算',
    input: strictObject({ period }),
    output: object({ computed: count }),
  }),
  'scores.appeal': command({
    action: 'account.use',
    summary: '申诉：指出哪一件算得不对',
    input: strictObject({ id, version: count, component, eventId, words: note }),
    output: moved,
  }),
  'scores.answer': command({
    action: 'score.answer',
    summary: '答复申诉：不算这一件，或算做到了，或维持',
    input: strictObject({ id, version: count, appealId: id, as: nullable(picklist(CORRECTIONS)), note }),
    output: moved,
  }),
  'scores.confirm': command({
    action: 'score.confirm',
    summary: '确认本人核对过的考评',
    input: ofMonth,
    output: bulk,
  }),
  'scores.publish': command({
    action: 'score.confirm',
    summary: '公布确认了的考评',
    input: ofMonth,
    output: bulk,
  }),
  'scores.plan': command({
    action: 'score.confirm',
    summary: '连续两个月一颗星，谈过话，写下改进办法',
    input: strictObject({ id, version: count, words: note }),
    output: moved,
  }),
  'scores.adjust': command({
    action: 'score.adjust',
    summary: '提出加分或减分，要有依据',
    input: strictObject({
      buildingId: id,
      period,
      reason: picklist(ADJUSTMENT_REASONS),
      evidence: words(4, 200),
    }),
    output: object({ id }),
  }),
  'scores.decideAdjustment': command({
    action: 'score.adjust',
    summary: '另一人同意或不同意加减分',
    input: strictObject({ id, version: count, approve: boolean() }),
    output: done,
  }),
  'appraisals.show': query({
    action: 'account.use',
    summary: '我能不能评议我们楼的楼栋长',
    input: strictObject({}),
    output: object({
      quarter: string(),
      /** `null`: no confirmed home, or the house has no head. */
      house: nullable(object({ buildingId: id, label: string(), head: string() })),
      may: boolean(),
      answered: boolean(),
    }),
  }),
  'appraisals.answer': command({
    action: 'score.rate',
    summary: '评议楼栋长，三个问题',
    input: strictObject({
      buildingId: id,
      marks: pipe(array(pipe(number(), integer(), minValue(1), maxValue(5))), length(QUESTIONS.length)),
    }),
    output: done,
  }),
}
