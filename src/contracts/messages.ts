import { array, maxLength, minLength, object, picklist, pipe, strictObject, string } from 'valibot'
import { ANSWERS } from '#core/messages/grants'
import { TEMPLATES } from '#core/messages/worth'
import { command, query } from './operation'
import { count, nothing } from './shapes'

const template = picklist(TEMPLATES)

/** The templates a person can be asked for in WeChat, by WeChat's id, and how many messages of each he has granted. */
const mine = object({ templates: array(object({ template, id: string(), left: count })) })

export const messages = {
  'messages.mine': query({
    action: 'account.use',
    summary: '我还能收到几条微信提醒；不用微信的人没有',
    input: nothing,
    output: mine,
  }),
  'messages.grant': command({
    action: 'account.use',
    summary: '微信问过以后，同意了哪些提醒：同意一次，发一条',
    input: strictObject({
      // WeChat asks for three templates at most at a time.
      answers: pipe(array(strictObject({ template, answer: picklist(ANSWERS) })), minLength(1), maxLength(3)),
    }),
    output: mine,
  }),
}
