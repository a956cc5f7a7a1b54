import type { ButtonProps } from '@tarojs/components'
import Taro from '@tarojs/taro'

/** WeChat knows a number that it has checked; a browser knows none. */
export const canGiveWechatPhone = ON_WECHAT

type Given = Parameters<NonNullable<ButtonProps['onGetPhoneNumber']>>[0]['detail']

/** What came of the button: a code for the server, a holder who turned back, or a WeChat that cannot (its quota is used up). */
export function phoneCodeIn({ code, errMsg }: Given): { code: string } | 'turnedBack' | 'failed' {
  if (code) return { code }
  return /deny|cancel|privacy/.test(errMsg) ? 'turnedBack' : 'failed'
}

/** Opens the phone with the number already in it; turning back is no mishap. */
export function dial(phoneNumber: string): void {
  Promise.resolve(Taro.makePhoneCall({ phoneNumber })).catch(() => undefined)
}
