import {
  array,
  boolean,
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
  regex,
  strictObject,
  string,
} from 'valibot'
import { REWARD_STATES, REWARD_UNITS } from '#core/evaluation/reward'
import { command, query } from './operation'
import { count, cursor, gridPath, id, instant, page, words } from './shapes'

const period = pipe(string(), regex(/^20\d\d-(0[1-9]|1[0-2])$/))
const unit = picklist(REWARD_UNITS)
/** Whole fen or points; ten thousand yuan at the most for one. */
const amount = pipe(number(), integer(), minValue(1), maxValue(1_000_000))
const moved = object({ id, version: count })

/** 考核奖励: proposed, approved by another, posted, written down. Nothing is paid here. */
export const rewards = {
  'rewards.list': query({
    action: 'reward.read',
    summary: '考核奖励：公示中的和记下的',
    input: strictObject({ gridPath, cursor: optional(cursor, null) }),
    output: object(
      page(
        array(
          object({
            id,
            version: count,
            gridName: string(),
            period,
            title: string(),
            unit,
            state: picklist(REWARD_STATES),
            total: count,
            items: array(object({ lifeId: id, name: string(), label: string(), amount: count })),
            proposedBy: string(),
            approvedBy: nullable(string()),
            publicUntil: nullable(instant),
            objections: array(object({ at: instant, words: string() })),
            note: string(),
            may: array(picklist(['decide', 'record', 'object'])),
          }),
        ),
      ),
    ),
  }),
  'rewards.propose': command({
    action: 'reward.propose',
    summary: '提出一批考核奖励',
    input: strictObject({
      gridPath,
      period,
      title: words(4, 40),
      unit,
      items: pipe(array(strictObject({ lifeId: id, amount })), minLength(1), maxLength(300)),
    }),
    output: moved,
  }),
  'rewards.decide': command({
    action: 'reward.approve',
    summary: '审批：同意就公示，不同意写明理由',
    input: strictObject({ id, version: count, approve: boolean(), reason: optional(words(0, 500), '') }),
    output: moved,
  }),
  'rewards.object': command({
    action: 'reward.read',
    summary: '公示期间提意见',
    input: strictObject({ id, version: count, words: words(2, 500) }),
    output: moved,
  }),
  'rewards.record': command({
    action: 'reward.approve',
    summary: '公示满了，记下来',
    input: strictObject({ id, version: count, note: optional(words(0, 500), '') }),
    output: moved,
  }),
}
