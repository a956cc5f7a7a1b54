/** The part of WeChat's cloud function SDK that we call; its own types refuse the symbol of the environment. */
declare module 'wx-server-sdk' {
  const cloud: {
    /** The environment this function itself runs in. */
    DYNAMIC_CURRENT_ENV: symbol
    init(options: { env: symbol }): void
    /** Who called, as WeChat vouches for it: only inside a call, and before anything is awaited. */
    getWXContext(): {
      /** Absent when no person called. What looks like a number arrives as one. */
      OPENID?: string | number
      /** What set this function going: wx_client, wx_trigger …; a comma after each function that called on. */
      SOURCE?: string
      /** Id of the cloud environment. */
      ENV?: string
    }
  }
  export default cloud
}
