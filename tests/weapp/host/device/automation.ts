import { type Answer, described, elementMethods, find, first, type Params } from './elements'
import { complain } from './link'
import { call, type OpenPage, type Pages } from './pages'
import type { Mock, Wx } from './wx'
import { answerDialog } from './wx/dialogs'

interface Device {
  pages: Pages
  wx: Wx
  mock: Mock
  isSynchronous(method: string): boolean
  /** Reads code from the test with the names the mini-program's own code has. */
  evaluate(code: string): unknown
}

/** The automator's protocol, as npm miniprogram-automator 0.12.1 speaks it. */
export function openAutomation({ pages, wx, mock, isSynchronous, evaluate }: Device) {
  const told = ({ id, path, query }: OpenPage) => ({ pageId: id, path, query })
  const pageOf = ({ pageId }: Params): OpenPage => {
    const page = pages.all.find(({ id }) => id === pageId)
    if (!page) throw new Error('no such page: it has been closed')
    return page
  }
  const run = (code: string, args: unknown[], self?: unknown) =>
    (evaluate(code) as (...all: unknown[]) => unknown).apply(self, args)
  const callWx = (method: string, args: unknown[]): unknown => {
    const own = wx[method] as (...all: unknown[]) => unknown
    if (isSynchronous(method)) return own(...args)
    return new Promise((success, fail) => own({ ...(args[0] as object), success, fail }))
  }

  const methods: Record<string, (params: Params) => Answer> = {
    'App.getCurrentPage': () => {
      const page = pages.top
      return page && told(page)
    },
    'App.getPageStack': () => ({ pageStack: pages.all.map(told) }),
    'App.callWxMethod': async ({ method, args }) => ({
      result: await callWx(method, args),
    }),
    'App.callFunction': async ({ functionDeclaration, args }) => ({
      result: await run(functionDeclaration, args),
    }),
    'App.mockWxMethod': ({ method, functionDeclaration, args, result }) => {
      const given: unknown[] = args ?? []
      if (functionDeclaration)
        mock(method, function (this: unknown, ...own) {
          return run(functionDeclaration, [...own, ...given], this)
        })
      else mock(method, result === undefined ? undefined : () => result)
      return {}
    },

    'Tool.native': async ({ method, data }) => {
      await native(pages, method, data)
      return {}
    },

    'Page.getElement': (params) => first(find(pageOf(params).box, params)),
    'Page.getElements': (params) => ({ elements: find(pageOf(params).box, params).map(described) }),
    'Page.getData': (params) => ({ data: pageOf(params).instance.data }),
    'Page.callMethod': async (params) => ({
      result: await call(pageOf(params).instance, params.method, ...(params.args as unknown[])),
    }),
    'Page.getWindowProperties': (params) => ({
      properties: (params.names as string[]).map((name) => windowProperty(pageOf(params).box, name)),
    }),
  }

  return async (method: string, params: Params): Promise<object | undefined> => {
    const known = methods[method] ?? elementMethods[method]
    if (!known) throw new Error(`${method} is not in the host`)
    return Promise.resolve(params).then(known).catch(inWords)
  }
}

/** What the automator does with WeChat's own surface: its dialogs, its bar at the top, its tabs. */
async function native(pages: Pages, method: string, data: { url?: string } | null): Promise<void> {
  if (method === 'confirmModal') answerDialog({ confirm: true, cancel: false })
  else if (method === 'cancelModal') answerDialog({ confirm: false, cancel: true })
  else if (method === 'navigateLeft') await pages.navigateBack()
  else if (method === 'goHome') await pages.startWith(pages.home, {})
  else if (method === 'switchTab') await pages.switchTab(data?.url ?? '')
  else throw new Error(`native ${method} is not in the host`)
}

/** WeChat's failures are objects with errMsg; the automator tells its caller a sentence. */
function inWords(failure: Error | { errMsg: string }): never {
  throw failure instanceof Error ? failure : new Error(failure.errMsg)
}

/** The web view of a page scrolls in WeChat; here its box does. */
function windowProperty(box: HTMLElement, name: string): unknown {
  const key = name.split('.').pop() ?? ''
  if (!['scrollTop', 'scrollWidth', 'scrollHeight'].includes(key))
    complain(`window property ${name} is not in the host`)
  return Reflect.get(box, key)
}
