import type { Transaction } from 'kysely'
import type { OperationName, OutputOf, ParsedOf } from '#contracts/operations'
import type { Actor } from '#core/people/actor'
import type { Result } from '#core/result'
import type { MessageTemplates } from './messages/templates'
import type { Outside } from './outside'
import type { Vault } from './people/vault'
import type { CloudFiles } from './photos/cloud-files'
import type { PhotoLinks } from './photos/links'
import type { PhotoBytes } from './photos/store'
import type { Store } from './storage/database'
import type { Tables } from './storage/tables'
import type { WechatApi } from './wechat/api'
import type { WechatDoor } from './wechat/sign-in'

/** What the doors (HTTP, cloud functions, timers) share: made once at start. */
export interface System {
  store: Store
  streetId: string
  /** Personas may sign in only in development. */
  mode: 'development' | 'production'
  vault: Vault
  wechat: WechatDoor
  /** `null` in an installation without a WeChat account: development, and tests that do not need it. */
  wechatApi: WechatApi | null
  /** The subscribe messages this installation may send; none of them is asked for or sent unless it stands here. */
  messageTemplates: MessageTemplates
  photoLinks: PhotoLinks
  /** Where the bytes of photos lie, as far as clocks need it. */
  photoBytes: PhotoBytes
  /** Only in WeChat's cloud; `null` where photos come and go through our own door. */
  cloudFiles: CloudFiles | null
  /** Where this installation is reached from outside, `https://…` without a slash at its end; `null` in development. */
  publicUrl: string | null
  /** Whether `publicUrl` was seen to lead to this very installation. */
  leadsHere(): Promise<boolean>
  /** Time of the database; tests hand in a fixed clock. Epoch milliseconds. */
  clock(tx: Transaction<Tables>): Promise<number>
  newId(): string
  /** Called once for each surprise, never with personal data. */
  report(surprise: unknown, requestId: string): void
}

/** Everything an operation may touch. No pool, no environment, no clock of its own. */
export interface Asking {
  tx: Transaction<Tables>
  actor: Actor
  now: number
  /** The clock again, for what must be told after a lock was waited for: whether a ballot was in time. */
  instant(): Promise<number>
  /** The bearer token's hash of this call, so that signing out ends this very session. */
  sessionHash: string | null
  /** What was asked of WeChat before the transaction began. */
  outside: Outside
  system: Omit<System, 'store' | 'clock' | 'wechat' | 'wechatApi' | 'cloudFiles' | 'photoBytes'>
}

export type Handler<Name extends OperationName> = (
  input: ParsedOf<Name>,
  asking: Asking,
) => Promise<Result<OutputOf<Name>>>

export type HandlersOf<Name extends OperationName> = { [N in Name]: Handler<N> }
export type Handlers = HandlersOf<OperationName>
