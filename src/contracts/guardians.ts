import {
  array,
  boolean,
  integer,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { command, query } from './operation'
import { done, id, instant, nothing, phone } from './shapes'

export const born = strictObject({
  year: pipe(number(), integer(), minValue(1900), maxValue(2100)),
  month: pipe(number(), integer(), minValue(1), maxValue(12)),
})

/** 年龄和监护人: asked only when it matters. */
export const guardians = {
  'people.leaveBirth': command({
    action: 'account.use',
    summary: '哪年哪月生的：要投票、当志愿者时才问，不满14岁的不留',
    input: born,
    output: done,
  }),
  'guardians.mine': query({
    action: 'account.use',
    summary: '我的年龄登记、监护人，和我监护的孩子',
    input: nothing,
    output: object({
      born: nullable(born),
      standing: picklist(['unknown', 'child', 'minor', 'adult']),
      guardian: nullable(object({ agreed: boolean() })),
      wards: array(object({ id, name: string(), agreedAt: nullable(instant) })),
    }),
  }),
  'guardians.ask': command({
    action: 'account.use',
    summary: '请同住一栋的监护人同意：14到17岁',
    input: strictObject({ phone }),
    output: done,
  }),
  'guardians.answer': command({
    action: 'account.use',
    summary: '监护人同意，或者不同意、收回同意',
    input: strictObject({ id, agree: boolean() }),
    output: done,
  }),
}
