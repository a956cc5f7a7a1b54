import cloud from 'wx-server-sdk'
import { receivePush } from '#server/wechat/push'
import { type Context, report, systemOfInstance } from '../system'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** Who else may set a function going, by the documentation of getWXContext. WeChat's push is none of them. */
const NOT_WECHAT_ITSELF =
  /wx_client|wx_devtools|wx_http|wx_trigger|wx_paycallback|wx_crawler|wx_localdebug|scf/

/**
 * Takes what WeChat pushes (message push to a cloud function). The person in OPENID is whom the event is about and
 * asks for nothing. Documentation gives the push no SOURCE of its own, so every other is refused; what an event can do
 * hangs on the number WeChat gave a check, which nobody else knows.
 */
export async function main(event: unknown, context?: Context): Promise<string> {
  const { SOURCE = '' } = cloud.getWXContext()
  if (NOT_WECHAT_ITSELF.test(SOURCE)) {
    report(new Error(`a push came from ${SOURCE}`), 'push')
    return 'refused'
  }
  const system = await systemOfInstance(context)
  // Thrown: WeChat pushes again what was not taken.
  if (!system) throw new Error('not ready')
  await receivePush(system, event)
  return 'success'
}
