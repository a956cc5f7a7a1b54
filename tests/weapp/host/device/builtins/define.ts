import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { elementNameOf } from '../../selectors'
import { complain } from '../link'
import { countNodes } from '../tally'
import { button } from './button'
import { checkbox, checkboxGroup, radio, radioGroup, toggle } from './choices'
import { type Behaviour, type Builtin, behaviours, documentElementOf } from './component'
import { image } from './image'
import { picker } from './picker'
import { scrollView } from './scrolling'
import { label, map, navigator, progress, richText, slider } from './small'
import { swiper } from './swiper'
import { textField } from './text-field'

/** The components that behave here; a template that shows any other fails the test. */
const BEHAVIOURS: Record<string, Behaviour> = {
  view: {},
  text: {},
  image,
  input: textField('input'),
  textarea: textField('textarea'),
  'scroll-view': scrollView,
  button,
  form: {},
  label,
  switch: toggle,
  radio,
  'radio-group': radioGroup,
  checkbox,
  'checkbox-group': checkboxGroup,
  picker,
  slider,
  swiper,
  'swiper-item': {},
  navigator,
  progress,
  'rich-text': richText,
  map,
}

for (const [tag, behaviour] of Object.entries(BEHAVIOURS)) behaviours.set(tag, behaviour)

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Defines WeChat's builtin components as far as this app uses them. */
export function defineBuiltins(space: glassEasel.ComponentSpace, attributes: Record<string, string[]>): void {
  for (const [tag, names] of Object.entries(attributes)) {
    const name = elementNameOf(tag)
    const definition = space.defineComponent({
      is: name,
      options: { reflectToAttributes: true, virtualHost: false },
      properties: Object.fromEntries(names.map((attribute) => [camel(attribute), null])),
      observers: observersOf(BEHAVIOURS[tag] ?? {}, names.map(camel)),
      lifetimes: lifetimesOf(tag),
    } as Parameters<typeof space.defineComponent>[0])
    space.setGlobalUsingComponent(name, definition as unknown as glassEasel.GeneralComponentDefinition)
  }
}

/** Elements that stand in the document: what changes before is told when they come to stand there. */
const standing = new WeakSet<Builtin>()

const observersOf = ({ changed }: Behaviour, names: string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      function (this: Builtin, value: unknown) {
        if (standing.has(this)) changed?.(this, name, value)
      },
    ]),
  )

function lifetimesOf(tag: string) {
  const behaviour = BEHAVIOURS[tag]
  return {
    attached(this: Builtin) {
      countNodes(1)
      if (!behaviour) return complain(`<${tag}> is not in the host`)
      behaviour.attached?.(this)
      standing.add(this)
      for (const [name, value] of Object.entries(this.data)) behaviour.changed?.(this, name, value)
      if (!behaviour.tapped) return
      this.addListener('tap', ({ target }) => behaviour.tapped?.(this, documentElementOf(target as Builtin)))
    },
    detached(this: Builtin) {
      countNodes(-1)
      behaviour?.detached?.(this)
    },
  }
}
