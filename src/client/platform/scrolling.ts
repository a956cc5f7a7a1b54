import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'

/** Pulled down at the top of a page whose config allows it: asks anew, and lets the page go when answered. */
export function usePulledDown(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(async () => {
    await refresh()
    Taro.stopPullDownRefresh()
  })
}

/** The end of the page came into view. */
export function useBottom(reached: () => void): void {
  useReachBottom(reached)
}
