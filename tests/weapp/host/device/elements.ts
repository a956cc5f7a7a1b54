import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { forDocument } from '../selectors'
import { type Builtin, behaviourOf, tell } from './builtins/component'
import { slideTo } from './builtins/small'
import { swipeTo } from './builtins/swiper'
import { type as typeInto } from './builtins/text-field'
import { withFinger } from './wx/gesture'

/** What the automator sends with a call; each method knows what it gets. */
export type Params = Record<string, never>
export type Answer = object | undefined | Promise<object | undefined>

/** Elements the automator holds, by the id it was given. */
const held: Element[] = []

const idOf = (element: Element): string => {
  const known = held.indexOf(element)
  return String(known >= 0 ? known : held.push(element) - 1)
}

const elementOf = ({ elementId }: Params): HTMLElement => {
  const element = held[Number(elementId)]
  if (!element?.isConnected) throw new Error('no such element: it has left the page')
  return element as HTMLElement
}

const tagOf = (element: Element): string => element.tagName.toLowerCase().replace(/^wx-/, '')

export const described = (element: Element) => ({ elementId: idOf(element), tagName: tagOf(element) })

type WithElement = Element & { __wxElement?: glassEasel.Element }

/** The component behind a document's element. */
function componentOf(element: Element): glassEasel.GeneralComponent {
  const found = (element as WithElement).__wxElement
  if (!found || !glassEasel.Component.isComponent(found))
    throw new Error(`no component at <${tagOf(element)}>`)
  return found
}

/** Everything below `root` that a page itself wrote: what lies inside a custom component is not its own. */
const own = (root: Element) => (element: Element) =>
  element.parentElement?.closest('comp, tab-bar-root') === root.closest('comp, tab-bar-root')

export function find(root: Element, { selector }: Params) {
  const all = [...root.querySelectorAll(forDocument(String(selector)))]
  return all.filter((element) => (element as WithElement).__wxElement && own(root)(element))
}

export function first(elements: Element[]): object {
  if (!elements[0]) throw new Error('no such element')
  return described(elements[0])
}

/** The middle of an element, brought into sight; a finger cannot touch what another element covers. */
function middleOf(element: HTMLElement): [number, number] {
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = element.getBoundingClientRect()
  const [x, y] = [left + width / 2, top + height / 2]
  const hit = document.elementFromPoint(x, y)
  if (!hit || !(element.contains(hit) || hit.contains(element)))
    throw new Error(`<${tagOf(element)}> cannot be touched: ${hit?.className || 'nothing'} lies there`)
  return [x, y]
}

/** Spoken on the component as a finger would: with the place touched, bubbling. */
function touch(element: HTMLElement, type: string): void {
  const [x, y] = middleOf(element)
  const point = { identifier: 0, clientX: x, clientY: y, pageX: x, pageY: y }
  const event = new glassEasel.Event(
    type,
    { x, y },
    {
      bubbles: true,
      composed: true,
      capturePhase: true,
      extraFields: { touches: type === 'touchend' ? [] : [point], changedTouches: [point] },
    },
  )
  glassEasel.Event.dispatchEvent(componentOf(element), event)
}

const FUNCTIONS: Record<string, (element: HTMLElement, ...args: never[]) => unknown> = {
  'input.input': (element, words: string) => typeInto(componentOf(element), words),
  'textarea.input': (element, words: string) => typeInto(componentOf(element), words),
  'switch.tap': tap,
  'swiper.swipeTo': (element, index: number) => swipeTo(componentOf(element), index),
  'slider.slideTo': (element, value: number) => slideTo(componentOf(element), value),
  'scroll-view.scrollTo': (element, x: number, y: number) => element.scrollTo(x, y),
  'scroll-view.scrollTop': (element) => element.scrollTop,
  'scroll-view.scrollLeft': (element) => element.scrollLeft,
  'scroll-view.scrollWidth': (element) => element.scrollWidth,
  'scroll-view.scrollHeight': (element) => element.scrollHeight,
}

/** A whole tap; the field that had the keyboard loses it, and a disabled button hears nothing. */
function tap(element: HTMLElement): void {
  for (const type of ['touchstart', 'touchend']) touch(element, type)
  const before = document.activeElement as HTMLElement | null
  if (before && !element.contains(before)) before.blur()
  const button = element.closest('wx-button')
  if (button && componentOf(button).data.disabled) return
  withFinger(() => touch(element, 'tap'))
}

const written = (element: Element, kind: 'inner' | 'outer') =>
  (kind === 'outer' ? element.outerHTML : element.innerHTML).replace(/(<\/?)wx-/g, '$1')

function property(element: HTMLElement, name: string): unknown {
  const { data } = componentOf(element)
  if (name === '__propPublic') return Object.fromEntries(Object.keys(data).map((key) => [key, true]))
  const inner = element.querySelector('input, textarea') as HTMLInputElement | null
  return name === 'value' && inner ? inner.value : data[name]
}

/** The protocol's methods on one element. */
export const elementMethods: Record<string, (params: Params) => Answer> = {
  'Element.getElement': (params) => first(find(elementOf(params), params)),
  'Element.getElements': (params) => ({ elements: find(elementOf(params), params).map(described) }),
  'Element.getDOMProperties': (params) => ({
    properties: (params.names as string[]).map((name) => Reflect.get(elementOf(params), name)),
  }),
  'Element.getAttributes': (params) => ({
    attributes: (params.names as string[]).map((name) => elementOf(params).getAttribute(name)),
  }),
  'Element.getProperties': (params) => ({
    properties: (params.names as string[]).map((name) => property(elementOf(params), name)),
  }),
  'Element.getStyles': (params) => ({
    styles: (params.names as string[]).map((name) =>
      getComputedStyle(elementOf(params)).getPropertyValue(name),
    ),
  }),
  'Element.getOffset': (params) => {
    const { left, top } = elementOf(params).getBoundingClientRect()
    return { left, top }
  },
  'Element.getWXML': (params) => ({ wxml: written(elementOf(params), params.type) }),
  'Element.tap': (params) => {
    tap(elementOf(params))
    return {}
  },
  'Element.touchstart': (params) => touched(params, 'touchstart'),
  'Element.touchmove': (params) => touched(params, 'touchmove'),
  'Element.touchend': (params) => touched(params, 'touchend'),
  'Element.triggerEvent': (params) => {
    const component: Builtin = componentOf(elementOf(params))
    behaviourOf(component).triggered?.(component, params.type, params.detail ?? {})
    tell(component, params.type, params.detail)
    return {}
  },
  'Element.callFunction': (params) => {
    const known = FUNCTIONS[params.functionName]
    if (!known) throw new Error(`${params.functionName} is not in the host`)
    return { result: known(elementOf(params), ...(params.args as never[])) }
  },
}

function touched(params: Params, type: string): object {
  touch(elementOf(params), type)
  return {}
}
