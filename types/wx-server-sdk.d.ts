/** The part of WeChat's cloud function SDK that we call; its own types refuse the symbol of the environment. */
declare module 'wx-server-sdk' {
  interface OpenApiAnswer {
    /** Only when WeChat answers with bytes: a picture. */
    buffer?: Buffer
  }

  /** `security.msgSecCheck` is `openapi.security.msgSecCheck`. Rejects with an `errCode`. */
  type OpenApi = Record<string, Record<string, (body: object) => Promise<OpenApiAnswer>>>

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
    uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
    deleteFile(files: { fileList: string[] }): Promise<unknown>
    /** At most 50; a file it has no address for comes with an empty one. `maxAge` in seconds. */
    getTempFileURL(files: { fileList: { fileID: string; maxAge: number }[] }): Promise<{
      fileList: { fileID: string; tempFileURL: string }[]
    }>
    openapi(options: { convertCase: boolean }): OpenApi
  }
  export default cloud
}
