import { complain } from '../link'
import {
  type Behaviour,
  type Builtin,
  behaviourOf,
  componentAt,
  documentElementOf,
  held,
  inside,
  tell,
  text,
} from './component'
import { reach } from './reach'

const value = held((component) => Number(component.data.value ?? component.data.min ?? 0))

/** A finger moves the knob: it stays on the scale and on a step. */
export function slideTo(component: Builtin, wanted: number): void {
  const scale = component.data as Record<string, number | null | undefined>
  const [min, max, step] = [scale.min ?? 0, scale.max ?? 100, scale.step ?? 1].map(Number) as [
    number,
    number,
    number,
  ]
  if (scale.disabled) throw new Error('the slider is disabled')
  const steps = Math.round((wanted - min) / step)
  const now = Math.min(max, Math.max(min, min + steps * step))
  value.set(component, now)
  tell(component, 'changing', { value: now })
  tell(component, 'change', { value: now })
}

export const slider: Behaviour = {
  changed(component, name) {
    if (name === 'value') value.forget(component)
  },
  field: { value: value.get, reset: value.forget },
}

export const progress: Behaviour = {
  changed(component, name, percent) {
    if (name !== 'percent') return
    documentElementOf(component).style.setProperty('--wx-percent', `${Number(percent ?? 0)}%`)
    if (component.data.active) setTimeout(() => tell(component, 'activeend', { curPercent: percent }))
  },
}

const opens: Record<string, (url: string, delta: number) => Promise<void> | undefined> = {
  navigate: (url) => reach.pages?.navigateTo(url),
  redirect: (url) => reach.pages?.redirectTo(url),
  switchTab: (url) => reach.pages?.switchTab(url),
  reLaunch: (url) => reach.pages?.reLaunch(url),
  navigateBack: (_, delta) => reach.pages?.navigateBack(delta),
}

export const navigator: Behaviour = {
  tapped({ data }) {
    const open = opens[text(data.openType) || 'navigate']
    if (!open) return complain(`<navigator open-type="${text(data.openType)}"> is not in the host`)
    open(text(data.url), Number(data.delta ?? 1))?.catch((why: Error) =>
      complain(`navigator: ${why.message}`),
    )
  },
}

const CONTROLS = ['switch', 'radio', 'checkbox', 'button', 'input']

/** Passes the tap on to the field it names, or to the first inside it. */
export const label: Behaviour = {
  tapped(component, target) {
    // The field itself was touched and has heard of it.
    if (target.closest(CONTROLS.map((tag) => `wx-${tag}`).join())) return
    const named = component.data.for && `#${CSS.escape(text(component.data.for))}`
    const field = named
      ? componentAt(documentElementOf(component).closest('wx-page')?.querySelector(named))
      : inside(component, CONTROLS)[0]
    if (field) behaviourOf(field).tapped?.(field, documentElementOf(field))
  },
}

type RichNode = {
  type?: string
  name?: string
  text?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

/** HTML as text or as nodes, shown without its scripts. */
export const richText: Behaviour = {
  changed(component, name, nodes) {
    if (name !== 'nodes') return
    const inert = document.implementation.createHTMLDocument()
    if (typeof nodes === 'string') inert.body.innerHTML = nodes
    else inert.body.append(...((nodes ?? []) as RichNode[]).map(built))
    for (const script of inert.querySelectorAll('script, iframe')) script.remove()
    documentElementOf(component).replaceChildren(...inert.body.childNodes)
  },
}

function built({ type, name = 'div', text: words = '', attrs = {}, children = [] }: RichNode): Node {
  if (type === 'text') return document.createTextNode(words)
  const element = document.createElement(name)
  for (const [attr, content] of Object.entries(attrs)) element.setAttribute(attr, content)
  element.append(...children.map(built))
  return element
}

type Marker = { id?: number; title?: string; callout?: { content?: string } }

/** A stand-in: no map at all, only the words of its markers; a test touches one with trigger('markertap'). */
export const map: Behaviour = {
  changed(component, name, markers) {
    if (name !== 'markers') return
    const words = ((markers ?? []) as Marker[]).map(({ title, callout }) => callout?.content ?? title ?? '')
    documentElementOf(component).replaceChildren(
      ...words.flatMap((word) => [word, document.createElement('br')]),
    )
  },
  triggered({ data }, type, { markerId }) {
    const isThere = ((data.markers ?? []) as Marker[]).some(({ id }) => id === markerId)
    if (type === 'markertap' && !isThere) throw new Error(`the map has no marker ${text(markerId)}`)
  },
}
