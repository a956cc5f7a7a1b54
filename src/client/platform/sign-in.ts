import Taro from '@tarojs/taro'

/** WeChat proves who holds the phone; a browser cannot. */
export const canSignInWithWechat = ON_WECHAT

/** The code the server exchanges with WeChat; `undefined` when WeChat gave none. */
export async function wechatCode(): Promise<string | undefined> {
  try {
    const { code } = await Taro.login()
    return code
  } catch {
    return undefined
  }
}
