import {
  array,
  boolean,
  type GenericSchema,
  null_,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  union,
} from 'valibot'
import { ROLES } from '#core/people/actor'
import { PURPOSES } from '#core/people/consents'
import { CORRECTABLE } from '#core/people/corrections'
import { PERSONAL_DATA } from '#core/people/personal-data'
import { command, query } from './operation'
import { consentState, count, cursor, done, gridPath, id, instant, nothing, page, words } from './shapes'

const dataKind = picklist(PERSONAL_DATA.map(({ kind }) => kind))
const office = nullable(picklist(ROLES))

/** Flat rows of the file of 导出. */
const rows = array(
  record(string(), union([string(), number(), boolean(), null_()])) as GenericSchema<
    Record<string, string | number | boolean | null>
  >,
)

const closing = object({
  closing: nullable(object({ askedAt: instant, eraseAt: instant })),
  /** What has to be handed over first. */
  duties: object({ offices: count, handovers: count }),
  /** Days of thinking it over. */
  days: count,
})

const purposes = object({
  purposes: array(
    object({
      purpose: picklist(PURPOSES),
      state: consentState,
      /** When he said so last. */
      at: nullable(instant),
    }),
  ),
  history: array(object({ purpose: picklist(PURPOSES), version: count, given: boolean(), at: instant })),
})

const correction = {
  id,
  about: picklist(CORRECTABLE),
  words: string(),
  askedAt: instant,
  dueAt: instant,
}

/** What somebody may do with what is kept about him, and how the logs are read. */
export const rights = {
  'people.looks': query({
    action: 'account.use',
    summary: '谁看过我的信息：谁、什么时候、看了什么、为什么',
    input: strictObject({ cursor: optional(cursor, null) }),
    output: object(
      page(
        array(
          object({
            id,
            at: instant,
            by: string(),
            office,
            what: string(),
            reason: string(),
            concern: nullable(object({ id, title: string() })),
          }),
        ),
      ),
    ),
  }),
  'people.closing': query({
    action: 'account.use',
    summary: '我的帐号正不正在注销，还有什么要先交接',
    input: nothing,
    output: closing,
  }),
  'people.closeAccount': command({
    action: 'account.use',
    summary: '注销帐号：想七天，随时能反悔',
    input: nothing,
    output: closing,
  }),
  'people.keepAccount': command({
    action: 'account.use',
    summary: '不注销了',
    input: nothing,
    output: closing,
  }),
  'people.export': command({
    action: 'person.export',
    summary: '我的全部信息，一份带走',
    input: nothing,
    output: object({
      at: instant,
      name: string(),
      parts: array(
        object({
          kind: dataKind,
          /** How much there is; `rows` holds the newest, as many as fit. `people.exportMore` brings the rest. */
          count,
          rows,
        }),
      ),
    }),
  }),
  'people.exportMore': query({
    action: 'person.export',
    summary: '我的全部信息：一类里还没给完的',
    input: strictObject({ kind: dataKind, skip: count }),
    output: object({ count, rows }),
  }),
  'consents.mine': query({
    action: 'account.use',
    summary: '我同意过什么',
    input: nothing,
    output: purposes,
  }),
  'consents.say': command({
    action: 'account.use',
    summary: '同意，或者不再同意',
    input: strictObject({ purpose: picklist(PURPOSES), given: boolean() }),
    output: purposes,
  }),
  'corrections.mine': query({
    action: 'account.use',
    summary: '我请求更正的',
    input: nothing,
    output: object({
      items: array(
        object({
          ...correction,
          corrected: nullable(boolean()),
          answer: string(),
          answeredAt: nullable(instant),
        }),
      ),
    }),
  }),
  'corrections.ask': command({
    action: 'account.use',
    summary: '哪里不对，请人更正',
    input: strictObject({ about: picklist(CORRECTABLE), words: words(4, 500) }),
    output: object({ id, dueAt: instant }),
  }),
  'corrections.waiting': query({
    action: 'correction.answer',
    summary: '等我答复的更正请求',
    input: nothing,
    output: object({
      items: array(object({ ...correction, name: string(), gridName: string() })),
    }),
  }),
  'corrections.answer': command({
    action: 'correction.answer',
    summary: '改好了，或者不改，写明理由',
    input: strictObject({ id, corrected: boolean(), words: words(2, 500) }),
    output: done,
  }),
  'audit.read': command({
    action: 'audit.read',
    summary: '查操作记录：哪个辖区、哪一天、为什么查；查的人也会被记下',
    input: strictObject({
      gridPath,
      day: pipe(string(), regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)),
      reason: words(2, 100),
      cursor: optional(cursor, null),
    }),
    output: object(
      page(
        array(
          object({
            id,
            at: instant,
            /** `null`: a resident, who is not named here, or the clock. */
            by: nullable(string()),
            office: picklist(ROLES),
            operation: string(),
            /** What it does, in the words this contract has for it: a phone does not carry the whole contract. */
            deed: string(),
            outcome: string(),
            subjectId: nullable(string()),
            /** Where somebody's data were looked at: what, and the reason he gave. */
            look: nullable(object({ what: string(), reason: string() })),
          }),
        ),
      ),
    ),
  }),
}
