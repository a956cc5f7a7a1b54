import { literal, object, safeParse, string } from 'valibot'
import type { System } from '../operation'

/** What a pushed event may touch. */
export type Pushed = Pick<System, 'store' | 'streetId' | 'clock' | 'newId'>

/** `ignored`: an event this version has no use for; WeChat is thanked all the same, or it would push it again. */
export type Receipt = 'taken' | 'ignored'

const mediaCheck = object({ Event: literal('wxa_media_check'), trace_id: string() })

/**
 * Takes one event of WeChat's message push, whose sender the door has made sure of: the HTTP door by signature, a
 * cloud function by being called by WeChat itself. The same event may come several times and in any order.
 */
export async function receivePush(_system: Pushed, event: unknown): Promise<Receipt> {
  return safeParse(mediaCheck, event).success ? 'taken' : 'ignored'
}
