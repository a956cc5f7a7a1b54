import { call, type Pages } from '../pages'
import type { Options, Run } from './called-back'

const url = ({ url: address }: Options): string => String(address)

function scrollTop(options: Options, box: HTMLElement): number {
  const part = options.selector ? box.querySelector(String(options.selector)) : undefined
  if (options.selector && !part) throw new Error(`no element is found by "${options.selector}"`)
  if (!part) return Number(options.scrollTop ?? 0)
  return part.getBoundingClientRect().top + box.scrollTop + Number(options.offsetTop ?? 0)
}

export const routesOfWx = (pages: Pages): Record<string, Run> => ({
  navigateTo: (options) => pages.navigateTo(url(options)),
  redirectTo: (options) => pages.redirectTo(url(options)),
  switchTab: (options) => pages.switchTab(url(options)),
  reLaunch: (options) => pages.reLaunch(url(options)),
  navigateBack: ({ delta }) => pages.navigateBack(delta as number | undefined),
  pageScrollTo(options) {
    const box = pages.top?.box
    if (box) box.scrollTop = scrollTop(options, box)
  },
  startPullDownRefresh() {
    const page = pages.top
    if (page) call(page.instance, 'onPullDownRefresh')
  },
  stopPullDownRefresh: () => undefined,
})
