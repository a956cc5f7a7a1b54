import { complain } from '../link'
import { type Behaviour, documentElementOf, text } from './component'
import { pressInForm } from './form'
import { openTypes } from './open-types'

export const button: Behaviour = {
  changed(component, name, value) {
    // What looks different says so in the document: a `loading` that is off must not.
    if (name === 'loading' || name === 'disabled' || name === 'plain')
      documentElementOf(component).classList.toggle(`wx-is-${name}`, Boolean(value))
  },
  tapped(component) {
    const { formType, openType, disabled } = component.data
    if (disabled) return
    if (formType) pressInForm(component, formType)
    if (!openType) return
    const open = openTypes[text(openType)]
    if (open) void open(component)
    else complain(`<button open-type="${text(openType)}"> is not in the host`)
  },
}
