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
import { MOST_SEATS } from '#core/council/candidates'
import { COUNCIL_RULES, STATUTORY_RULES } from '#core/council/charter'
import { COUNCIL_OFFICES } from '#core/council/election'
import { ENDINGS, MOTION_STATES } from '#core/council/motion'
import { MOTION_EVENTS } from '#core/council/motion-events'
import { PROJECT_STATES } from '#core/council/project'
import { MOTION_RULES, UNIT_KINDS } from '#core/council/statute'
import { STRIKE_REASONS } from '#core/council/strike'
import { ROLES } from '#core/people/actor'
import { needed, poll, said, unit } from './ballot-shapes'
import { motionSteps, motionWords, moved, step } from './motion-steps'
import { command, query } from './operation'
import { count, cursor, gridPath, id, instant, page, words } from './shapes'

const side = picklist(['for', 'against'])

const row = object({
  id,
  no: string(),
  title: string(),
  state: picklist(MOTION_STATES),
  ending: nullable(picklist(ENDINGS)),
  /** What the body counts. */
  unitKind: picklist(UNIT_KINDS),
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
          unitKind: picklist(UNIT_KINDS),
          rules: array(object({ rule: picklist(COUNCIL_RULES), needed })),
          /** 法定的: `source` once officials have confirmed it. */
          statutes: array(
            object({
              rule: picklist(STATUTORY_RULES),
              body: picklist(UNIT_KINDS),
              source: nullable(string()),
              needed,
            }),
          ),
          open: count,
          done: count,
          /** Polls in which a building of mine has no ballot yet. */
          toVote: count,
          mayPropose: boolean(),
          standsFor: array(unit),
          /** Places of mine that were struck from its list, and why; the newest first. */
          struck: array(object({ label: string(), reason: string(), struckAt: instant })),
          /** Other bodies of the same place, and of what lies around it or in it. */
          others: array(object({ id, name: string() })),
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
      rule: picklist(MOTION_RULES),
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
      election: nullable(
        object({
          office: picklist(COUNCIL_OFFICES),
          seats: count,
          candidates: array(
            object({
              id,
              name: string(),
              label: string(),
              statement: string(),
              agreed: boolean(),
              mine: boolean(),
              elected: boolean(),
              tied: boolean(),
            }),
          ),
          draw: nullable(
            object({
              by: string(),
              at: instant,
              note: string(),
              drawn: array(id),
              watchedBy: nullable(string()),
            }),
          ),
        }),
      ),
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
      rule: picklist(MOTION_RULES),
      words: motionWords,
      /** Where the rule is an election. */
      election: optional(
        strictObject({
          office: picklist(COUNCIL_OFFICES),
          seats: pipe(number(), integer(), minValue(1), maxValue(MOST_SEATS)),
        }),
      ),
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
        array(strictObject({ unitId: id, choice: said })),
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
