import type { Refusal } from '#core/refusals'
import { ok, refuse } from '#core/result'
import type { System } from '../operation'
import type { WechatApi } from '../wechat/api'
import { CODE_PAGE, type MiniCodes } from './mini-codes'

/** Pixels; printed at 8 cm this is still sharp. WeChat draws 280 to 1280. */
const WIDTH = 640

/** Documented with `wxacode.getUnlimited`. */
const REFUSALS: Record<number, Refusal> = {
  41030: 'CODE_NOT_YET', // the page is not published
  45009: 'RATE_LIMITED', // more than 5000 a minute
  40169: 'PLATE_UNFIT', // the scene is too long, or holds what a code may not
}

/** WeChat's codes, without limit of number. Before anything is published only the developers' version can be opened. */
export const wechatCodes = (api: WechatApi, mode: System['mode']): MiniCodes => ({
  async draw(scene) {
    const published = mode === 'production'
    const answer = await api.call('wxacode.getUnlimited', {
      scene,
      page: CODE_PAGE,
      check_path: published,
      env_version: published ? 'release' : 'develop',
      width: WIDTH,
    })
    if (answer.kind === 'image') return ok({ bytes: answer.bytes, mediaType: 'image/jpeg' })
    if (answer.kind !== 'refused') return refuse('UNAVAILABLE')
    const refusal = REFUSALS[answer.errcode]
    if (refusal) return refuse(refusal)
    throw new Error(`getUnlimited answered errcode ${answer.errcode}`)
  },
})
