/** The mini-program's account with WeChat. */
export interface WechatAccount {
  appId: string | null
  secret: string | null
  /** `https://api.weixin.qq.com`; tests put a stand-in here. */
  baseUrl: string
}
