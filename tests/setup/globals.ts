// Taro's runtimes read these compile-time constants (webpack supplies them in a build).
Object.assign(globalThis, {
  ENABLE_INNER_HTML: true,
  ENABLE_ADJACENT_HTML: true,
  ENABLE_SIZE_APIS: true,
  ENABLE_TEMPLATE_CONTENT: true,
  ENABLE_CLONE_NODE: true,
  ENABLE_CONTAINS: true,
  ENABLE_MUTATION_OBSERVER: true,
  ENABLE_COOKIE: true,
  DEPRECATED_ADAPTER_COMPONENT: false,
  ON_WECHAT: false,
  API_ADDRESS: '',
  CLOUD_ENVIRONMENT: '',
  BUILD: 'test',
})
Object.assign(process.env, { TARO_ENV: 'h5', TARO_PLATFORM: 'web', SUPPORT_TARO_POLYFILL: 'disabled' })

/** jsdom lays nothing out, so a picture that is fetched when it comes into view never does. */
class NothingInView {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { IntersectionObserver: NothingInView })
