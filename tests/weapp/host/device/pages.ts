import { type AppConfig, pagesOf } from '../contents'
import { complain } from './link'
import { resolve } from './modules'
import type { Instance } from './rendering'

type Query = Record<string, string>

export interface OpenPage {
  id: number
  path: string
  query: Query
  box: HTMLElement
  instance: Instance
  tabBar?: Instance
  release(): void
}

/** Fills the box of a page: the page itself, and the custom tab bar on the page of a tab. */
type Mount = (
  path: string,
  box: HTMLElement,
  isTab: boolean,
) => Promise<Pick<OpenPage, 'instance' | 'tabBar' | 'release'>>

/** WeChat's limit for pages on top of each other. */
const MOST_PAGES = 10
/** Pixels above the end of a page at which it counts as reached. */
const NEAR_THE_END = 50

/** The stack of pages with the tabs below it. Refusals are thrown in WeChat's words. */
export class Pages {
  private readonly known: string[]
  private readonly tabs: string[]
  /** Tabs live on when another one is in front. */
  private readonly kept = new Map<string, OpenPage>()
  private stack: OpenPage[] = []
  private opened = 0

  constructor(
    config: AppConfig,
    private readonly mount: Mount,
  ) {
    this.known = pagesOf(config)
    this.tabs = (config.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
  }

  get top(): OpenPage | undefined {
    return this.stack[this.stack.length - 1]
  }

  get all(): readonly OpenPage[] {
    return this.stack
  }

  async navigateTo(url: string): Promise<void> {
    const { path, query } = this.parse(url)
    if (this.isTab(path)) throw new Error('can not navigateTo a tabbar page')
    if (this.stack.length >= MOST_PAGES) throw new Error(`page limit exceeded: ${MOST_PAGES}`)
    this.hide(this.top)
    await this.put(path, query)
  }

  async redirectTo(url: string): Promise<void> {
    const { path, query } = this.parse(url)
    if (this.isTab(path)) throw new Error('can not redirectTo a tabbar page')
    const before = this.stack.pop()
    if (before) this.close(before)
    await this.put(path, query)
  }

  async navigateBack(delta = 1): Promise<void> {
    const left = this.stack.splice(Math.max(1, this.stack.length - delta))
    if (left.length === 0) throw new Error('cannot navigate back at first page')
    for (const page of left.reverse()) this.close(page)
    this.show(this.top)
  }

  async switchTab(url: string): Promise<void> {
    if (url.includes('?')) throw new Error('url can not contain a query')
    const { path, query } = this.parse(url)
    if (!this.isTab(path)) throw new Error('can not switch to no-tabBar page')

    const before = this.top
    this.closeAboveTab()
    const there = this.kept.get(path)
    if (there && there === before) return
    if (there !== this.stack[0]) this.hide(this.stack[0])
    this.stack = there ? [there] : []
    if (there) this.show(there)
    else await this.put(path, query)
  }

  async reLaunch(url: string): Promise<void> {
    const { path, query } = this.parse(url)
    await this.startWith(path, query)
  }

  /** The first page of app.json. */
  get home(): string {
    return this.known[0] ?? ''
  }

  has(path: string): boolean {
    return this.known.includes(path)
  }

  /** Closes everything and opens one page: a start, or a link from outside. */
  async startWith(path: string, query: Query): Promise<void> {
    const all = new Set([...this.stack, ...this.kept.values()])
    this.stack = []
    for (const page of all) this.close(page)
    await this.put(path, query)
  }

  private readonly isTab = (path: string): boolean => this.tabs.includes(path)

  private parse(url: string): { path: string; query: Query } {
    const [route = '', search = ''] = url.split('?')
    const path = resolve(this.top?.path ?? '', route)
    if (!this.known.includes(path)) {
      complain(`page "${path}" is not found`)
      throw new Error(`page "${path}" is not found`)
    }
    return { path, query: queryIn(search) }
  }

  /** Opens a page, puts it in front and brings it to life. */
  private async put(path: string, query: Query): Promise<void> {
    const box = document.createElement('wx-page')
    box.dataset.page = path
    document.body.append(box)
    this.opened += 1
    const id = this.opened
    const page: OpenPage = { id, path, query, box, ...(await this.mount(path, box, this.isTab(path))) }
    if (this.isTab(path)) this.kept.set(path, page)
    this.stack.push(page)

    const { instance } = page
    Object.assign(instance, { route: path, __route__: path, options: query, getTabBar: () => page.tabBar })
    watchScrolling(page)
    call(instance, 'onLoad', query)
    call(instance, 'onShow')
    setTimeout(() => call(instance, 'onReady'))
  }

  private closeAboveTab(): void {
    const [first] = this.stack
    const left = this.stack.splice(first && this.isTab(first.path) ? 1 : 0)
    for (const page of left.reverse()) this.close(page)
  }

  private hide(page: OpenPage | undefined): void {
    if (!page) return
    page.box.hidden = true
    call(page.instance, 'onHide')
  }

  private show(page: OpenPage | undefined): void {
    if (!page) return
    page.box.hidden = false
    call(page.instance, 'onShow')
  }

  private close(page: OpenPage): void {
    call(page.instance, 'onUnload')
    this.kept.delete(page.path)
    page.release()
  }
}

/** Calls what the page has; Taro's pages do not have every method. */
export function call(instance: object, method: string, ...args: unknown[]): unknown {
  const own: unknown = Reflect.get(instance, method)
  return typeof own === 'function' ? own.apply(instance, args) : undefined
}

/** WeChat hands the query over as it was written, without decoding. */
function queryIn(search: string): Query {
  const pairs = search.split('&').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/, 2)))
}

function watchScrolling({ box, instance }: OpenPage): void {
  // The end counts anew when the page has grown since it was reached.
  let reached = 0
  box.addEventListener('scroll', () => {
    call(instance, 'onPageScroll', { scrollTop: box.scrollTop })
    const nearNow = box.scrollTop + box.clientHeight >= box.scrollHeight - NEAR_THE_END
    if (nearNow && box.scrollHeight !== reached) call(instance, 'onReachBottom')
    reached = nearNow ? box.scrollHeight : 0
  })
}
