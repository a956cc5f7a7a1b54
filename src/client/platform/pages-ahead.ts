interface Route {
  /** Answers the page still under way, then what it was called with. */
  load(): [Promise<unknown>, ...unknown[]]
}

/** Where Taro's H5 runtime keeps the app's configuration, pages included. */
type TaroWindow = Window & { __taroAppConfig?: { routes?: Route[] } }

/** How long a browser without requestIdleCallback waits after the first page stands. Milliseconds. */
const PAUSE = 300

/**
 * A browser fetches a page's code when it is first opened, which fails without a network: the tap would be lost.
 * So the others are fetched, one after another, once the first stands. WeChat keeps the whole app on the phone.
 */
export function fetchPagesAhead(): void {
  if (ON_WECHAT) return
  if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(fetchAll)
  else setTimeout(fetchAll, PAUSE)
}

async function fetchAll(): Promise<void> {
  for (const { load } of (window as TaroWindow).__taroAppConfig?.routes ?? []) {
    const [page] = load()
    await page.catch(() => {
      // No network just now: fetched when it is opened, as without this.
    })
  }
}
