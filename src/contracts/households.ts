import { array, boolean, nullable, object, picklist, pipe, regex, strictObject, string } from 'valibot'
import { command, query } from './operation'
import { done, id, nothing, words } from './shapes'

/** 一家人: who lives together in one room, and who speaks for them. */
export const households = {
  'households.mine': query({
    action: 'account.use',
    summary: '一家人：同住的有谁，谁是代表',
    input: nothing,
    output: object({
      household: nullable(
        object({
          standing: picklist(['member', 'asked']),
          room: string(),
          /** Told from mouth to mouth to who lives there, too. */
          code: string(),
          members: array(
            object({
              id,
              name: string(),
              mine: boolean(),
              speaks: boolean(),
              /** The one the reader wants to speak for them. */
              wanted: boolean(),
            }),
          ),
          /** Children under fourteen whose guardian lets the household see them. */
          children: array(string()),
          waiting: array(object({ id, name: string() })),
        }),
      ),
    }),
  }),
  'households.found': command({
    action: 'account.use',
    summary: '登记我这一户：哪一间',
    input: strictObject({ room: words(1, 20) }),
    output: done,
  }),
  'households.join': command({
    action: 'account.use',
    summary: '用同住的人告诉我的口令，加入他那一户',
    input: strictObject({ code: pipe(string(), regex(/^[A-Za-z]{6}$/)) }),
    output: done,
  }),
  'households.admit': command({
    action: 'account.use',
    summary: '是同住的，或者不是',
    input: strictObject({ id, admit: boolean() }),
    output: done,
  }),
  'households.choose': command({
    action: 'account.use',
    summary: '选代表：成年的都选同一个人才算数',
    input: strictObject({ id }),
    output: done,
  }),
  'households.leave': command({
    action: 'account.use',
    summary: '不和他们同住了，退出这一户',
    input: nothing,
    output: done,
  }),
}
