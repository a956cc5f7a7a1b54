// @tarojs/taro for component tests: the H5 implementation, reachable both by name and on the default
// export (a build does that with a Babel plugin), page hooks reduced to React effects.
const h5 = require('../../node_modules/@tarojs/taro-h5/dist/index.esm.js')
const { useEffect } = require('react')

const onMount = (effect) =>
  useEffect(() => {
    effect()
  }, [])
const never = () => {}

const overrides = {
  useLaunch: onMount,
  useLoad: onMount,
  useReady: onMount,
  useDidShow: onMount,
  useDidHide: never,
  usePullDownRefresh: never,
  useReachBottom: never,
  useShareAppMessage: never,
  usePageScroll: never,
  useRouter: () => ({ params: globalThis.__routeParams ?? {}, path: '' }),
  showToast: jest.fn(async () => ({})),
  showModal: jest.fn(async () => ({ confirm: true })),
  navigateTo: jest.fn(async () => ({})),
  navigateBack: jest.fn(async () => ({})),
  redirectTo: jest.fn(async () => ({})),
  reLaunch: jest.fn(async () => ({})),
  switchTab: jest.fn(async () => ({})),
  pageScrollTo: jest.fn(async () => ({})),
  request: jest.fn(),
  uploadFile: jest.fn(),
  getCurrentPages: () => [{}],
}
const api = { ...h5.default, ...h5, ...overrides }
delete api.default
module.exports = { __esModule: true, ...api, default: api }
