import { safeParse } from 'valibot'
import { operations } from '#contracts/operations'
import type { System } from '../operation'

const SIGN_IN = 'people.signInWechat'

/**
 * Asks WeChat before the transaction begins: its slow answer must not hold a database connection, and a
 * transaction that is run again must not spend the one-time code twice. Other operations pass unchanged.
 */
export async function askWechatFirst(system: System, operation: string, input: unknown): Promise<System> {
  if (operation !== SIGN_IN) return system
  const parsed = safeParse(operations[SIGN_IN].input, input)
  if (!parsed.success) return system

  const openid = await system.wechat.openidOf(parsed.output.code)
  return { ...system, wechat: { openidOf: async () => openid } }
}
