import { array, boolean, nullable, object, picklist, pipe, regex, strictObject, string } from 'valibot'
import { CHILD_PURPOSES } from '#core/people/children'
import { born } from './guardians'
import { command, query } from './operation'
import { consentState, count, done, id, instant, nothing, words } from './shapes'

const purpose = picklist(CHILD_PURPOSES)

/** 14岁以下的孩子: who has no account, and for whom his guardian says yes, acts, and takes it back. */
export const children = {
  'children.mine': query({
    action: 'account.use',
    summary: '我替他办事的孩子，各同意了什么',
    input: nothing,
    output: object({
      children: array(
        object({
          id,
          name: string(),
          born,
          /** Surely fourteen: he may take over, and nobody acts for him any more. */
          grown: boolean(),
          /** To be read out to him, until it runs out. */
          code: nullable(object({ words: string(), until: instant })),
          /** Matters reported for him of which his name is still kept. */
          matters: count,
          purposes: array(object({ purpose, state: consentState, at: nullable(instant) })),
        }),
      ),
    }),
  }),
  'children.register': command({
    action: 'account.use',
    summary: '监护人登记14岁以下的孩子，一项一项同意',
    input: strictObject({ name: words(1, 30), born, agreed: array(purpose) }),
    output: done,
  }),
  'children.say': command({
    action: 'account.use',
    summary: '监护人替孩子同意一项，或者收回',
    input: strictObject({ id, purpose, given: boolean() }),
    output: done,
  }),
  'children.remove': command({
    action: 'account.use',
    summary: '监护人收回登记：孩子的名字和年月清掉',
    input: strictObject({ id }),
    output: done,
  }),
  'children.handOver': command({
    action: 'account.use',
    summary: '孩子满14岁：出一个码，让他自己接过去',
    input: strictObject({ id }),
    output: done,
  }),
  'children.takeOver': command({
    action: 'account.use',
    summary: '用家长给的码，把小时候家长替我办的接过来',
    input: strictObject({ code: pipe(string(), regex(/^[A-Za-z]{6}$/)) }),
    output: done,
  }),
}
