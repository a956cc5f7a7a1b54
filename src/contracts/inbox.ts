import { array, type InferOutput, nullable, object, optional, picklist, strictObject, string } from 'valibot'
import { query } from './operation'
import { count, cursor, id, instant, level, page } from './shapes'

/** What a message that is not about a concern leads to. */
const about = object({
  kind: picklist([
    'hazard',
    'house',
    'appointment',
    'matter',
    'task',
    'meeting',
    'council',
    'offer',
    'goal',
    'pairing',
    'hardship',
    'my_hardship',
  ]),
  id,
})
export type About = InferOutput<typeof about>

export const inbox = {
  'inbox.list': query({
    action: 'account.use',
    summary: '我的消息，新的在前',
    input: strictObject({ cursor: optional(cursor, null) }),
    output: object({
      ...page(
        array(
          object({
            id,
            kind: string(),
            concernId: nullable(id),
            motionId: nullable(id),
            title: string(),
            at: instant,
            readAt: nullable(instant),
            note: optional(string()),
            level: optional(level),
            until: optional(instant),
            /** So many more matters want the same of the reader. */
            more: optional(count),
            about: optional(about),
          }),
        ),
      ),
      unread: count,
    }),
  }),
}
