import Taro from '@tarojs/taro'

interface Heard {
  /** A newer version lies on the phone; `apply` starts the app anew with it. */
  ready(apply: () => void): void
  /** WeChat could not fetch it: only its holder can get it now. */
  failed(): void
}

export function watchUpdates(heard: Heard): void {
  if (ON_WECHAT) watchWechat(heard)
  else reloadWhenPartsAreGone()
}

function watchWechat({ ready, failed }: Heard) {
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => ready(() => manager.applyUpdate()))
  manager.onUpdateFailed(failed)
}

const RELOADED = 'loudong-reloaded'
/** A reload that did not help is not tried again so soon. Milliseconds. */
const PAUSE = 60_000

/**
 * A browser that was open while the server got a new version asks for parts that are no longer there: one reload
 * brings the new one. What was being written lies in storage. Without a network nothing is wrong but the network.
 */
function reloadWhenPartsAreGone() {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (reason?.name !== 'ChunkLoadError' || !navigator.onLine) return
    const last = Number(sessionStorage.getItem(RELOADED))
    if (Date.now() - last < PAUSE) return
    sessionStorage.setItem(RELOADED, String(Date.now()))
    window.location.reload()
  })
}
