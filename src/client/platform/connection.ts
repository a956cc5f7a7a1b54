import Taro from '@tarojs/taro'

/** Tells when the phone goes online or offline, starting with how it is now. Returns a way to stop. */
export function watchConnection(changed: (online: boolean) => void): () => void {
  return ON_WECHAT ? watchWechat(changed) : watchBrowser(changed)
}

function watchWechat(changed: (online: boolean) => void) {
  const heard = ({ isConnected }: { isConnected: boolean }) => changed(isConnected)
  Taro.getNetworkType({ success: ({ networkType }) => changed(networkType !== 'none') })
  Taro.onNetworkStatusChange(heard)
  return () => Taro.offNetworkStatusChange(heard)
}

function watchBrowser(changed: (online: boolean) => void) {
  const online = () => changed(true)
  const offline = () => changed(false)
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  changed(navigator.onLine)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
  }
}
