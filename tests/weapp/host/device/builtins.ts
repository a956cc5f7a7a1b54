import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { elementNameOf } from '../selectors'
import { imageSource } from './files'
import { complain } from './link'
import { tally } from './tally'

type Builtin = glassEasel.GeneralComponent
type Field = HTMLInputElement | HTMLTextAreaElement

/** Bubbles through the builtin's own page only, as WeChat's component events do. */
export function tell(element: glassEasel.Element, type: string, detail: unknown): void {
  element.triggerEvent(type, detail, { bubbles: false, composed: false })
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const documentElementOf = (component: Builtin) => component.getBackendElement() as unknown as HTMLElement

const field = (kind: 'input' | 'textarea') => ({
  inner: kind,
  changed(inner: HTMLElement, name: string, value: unknown) {
    const own = inner as Field
    if (name === 'value' && own.value !== String(value ?? '')) own.value = String(value ?? '')
    if (name === 'placeholder') own.placeholder = String(value ?? '')
    if (name === 'disabled') own.disabled = value === true
  },
  listen(inner: HTMLElement, component: Builtin) {
    const own = inner as Field
    const detail = () => ({ value: own.value, cursor: own.selectionStart })
    own.addEventListener('input', () => tell(component, 'input', detail()))
    own.addEventListener('focus', () => tell(component, 'focus', detail()))
    own.addEventListener('blur', () => tell(component, 'blur', detail()))
  },
})

const image = {
  inner: 'img',
  changed(inner: HTMLElement, name: string, value: unknown) {
    if (name === 'src' && value) (inner as HTMLImageElement).src = imageSource(String(value))
  },
  listen(inner: HTMLElement, component: Builtin) {
    const own = inner as HTMLImageElement
    own.addEventListener('load', () =>
      tell(component, 'load', { width: own.naturalWidth, height: own.naturalHeight }),
    )
    own.addEventListener('error', () => {
      complain(`an image cannot be shown: ${own.src.slice(0, 100)}`)
      tell(component, 'error', { errMsg: `image: ${own.src}` })
    })
  },
}

const WITH_INNER: Record<string, typeof image> = { input: field('input'), textarea: field('textarea'), image }

/** Defines WeChat's builtin components as far as this app uses them; their look is host.css. */
export function defineBuiltins(space: glassEasel.ComponentSpace, attributes: Record<string, string[]>): void {
  for (const [tag, names] of Object.entries(attributes)) {
    const name = elementNameOf(tag)
    const definition = space.defineComponent({
      is: name,
      options: { reflectToAttributes: true, virtualHost: false },
      properties: Object.fromEntries(names.map((attribute) => [camel(attribute), null])),
      ...withInner(tag, names),
      lifetimes: lifetimesOf(tag),
    } as Parameters<typeof space.defineComponent>[0])
    space.setGlobalUsingComponent(name, definition as unknown as glassEasel.GeneralComponentDefinition)
  }
}

/** The components that behave here; a template that shows any other fails the test. */
const KNOWN = ['view', 'text', 'image', 'input', 'textarea', 'scroll-view']

const innerOf = (component: Builtin) => documentElementOf(component).firstElementChild as HTMLElement | null

function withInner(tag: string, names: string[]) {
  const behaviour = WITH_INNER[tag]
  if (!behaviour) return {}
  const follow = (name: string) =>
    function (this: Builtin, value: unknown) {
      const inner = innerOf(this)
      if (inner) behaviour.changed(inner, name, value)
    }
  return {
    observers: Object.fromEntries(names.map((name) => [camel(name), follow(camel(name))])),
  }
}

function lifetimesOf(tag: string) {
  const behaviour = WITH_INNER[tag]
  return {
    attached(this: Builtin) {
      tally.nodes += 1
      if (!KNOWN.includes(tag)) complain(`<${tag}> is not in the host`)
      if (!behaviour) return
      const inner = document.createElement(behaviour.inner)
      behaviour.listen(inner, this)
      documentElementOf(this).append(inner)
      for (const [name, value] of Object.entries(this.data)) behaviour.changed(inner, name, value)
    },
    detached() {
      tally.nodes -= 1
    },
  }
}
