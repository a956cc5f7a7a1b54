import {
  array,
  boolean,
  type InferOutput,
  integer,
  literal,
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
  variant,
} from 'valibot'
import { ENDINGS, LONGEST_RHYTHM, NEEDS, PAIRING_CONSENTS, PAIRING_STATES } from '#core/care/pairing'
import { command, query } from './operation'
import { count, cursor, done, gridPath, id, instant, page, phone, words } from './shapes'

const moved = object({ id, version: count })
const step = { id, version: count }
const day = pipe(number(), integer(), minValue(0), maxValue(100_000))
const needs = pipe(array(picklist(NEEDS)), minLength(1), maxLength(NEEDS.length))
const visitEvery = pipe(number(), integer(), minValue(1), maxValue(LONGEST_RHYTHM))

const shown = object({
  id,
  state: picklist(PAIRING_STATES),
  /** How the household is called, as whoever proposed it wrote it. */
  name: string(),
  /** The house, by its plate. */
  house: string(),
  helper: nullable(string()),
  needs: array(picklist(NEEDS)),
  /** The reader is one of the two sides, or arranges it. */
  mine: nullable(picklist(['helper', 'household'])),
  visitEvery: count,
  /** Days in China since 1970; only while it runs. */
  lastVisit: nullable(day),
  nextVisit: nullable(day),
  overdue: boolean(),
  proposedAt: instant,
})
export type ShownPairing = InferOutput<typeof shown>

/** 结对: who visits whom. Both sides and those who arrange it read it; everybody else is told how many there are. */
export const pairings = {
  'pairings.list': query({
    action: 'account.use',
    summary: '我的结对；管结对的人看网格里的',
    input: strictObject({
      show: optional(picklist(['mine', 'grid', 'overdue', 'over']), 'mine'),
      cursor: optional(cursor, null),
    }),
    output: object({
      ...page(array(shown)),
      /** Whether the reader arranges pairings anywhere, and may propose one. */
      arranges: boolean(),
      proposes: boolean(),
    }),
  }),
  'pairings.get': query({
    action: 'account.use',
    summary: '一个结对：帮什么、隔几天去一次、去过几次',
    input: strictObject({ id }),
    output: object({
      ...shown.entries,
      version: count,
      gridPath,
      buildingId: id,
      told: string(),
      consent: nullable(object({ how: picklist(PAIRING_CONSENTS), by: string(), at: instant })),
      ending: nullable(object({ reason: nullable(picklist(ENDINGS)), words: string(), at: instant })),
      source: picklist(['concern', 'hardship', 'none']),
      visits: array(
        object({
          id,
          day,
          confirmed: nullable(boolean()),
          /** What the helper wrote, for himself; others ask for it by name. */
          note: nullable(string()),
        }),
      ),
      tasks: array(object({ id, title: string() })),
      may: array(
        picklist([
          'assign',
          'consent',
          'record_consent',
          'decline',
          'visit',
          'end',
          'confirm',
          'read_notes',
          'task',
        ]),
      ),
    }),
  }),
  'pairings.helpers': query({
    action: 'pairing.assign',
    summary: '谁可以去结对：志愿者和在岗的人，各有几户了',
    input: strictObject({ buildingId: id }),
    output: object({
      items: array(object({ personId: id, name: string(), active: count, full: boolean() })),
    }),
  }),
  'pairings.propose': command({
    action: 'pairing.propose',
    summary: '提出结对；楼栋长替自己楼里提，由网格定人',
    input: strictObject({
      buildingId: id,
      /** 称呼. */
      name: words(2, 20),
      /** His number, if he has one here: then he answers himself. */
      phone: nullable(phone),
      needs,
      told: words(0, 200),
      visitEvery,
      helperId: nullable(id),
      source: optional(
        variant('kind', [
          strictObject({ kind: literal('none') }),
          strictObject({ kind: picklist(['concern', 'hardship']), id }),
        ]),
        { kind: 'none' },
      ),
    }),
    output: moved,
  }),
  'pairings.assign': command({
    action: 'pairing.assign',
    summary: '定下谁去结对',
    input: strictObject({ ...step, helperId: id }),
    output: moved,
  }),
  'pairings.consent': command({
    action: 'pairing.serve',
    summary: '住户自己同意结对',
    input: strictObject(step),
    output: moved,
  }),
  'pairings.record_consent': command({
    action: 'pairing.record_consent',
    summary: '住户不会用手机：当着见证人，或者签了条子，替他记下同意',
    input: strictObject({
      ...step,
      proof: variant('how', [
        strictObject({ how: literal('witness'), witness: words(2, 20) }),
        strictObject({ how: literal('slip'), photoId: id }),
      ]),
    }),
    output: moved,
  }),
  'pairings.decline': command({
    action: 'pairing.serve',
    summary: '这个结对不成',
    input: strictObject(step),
    output: moved,
  }),
  'pairings.visit': command({
    action: 'pairing.serve',
    summary: '记一次走访；写的话只有服务的人看得到',
    input: strictObject({ ...step, day, note: words(2, 500) }),
    output: moved,
  }),
  'pairings.confirm_visit': command({
    action: 'pairing.serve',
    summary: '住户说那天来过没有',
    input: strictObject({ id, visitId: id, came: boolean() }),
    output: done,
  }),
  'pairings.end': command({
    action: 'pairing.serve',
    summary: '结束结对；住户随时可以',
    input: strictObject({ ...step, reason: picklist(ENDINGS), words: words(0, 200) }),
    output: moved,
  }),
  /** A command, because every look is written down. */
  'pairings.read_notes': command({
    action: 'pairing.read_notes',
    summary: '看走访记录，看一次记一次',
    input: strictObject({ id, reason: words(2, 100) }),
    output: object({
      notes: array(object({ visitId: id, day, note: string() })),
      slips: array(object({ id, url: string() })),
      witness: string(),
    }),
  }),
}
