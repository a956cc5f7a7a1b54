import Taro from '@tarojs/taro'

type Heard = (kind: 'error' | 'rejection', thrown: unknown) => void

/** Whatever nobody caught: errors, and promises nobody waited for. */
export function watchMishaps(heard: Heard): void {
  if (ON_WECHAT) {
    Taro.onError((thrown) => heard('error', thrown))
    Taro.onUnhandledRejection(({ reason }) => heard('rejection', reason))
    return
  }
  window.addEventListener('error', ({ error }) => heard('error', error))
  window.addEventListener('unhandledrejection', ({ reason }) => heard('rejection', reason))
}

export const target = ON_WECHAT ? 'weapp' : 'h5'

/** packages/concern/detail/index; without what came with it in the address. */
export const routeInFront = (): string =>
  (Taro.getCurrentInstance().router?.path ?? '').replace(/^\//, '').replace(/[?#].*$/, '')
