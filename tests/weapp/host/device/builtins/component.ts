import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { complain } from '../link'

export type Builtin = glassEasel.GeneralComponent

/** How one of WeChat's builtin components behaves; its look is host.css. */
export interface Behaviour {
  /** Builds what it consists of in the document. */
  attached?(component: Builtin): void
  detached?(component: Builtin): void
  /** An attribute got a value: once for each when attached, then at every change. */
  changed?(component: Builtin, name: string, value: unknown): void
  /** A finger tapped it, or something in it. */
  tapped?(component: Builtin, target: Element): void
  /** A test says what its native part would tell: the wheels of a picker. */
  triggered?(component: Builtin, type: string, detail: Record<string, unknown>): void
  /** Its part in the form around it. */
  field?: { value(component: Builtin): unknown; reset(component: Builtin): void }
}

/** Reaches the listeners of the builtin itself only, as WeChat's component events do. */
export function tell(element: glassEasel.Element, type: string, detail: unknown): void {
  element.triggerEvent(type, detail, { bubbles: false, composed: false })
}

export const documentElementOf = (component: Builtin): HTMLElement =>
  component.getBackendElement() as unknown as HTMLElement

export const text = (value: unknown): string => String(value ?? '')

type WithComponent = Element & { __wxElement?: Builtin }

/** The builtin behind an element of the document. */
export const componentAt = (element: Element | null | undefined): Builtin | undefined =>
  (element as WithComponent | null)?.__wxElement

/** By tag; filled by define.ts. */
export const behaviours = new Map<string, Behaviour>()

export const behaviourOf = (component: Builtin): Behaviour =>
  behaviours.get(component.is.replace(/^wx-/, '')) ?? {}

/** The nearest builtin of that tag around it; a form does not reach into other templates (wx://form-field). */
export function around(component: Builtin, tag: string): Builtin | undefined {
  const found = componentAt(documentElementOf(component).closest(`wx-${tag}`))
  if (!found || found.ownerShadowRoot === component.ownerShadowRoot) return found
  complain(`<${component.is.slice(3)}> lies in another template than its <${tag}>`)
  return undefined
}

/** Builtins of these tags inside it, in order. */
export const inside = (component: Builtin, tags: string[]): Builtin[] =>
  [...documentElementOf(component).querySelectorAll(tags.map((tag) => `wx-${tag}`).join())].flatMap(
    (element) => componentAt(element) ?? [],
  )

/** A value the finger has changed since the attribute was last written. */
export function held<Value>(initial: (component: Builtin) => Value) {
  const values = new WeakMap<Builtin, Value>()
  return {
    get: (component: Builtin): Value => values.get(component) ?? initial(component),
    set: (component: Builtin, value: Value) => void values.set(component, value),
    forget: (component: Builtin) => void values.delete(component),
  }
}
