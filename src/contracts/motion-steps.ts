import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
} from 'valibot'
import { MOST_SEATS } from '#core/council/candidates'
import type { MotionEventKind } from '#core/council/motion-events'
import type { Action } from '#core/people/policy'
import { command } from './operation'
import { count, id, instant, words } from './shapes'

const note = words(2, 500)
export const moved = object({ id, version: count })

/** What a motion says (议事规则第 9 条): what, who does it, by when, what it costs in 分. */
export const motionWords = strictObject({
  title: words(4, 40),
  text: words(10, 1_000),
  who: words(2, 60),
  byWhen: instant,
  costFen: pipe(number(), integer(), minValue(0), maxValue(100_000_000_000)),
})

export const step = <Entries extends Parameters<typeof strictObject>[0]>(
  action: Action,
  summary: string,
  entries: Entries,
) => command({ action, summary, input: strictObject({ id, version: count, ...entries }), output: moved })

/** What somebody does in a matter others act in at the same time: he need not have seen its newest version. */
const anyStep = <Entries extends Parameters<typeof strictObject>[0]>(
  action: Action,
  summary: string,
  entries: Entries,
) => command({ action, summary, input: strictObject({ id, ...entries }), output: moved })

/** What one building says: many may at once, so none of them has to have seen the newest version. */
const voice = <Entries extends Parameters<typeof strictObject>[0]>(
  action: Action,
  summary: string,
  entries: Entries,
) => command({ action, summary, input: strictObject({ id, unitId: id, ...entries }), output: moved })

/** One step on a motion each; its name ends in the event of the core's table. */
export const motionSteps = {
  'motions.second': voice('motion.second', '附议：一栋一次，自己提的不算', {}),
  'motions.screen': step('motion.screen', '把关：上会、退回、当民情办', {
    decision: picklist(['schedule', 'return', 'refer']),
    note,
  }),
  'motions.revise': step('motion.answer', '退回后改一改', { words: motionWords, changed: note }),
  /** The candidate is whoever heads that house. */
  'motions.nominate': anyStep('motion.second', '推荐一位楼栋长参选，本人同意才算', { houseId: id }),
  'motions.stand': voice('motion.second', '参选，或同意被推荐，说几句自己的打算', {
    statement: words(10, 200),
  }),
  'motions.step_down': anyStep('motion.answer', '退选，或不同意被推荐', {}),
  'motions.draw': step('motion.draw', '抽签：得票两次都一样，当众抽，写明怎么抽的', {
    drawn: pipe(array(id), minLength(1), maxLength(MOST_SEATS)),
    note,
  }),
  'motions.watch': voice('motion.second', '见证：我在场看着抽的', {}),
  'motions.announce': step('motion.announce', '预告，3天后才能商量', {}),
  'motions.open_debate': step('motion.lead', '召集人开始商量', {}),
  'motions.amend': step('motion.answer', '提议人按大家说的改', { words: motionWords, changed: note }),
  'motions.open_poll': step('motion.lead', '召集人开投，名册和规则从此不变', {
    days: pipe(number(), integer(), minValue(1), maxValue(14)),
    ballots: picklist(['open', 'secret']),
    /** Residents are asked beside it. */
    opinion: optional(boolean(), false),
  }),
  'motions.void': step('motion.void', '宣布这次投票作废，写明理由', { note }),
  'motions.object': voice('motion.second', '公示期间提异议', { words: note }),
  'motions.review': step('motion.review', '异议够数后复核：维持、重投、撤销', {
    decision: picklist(['uphold', 'revote', 'annul']),
    note,
  }),
  'motions.withdraw': step('motion.answer', '提议人撤回', { note }),
} satisfies Partial<Record<`motions.${MotionEventKind}`, unknown>>
