import { array, nullable, object, optional, strictObject, string } from 'valibot'
import { query } from './operation'
import { count, cursor, id, instant, level, page } from './shapes'

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
          }),
        ),
      ),
      unread: count,
    }),
  }),
}
