import {
  array,
  boolean,
  check,
  integer,
  maxLength,
  maxValue,
  minLength,
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
import { COUNCIL_RULES } from '#core/council/charter'
import { ENDINGS, MOTION_STATES } from '#core/council/motion'
import { MOTION_EVENTS, type MotionEventKind } from '#core/council/motion-events'
import { PROJECT_STATES } from '#core/council/project'
import { STRIKE_REASONS } from '#core/council/strike'
import { CHOICES } from '#core/council/tally'
import { ROLES } from '#core/people/actor'
import type { Action } from '#core/people/policy'
import { needed, poll, unit } from './ballot-shapes'
import { command, query } from './operation'
import { count, cursor, gridPath, id, instant, page, words } from './shapes'

const note = words(2, 500)
const choice = picklist(CHOICES)
const side = picklist(['for', 'against'])
const moved = object({ id, version: count })

/** What a motion says (议事规则第 9 条): what, who does it, by when, what it costs in 分. */
const motionWords = strictObject({
  title: words(4, 40),
  text: words(10, 1_000),
  who: words(2, 60),
  byWhen: instant,
  costFen: pipe(number(), integer(), minValue(0), maxValue(100_000_000_000)),
})

const step = <Entries extends Parameters<typeof strictObject>[0]>(
  action: Action,
  summary: string,
  entries: Entries,
) => command({ action, summary, input: strictObject({ id, version: count, ...entries }), output: moved })

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

const row = object({
  id,
  no: string(),
  title: string(),
  state: picklist(MOTION_STATES),
  ending: nullable(picklist(ENDINGS)),
  proposer: string(),
  proposedAt: instant,
  seconds: count,
  secondsNeeded: count,
  /** When the next thing happens by itself. */
  nextAt: nullable(instant),
  speeches: object({ for: count, against: count }),
  /** Turnout alone: nobody is told more before the close. */
  poll: nullable(object({ closesAt: instant, takingPart: count, units: count, quorum: count })),
  /** A building of mine has not voted yet. */
  waitsForMe: boolean(),
})

const happening = object({
  seq: count,
  kind: picklist(['propose', ...MOTION_EVENTS]),
  at: instant,
  /** Public name; a building's number where a building spoke. */
  by: string(),
  role: picklist(ROLES),
  note: string(),
})

export const council = {
  ...motionSteps,
  'councils.show': query({
    action: 'public.read',
    summary: '议事会：我这里的，或指定的那个',
    input: strictObject({ councilId: optional(id) }),
    output: object({
      council: nullable(
        object({
          id,
          name: string(),
          gridPath,
          units: count,
          represented: count,
          chair: nullable(string()),
          secretary: nullable(string()),
          rules: array(object({ rule: picklist(COUNCIL_RULES), needed })),
          open: count,
          done: count,
          /** Polls in which a building of mine has no ballot yet. */
          toVote: count,
          mayPropose: boolean(),
          standsFor: array(unit),
        }),
      ),
    }),
  }),
  'motions.list': query({
    action: 'public.read',
    summary: '议题：在办的，有结果的',
    input: strictObject({
      councilId: id,
      show: optional(picklist(['open', 'done']), 'open'),
      cursor: optional(cursor, null),
    }),
    output: object(page(array(row))),
  }),
  'motions.get': query({
    action: 'public.read',
    summary: '一个议题的全部：走到哪儿了、还差多少、结果',
    input: strictObject({ id }),
    output: object({
      ...row.entries,
      version: count,
      councilId: id,
      councilName: string(),
      rule: picklist(COUNCIL_RULES),
      text: string(),
      who: string(),
      byWhen: instant,
      costFen: count,
      concern: nullable(object({ id, title: string() })),
      mine: boolean(),
      note: string(),
      versions: array(object({ at: instant, changed: string() })),
      secondedBy: array(unit),
      units: count,
      needed,
      debateFrom: nullable(instant),
      said: array(
        object({ seq: count, by: string(), unit: nullable(string()), side, words: string(), at: instant }),
      ),
      maySpeak: boolean(),
      /** His office enters ballots from paper here. */
      mayEnterSlips: boolean(),
      ballot: nullable(poll),
      /** 居民意见 beside the vote; the sums only after the close. */
      opinion: nullable(
        object({
          residents: count,
          saying: count,
          said: boolean(),
          sums: nullable(object({ for: count, against: count, abstain: count })),
          maySay: boolean(),
        }),
      ),
      /** What the resolution became. */
      project: nullable(object({ id, state: picklist(PROJECT_STATES) })),
      /** 名册外的: houses that have, or may have, no vote in this matter; `counts` once nothing more has to be said. */
      strikes: array(
        object({ ...unit.entries, reason: picklist(STRIKE_REASONS), words: string(), counts: boolean() }),
      ),
      mayStrike: boolean(),
      /** Proxies of the reader's houses, and those he holds. */
      proxies: array(object({ id, ...unit.entries, holder: string(), given: boolean(), words: string() })),
      mayEntrust: boolean(),
      /** Until when the same matter rests that was voted down, and which motion that was. */
      again: nullable(object({ id, until: instant })),
      publicity: nullable(
        object({
          from: instant,
          until: instant,
          needed: count,
          objections: array(object({ ...unit.entries, words: string() })),
        }),
      ),
      timeline: array(happening),
      standsFor: array(unit),
      may: array(picklist(MOTION_EVENTS)),
    }),
  }),
  'motions.record': query({
    action: 'public.read',
    summary: '一次投票的全部记录，谁都可以重数',
    // Some thousand houses fill more than one answer may hold: it comes in parts, `next` is where the next one begins.
    input: strictObject({ pollId: id, from: optional(pipe(number(), integer(), minValue(0)), 0) }),
    output: object({
      text: string(),
      next: nullable(number()),
      fingerprint: string(),
      rollHash: string(),
      title: string(),
    }),
  }),
  'motions.propose': command({
    action: 'motion.propose',
    summary: '提议：做什么、谁来做、几时做完、花多少',
    input: strictObject({
      councilId: id,
      concernId: nullable(id),
      rule: picklist(COUNCIL_RULES),
      words: motionWords,
    }),
    output: object({ ...moved.entries, no: string() }),
  }),
  'motions.speak': command({
    action: 'motion.propose',
    summary: '商量：先说赞成还是反对，再说理由',
    input: strictObject({ id, side, words: words(4, 300) }),
    output: object({ id, seq: count }),
  }),
  'motions.extend': step('motion.lead', '延长投票：只一次，最多7天，参加的不够才行', {
    days: pipe(number(), integer(), minValue(1), maxValue(7)),
  }),
  'ballots.cast': command({
    action: 'ballot.cast',
    summary: '投票：一栋一票，截止前可以改',
    input: strictObject({
      pollId: id,
      votes: pipe(
        array(strictObject({ unitId: id, choice })),
        minLength(1),
        maxLength(10),
        check((votes) => new Set(votes.map(({ unitId }) => unitId)).size === votes.length),
      ),
      /** Chance of the phone's: what is kept of a command tells nobody which of three choices it held. */
      salt: pipe(id, minLength(16)),
    }),
    output: object({ at: instant, receipts: array(object({ ...unit.entries, receipt: string() })) }),
  }),
  'ballots.mine': query({
    action: 'account.use',
    summary: '我的回执：我投过的每一票',
    input: strictObject({}),
    output: object({
      items: array(
        object({
          motionId: id,
          title: string(),
          ...unit.entries,
          receipt: string(),
          closed: boolean(),
          closesAt: instant,
        }),
      ),
    }),
  }),
}
