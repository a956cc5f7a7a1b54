import type { Result } from '#core/result'
import type { System } from '../operation'
import { plainCodes } from './plain-codes'
import { wechatCodes } from './wechat-codes'

export interface MiniCode {
  bytes: Buffer
  mediaType: 'image/jpeg' | 'image/png'
}

/** Draws the code that opens the app at a scene. Asked outside transactions. */
export interface MiniCodes {
  draw(scene: string): Promise<Result<MiniCode>>
}

/** The page every code opens; it asks where the scene leads. */
export const CODE_PAGE = 'packages/entry/arrive/index'

/** WeChat's round codes where the installation has an account; else square ones that open the page in a browser. */
export const openMiniCodes = ({
  wechatApi,
  mode,
  publicUrl,
}: Pick<System, 'wechatApi' | 'mode' | 'publicUrl'>): MiniCodes =>
  wechatApi ? wechatCodes(wechatApi, mode) : plainCodes(publicUrl)
