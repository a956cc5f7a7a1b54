import Taro from '@tarojs/taro'

/** Opens the phone with the number already in it; turning back is no mishap. */
export function dial(phoneNumber: string): void {
  Promise.resolve(Taro.makePhoneCall({ phoneNumber })).catch(() => undefined)
}
