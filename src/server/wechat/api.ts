/** What we ask WeChat's servers, by the names of its documentation and of cloud functions, and where it lies. */
export const WECHAT_PATHS = {
  'security.msgSecCheck': '/wxa/msg_sec_check',
  'security.mediaCheckAsync': '/wxa/media_check_async',
  'subscribeMessage.send': '/cgi-bin/message/subscribe/send',
  'phonenumber.getPhoneNumber': '/wxa/business/getuserphonenumber',
  'wxacode.getUnlimited': '/wxa/getwxacodeunlimit',
} as const
export type WechatCall = keyof typeof WECHAT_PATHS

/**
 * How a call ended. `refused` carries WeChat's errcode, whose meaning only the asker knows; `unreachable` is a
 * network that is down, a time that ran out, or an answer nobody can read: worth another try later.
 */
export type WechatAnswer =
  | { kind: 'answered'; data: unknown }
  | { kind: 'image'; bytes: Buffer }
  | { kind: 'refused'; errcode: number }
  | { kind: 'unreachable' }

/**
 * WeChat's server interface. Over HTTPS it needs an access token, in a cloud function WeChat supplies it; whoever
 * asks sees no difference. Never called inside a transaction. Answers never hold the account's secrets.
 */
export interface WechatApi {
  call(name: WechatCall, body: Record<string, unknown>): Promise<WechatAnswer>
}
