import type { Launch } from '../contents'
import { complain } from './link'
import { call, type Pages } from './pages'
import { type Event, emit } from './wx/events'
import { opened, options } from './wx/system'

/** The mini-program as a whole: App()'s own methods hear what the listeners of wx hear, and before them. */
export interface Life {
  launch(how?: Launch): Promise<void>
  /** Comes to the front again, by a link where one is given. */
  show(how?: Launch): Promise<void>
  hide(): void
  tell(event: Event, told: object): void
}

export function openLife(app: () => object, pages: Pages): Life {
  const tell = (event: Event, told?: object): boolean => {
    const name = event === 'AppShow' ? 'onShow' : event === 'AppHide' ? 'onHide' : `on${event}`
    const isOwn = name in app()
    call(app(), name, event === 'Error' ? inOneText(told) : told)
    return emit(event, told) || isOwn
  }
  const open = async ({ path, query = {} }: Launch, isEntryPage: boolean) => {
    if (pages.has(path)) return pages.startWith(path, query)
    if (!tell('PageNotFound', { path, query, isEntryPage })) complain(`page "${path}" is not found`)
  }
  return {
    tell,
    async launch(how = { path: pages.home }) {
      Object.assign(opened, { first: options(how), last: options(how) })
      call(app(), 'onLaunch', opened.first)
      tell('AppShow', opened.first)
      await open(how, true)
    },
    async show(how) {
      if (how) opened.last = options(how)
      tell('AppShow', opened.last)
      if (how) await open(how, false)
      else if (pages.top) call(pages.top.instance, 'onShow')
    },
    hide() {
      if (pages.top) call(pages.top.instance, 'onHide')
      tell('AppHide', {})
    },
  }
}

/** App.onError takes text, where wx.onError takes an object. */
const inOneText = (told: object = {}): string => Object.values(told).join('\n')
