/// <reference types="@tarojs/taro" />

declare module '*.module.scss' {
  const classes: Record<string, string>
  export default classes
}
declare module '*.scss'

/** True in the WeChat build; config/index.ts fixes these at build time. */
declare const ON_WECHAT: boolean
/** Address of a self-hosted server (TARO_APP_API); empty = same origin. */
declare const API_ADDRESS: string
/** Name of this build in reports of mishaps (TARO_APP_BUILD); the version of package.json by default. */
declare const BUILD: string
/** WeChat cloud environment id (TARO_APP_CLOUD); empty = self-hosted. */
declare const CLOUD_ENVIRONMENT: string
