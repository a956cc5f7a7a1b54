/// <reference types="@tarojs/taro" />

declare module '*.module.scss' {
  const classes: Record<string, string>
  export default classes
}
declare module '*.scss'

/** True in the WeChat build; config/index.ts fixes these three at build time. */
declare const ON_WECHAT: boolean
/** Address of a self-hosted server (TARO_APP_API); empty = same origin. */
declare const API_ADDRESS: string
/** WeChat cloud environment id (TARO_APP_CLOUD); empty = self-hosted. */
declare const CLOUD_ENVIRONMENT: string
