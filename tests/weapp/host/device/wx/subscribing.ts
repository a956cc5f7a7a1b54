import { Failure } from '../../failure'
import type { Options } from './called-back'
import { isTouched } from './gesture'

type Choice = 'accept' | 'reject' | 'ban' | 'filter'

/** What the holder of the phone chooses for a template; nobody decided means 取消, which rejects. */
const choices: Record<string, Choice> = {}

/** For tests: the choice for each template from now on. */
export const chooseSubscriptions = (now: Record<string, Choice>): void => void Object.assign(choices, now)

/** The older documented limit; newer phones take five. */
const MOST_TEMPLATES = 3

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html */
export function requestSubscribeMessage({ tmplIds }: Options): Record<string, Choice> {
  if (!isTouched()) throw new Failure('can only be invoked by user TAP gesture.', { errCode: -1 })
  if (!Array.isArray(tmplIds)) throw new Failure('Invalid template id', { errCode: 10004 })
  if (tmplIds.length === 0) throw new Failure("TmplIds can't be empty", { errCode: 10001 })
  if (tmplIds.length > MOST_TEMPLATES)
    throw new Failure('Templates count out of max bounds', { errCode: 20003 })
  return Object.fromEntries(tmplIds.map((id: string) => [id, choices[id] ?? 'reject']))
}
