import type { Generated } from 'kysely'
import type { Left } from '#core/messages/sorting'
import type { BookingNewsKind, CouncilNewsKind, NewsKind, Template } from '#core/messages/worth'
import type { DetailWithDefault } from './json-columns'

/** What people are told in the app, and what of it WeChat is asked to tell them. */
export interface MessageTables {
  inbox_messages: InboxMessages
  outgoing_messages: OutgoingMessages
  message_grants: MessageGrants
  wechat_tokens: WechatTokens
  mini_codes: MiniCodes
}

interface InboxMessages {
  street_id: string
  id: string
  person_id: string
  kind: string
  concern_id: string | null
  motion_id: Generated<string | null>
  /** Names the day's line reminders of one kind are folded into. */
  digest: Generated<string | null>
  detail: DetailWithDefault
  at: number
  read_at: number | null
}

interface WechatTokens {
  street_id: string
  app_id: string
  token_enc: string
  change_at: number
}

interface MiniCodes {
  street_id: string
  scene: string
  media_type: 'image/jpeg' | 'image/png'
  image: string
  made_at: number
}

/** `failed`: taken by WeChat and then not delivered; `refused`: no grant left there; `invalid`: our own mistake. */
export type MessageOutcome = Left | 'sent' | 'failed' | 'refused' | 'invalid' | 'given_up'

interface OutgoingMessages {
  street_id: string
  id: string
  person_id: string
  inbox_id: string
  /** The concern it is about, or else the motion, or else the sitting of an offer. */
  concern_id: string | null
  motion_id: Generated<string | null>
  offer_id: Generated<string | null>
  starts_at: Generated<number | null>
  kind: NewsKind | CouncilNewsKind | BookingNewsKind
  template: Template
  weight: number
  urgent: boolean
  at: number
  due_at: number
  until: number
  leased_until: number | null
  tries: Generated<number>
  repeats: Generated<number>
  settled_at: number | null
  outcome: MessageOutcome | null
  errcode: number | null
  wechat_id: string | null
}

interface MessageGrants {
  street_id: string
  id: string
  person_id: string
  template: Template
  granted_at: number
  spent_on: string | null
  ended_at: number | null
}
