/** The part of WeChat's cloud function SDK that we call; it ships no types of its own. */
declare module 'wx-server-sdk' {
  const cloud: {
    /** The environment this function itself runs in. */
    DYNAMIC_CURRENT_ENV: symbol
    init(options: { env: symbol }): void
    /** Who called, as WeChat vouches for it. OPENID is absent when a timer called. */
    getWXContext(): { OPENID?: string }
  }
  export default cloud
}
