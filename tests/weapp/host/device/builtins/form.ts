import { around, type Builtin, behaviourOf, inside, tell, text } from './component'

/** Every builtin that can be part of a form. */
const FIELDS = ['input', 'textarea', 'switch', 'radio-group', 'checkbox-group', 'picker', 'slider']

const ownFields = (form: Builtin): Builtin[] =>
  inside(form, FIELDS).filter((field) => field.ownerShadowRoot === form.ownerShadowRoot)

/** <button form-type="submit | reset"> in a form, of the same template: WeChat sees no field of another. */
export function pressInForm(button: Builtin, formType: unknown): void {
  const form = around(button, 'form')
  if (!form) return
  if (formType === 'submit') tell(form, 'submit', { value: valuesIn(form) })
  if (formType !== 'reset') return
  for (const field of ownFields(form)) behaviourOf(field).field?.reset(field)
  tell(form, 'reset', {})
}

const valuesIn = (form: Builtin): Record<string, unknown> =>
  Object.fromEntries(
    ownFields(form)
      .filter(({ data }) => data.name)
      .map((field) => [text(field.data.name), behaviourOf(field).field?.value(field)]),
  )
