import {
  array,
  type InferOutput,
  literal,
  number,
  object,
  pipe,
  safeParse,
  string,
  transform,
  union,
  variant,
} from 'valibot'
import type { Template } from '#core/messages/worth'
import type { System } from '../operation'
import { findLogin } from '../people/logins'
import type { Tx } from '../storage/database'
import { endGrants } from './grants'

type Keeping = Pick<System, 'streetId' | 'vault' | 'clock' | 'messageTemplates'>

/** WeChat writes a list of one as the thing itself, and numbers as text. */
const listOf = <Entries extends Parameters<typeof object>[0]>(entries: Entries) => {
  const one = object(entries)
  return union([
    array(one),
    pipe(
      one,
      transform((alone) => [alone]),
    ),
  ])
}
const code = pipe(union([string(), number()]), transform(Number))

const messageEvent = variant('Event', [
  object({
    Event: literal('subscribe_msg_change_event'),
    FromUserName: string(),
    List: listOf({ TemplateId: string(), SubscribeStatusString: string() }),
  }),
  object({
    Event: literal('subscribe_msg_sent_event'),
    FromUserName: string(),
    List: listOf({ TemplateId: string(), MsgID: code, ErrorCode: code }),
  }),
])
type MessageEvent = InferOutput<typeof messageEvent>
type Pushed<Name> = Extract<MessageEvent, { Event: Name }>['List'][number]

/**
 * Takes WeChat's events about its messages; false for any other. subscribe_msg_change_event: a person has turned a
 * template off in WeChat. subscribe_msg_sent_event: what became of a message WeChat had taken. The popup's own event
 * is left aside: the app tells its answers, also those that were given without a popup.
 */
export async function takeMessageEvent(tx: Tx, keeping: Keeping, event: unknown): Promise<boolean> {
  const { success, output } = safeParse(messageEvent, event)
  if (!success) return false
  const subject = keeping.vault.index(output.FromUserName, 'openid')
  const personId = await findLogin(tx, keeping.streetId, { provider: 'wechat', subject })
  if (!personId) return true

  if (output.Event === 'subscribe_msg_change_event') await turnedOff(tx, keeping, personId, output.List)
  else await notDelivered(tx, keeping, personId, output.List)
  return true
}

async function turnedOff(
  tx: Tx,
  { streetId, clock, messageTemplates }: Keeping,
  personId: string,
  list: Pushed<'subscribe_msg_change_event'>[],
): Promise<void> {
  const off = list.filter(({ SubscribeStatusString: status }) => status === 'reject')
  const known = Object.entries(messageTemplates) as [Template, { id: string }][]
  const templates = known
    .filter(([, { id }]) => off.some(({ TemplateId }) => TemplateId === id))
    .map(([template]) => template)
  if (templates.length > 0) await endGrants(tx, { streetId, personId }, templates, await clock(tx))
}

async function notDelivered(
  tx: Tx,
  { streetId }: Keeping,
  personId: string,
  list: Pushed<'subscribe_msg_sent_event'>[],
): Promise<void> {
  for (const { MsgID, ErrorCode } of list.filter((one) => one.ErrorCode !== 0)) {
    await tx
      .updateTable('outgoing_messages')
      .set({ outcome: 'failed', errcode: ErrorCode })
      .where('street_id', '=', streetId)
      .where('person_id', '=', personId)
      .where('wechat_id', '=', String(MsgID))
      .where('outcome', '=', 'sent')
      .execute()
  }
}
