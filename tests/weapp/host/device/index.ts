import type { Launch, Pack } from '../contents'
import { type Life, openLife } from './app'
import { openAutomation } from './automation'
import { reach } from './builtins/reach'
import { complain, toAutomator } from './link'
import { openModules, resolve } from './modules'
import { Pages } from './pages'
import { type Definers, makeSetDataAsWechatDoes, openRendering } from './rendering'
import { openWx } from './wx'

const TAB_BAR = 'custom-tab-bar/index'

/** Starts the mini-program as WeChat does: app.js, then its first page. Gives the door for the automator. */
async function boot(pack: Pack, launch?: Launch) {
  makeSetDataAsWechatDoes()
  const rendering = openRendering(pack)
  const registered = new Set<string>()
  let app = {}
  const keepApp = (definition: object) => {
    app = definition
  }

  /** Loads a page or component with all it uses; `comp` uses itself. */
  function register(path: string): void {
    if (registered.has(path)) return
    registered.add(path)
    for (const used of Object.values(pack.configs[path]?.usingComponents ?? {})) register(resolve(path, used))
    rendering.define(path, (definers: Definers) => modules.loadInto(path, definers))
  }

  const pages = new Pages(pack.app, async (path, box, isTab) => {
    // A subpackage arrives over the network: never at once.
    if (modules.packageOf(path)) await new Promise((arrived) => setTimeout(arrived, 20))
    register(path)
    const page = rendering.mount(path, 'page-root', box)
    if (!isTab || !pack.app.tabBar?.custom) return page
    register(TAB_BAR)
    const { instance: tabBar } = rendering.mount(TAB_BAR, 'tab-bar-root', box)
    return { ...page, tabBar }
  })
  const life = openLife(() => app, pages)
  const { wx, mock, isSynchronous } = openWx(pages, life)
  const names = {
    wx,
    App: keepApp,
    getApp: () => app,
    getCurrentPages: () => pages.all.map(({ instance }) => instance),
  }
  const modules = openModules(pack, names)

  reach.pages = pages

  hearMishaps(life)
  modules.load('app')
  await life.launch(launch)
  return openAutomation({ pages, wx, mock, isSynchronous, evaluate: modules.evaluate })
}

function hearConsole(): void {
  for (const type of ['log', 'info', 'warn', 'error'] as const) {
    const write = console[type].bind(console)
    console[type] = (...args: unknown[]) => {
      write(...args)
      toAutomator('App.logAdded', { type, args: args.map(String) })
    }
  }
}

/** What nobody caught is a complaint, and the mini-program hears of it as in WeChat. */
function hearMishaps(life: Life): void {
  window.addEventListener('error', ({ message, error }) => {
    complain(message)
    life.tell('Error', { message, stack: error?.stack ?? '' })
  })
  window.addEventListener('unhandledrejection', ({ reason, promise }) => {
    complain(`unhandled rejection: ${reason?.errMsg ?? reason?.stack ?? reason}`)
    life.tell('UnhandledRejection', { reason, promise })
  })
}

hearConsole()
Object.assign(window, { boot })
