import {
  around,
  type Behaviour,
  type Builtin,
  documentElementOf,
  held,
  inside,
  tell,
  text,
} from './component'

const checked = held((component) => Boolean(component.data.checked))

function show(component: Builtin, on: boolean): void {
  checked.set(component, on)
  documentElementOf(component).classList.toggle('wx-is-checked', on)
}

const followChecked: Behaviour['changed'] = (component, name, value) => {
  if (name === 'checked') show(component, Boolean(value))
}

/** The switch, which is its own field. */
export const toggle: Behaviour = {
  changed: followChecked,
  tapped(component) {
    if (component.data.disabled) return
    show(component, !checked.get(component))
    tell(component, 'change', { value: checked.get(component) })
  },
  field: {
    value: (component) => checked.get(component),
    reset: (component) => show(component, false),
  },
}

export const radio: Behaviour = {
  changed: followChecked,
  tapped(component) {
    const group = around(component, 'radio-group')
    if (component.data.disabled || checked.get(component)) return
    for (const other of group ? inside(group, ['radio']) : []) show(other, other === component)
    show(component, true)
    if (group) tell(group, 'change', { value: text(component.data.value) })
  },
}

export const radioGroup: Behaviour = {
  field: {
    value: (group) => chosenIn(group, 'radio')[0] ?? '',
    reset: (group) => clear(group, 'radio'),
  },
}

export const checkbox: Behaviour = {
  changed: followChecked,
  tapped(component) {
    if (component.data.disabled) return
    show(component, !checked.get(component))
    const group = around(component, 'checkbox-group')
    if (group) tell(group, 'change', { value: chosenIn(group, 'checkbox') })
  },
}

export const checkboxGroup: Behaviour = {
  field: {
    value: (group) => chosenIn(group, 'checkbox'),
    reset: (group) => clear(group, 'checkbox'),
  },
}

const chosenIn = (group: Builtin, tag: string): string[] =>
  inside(group, [tag])
    .filter(checked.get)
    .map(({ data }) => text(data.value))

function clear(group: Builtin, tag: string): void {
  for (const one of inside(group, [tag])) show(one, false)
}
