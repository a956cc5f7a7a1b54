import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { version } from '../package.json'
import development from './dev'
import { iconVariables } from './icons'
import production from './prod'

const root = path.resolve(__dirname, '..')

/**
 * What Babel must translate for old phones: our own tiers, whichever app is built, and packages written for newer
 * engines (react-query's private fields even break Taro's minifier). tests/weapp/old-phone finds what is missing.
 */
const shared = [
  'src/client',
  'src/core',
  'src/contracts',
  'node_modules/@tanstack',
  'node_modules/valibot',
  'node_modules/zustand',
].map((folder) => path.join(root, folder))

const cssModules = {
  enable: true,
  // Short: each row of a list carries a dozen of them to WeChat's view.
  config: { namingPattern: 'module' as const, generateScopedName: '[local]_[hash:base64:4]' },
}

/** Where a mini-program finds the server of `npm start`; pages in a browser come from the server itself. */
const DEVELOPMENT_SERVER = 'http://127.0.0.1:8730'

// TARO_ENV ('weapp' | 'h5') is set by the command line before this file is read.
const onWechat = process.env.TARO_ENV === 'weapp'

const base: UserConfigExport<'webpack5'> = {
  projectName: 'loudong',
  date: '2026-11-23',
  designWidth: 375, // NutUI is drawn at 375; our own styles use the same unit
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  // tests/weapp weighs ours against an empty app built in the very same way.
  sourceRoot: process.env.TARO_APP_SOURCE ?? 'src/client',
  outputRoot: process.env.TARO_APP_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
  // NutUI emits HTML tags; without this plugin WeChat renders nothing, silently.
  plugins: onWechat
    ? ['@tarojs/plugin-html', path.join(root, 'config/accessible.ts')]
    : ['@tarojs/plugin-html'],
  framework: 'react',
  sass: { data: iconVariables },
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Taro's cache insists on src/app.config and fails for any other source root.
  cache: { enable: false },
  // The picture of a share card is named by its path, so it must lie in the main package as a file.
  copy: {
    patterns: onWechat ? [{ from: 'src/client/assets/share.png', to: 'dist/weapp/assets/share.png' }] : [],
    options: {},
  },
  // Fixed at build time, so that the other target's branch is dropped from the bundle (types/client.d.ts).
  defineConstants: {
    ON_WECHAT: JSON.stringify(onWechat),
    API_ADDRESS: JSON.stringify(process.env.TARO_APP_API ?? (onWechat ? DEVELOPMENT_SERVER : '')),
    BUILD: JSON.stringify(process.env.TARO_APP_BUILD ?? version),
    CLOUD_ENVIRONMENT: JSON.stringify(process.env.TARO_APP_CLOUD ?? ''),
  },
  mini: {
    optimizeMainPackage: { enable: true },
    // No minifyXML: it takes <input> for HTML's, drops </input>, and WeChat then refuses the whole template.
    miniCssExtractPluginOption: { ignoreOrder: true },
    compile: { include: shared },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    webpackChain(chain) {
      const ours = (file: string) => path.join(root, 'src/client/platform', file)
      // webpack's stand-in for `global` holds a `new Function`, which WeChat forbids.
      chain.node.set('global', false)
      // WeChat has no AbortController; react-query stays pending for ever, silently, without one.
      const given = {
        global: [ours('global-object.ts'), 'globalObject'],
        globalThis: [ours('global-object.ts'), 'globalObject'],
        AbortController: [ours('abort-controller.ts'), 'AbortController'],
      }
      chain.plugin('providerPlugin').tap(([names]) => [{ ...names, ...given }])
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    compile: { include: shared },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // maxRootSize: without it the whole page doubles in size on a desktop browser.
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 24 } },
      cssModules,
    },
    webpackChain(chain) {
      chain.performance.hints(false)
    },
  },
}

export default defineConfig<'webpack5'>((merge, { mode }) =>
  merge({}, base, mode === 'development' ? development : production),
)
