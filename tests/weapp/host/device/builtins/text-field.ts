import { type Behaviour, type Builtin, documentElementOf, tell, text } from './component'

type Inner = HTMLInputElement | HTMLTextAreaElement

export const innerOf = (component: Builtin): Inner | null =>
  documentElementOf(component).querySelector('input, textarea')

/** What each keyboard has keys for; a keyboard of letters has everything. */
const KEYS: Record<string, RegExp> = { number: /^\d*$/, digit: /^[\d.]*$/, idcard: /^[\dXx]*$/ }
/** Characters a field takes when nobody says otherwise. */
const MOST_CHARACTERS = 140

const detailOf = (inner: Inner) => ({ value: inner.value, cursor: inner.selectionStart })

/** A person types: only what the keyboard has, and not more than fits. */
export function type(component: Builtin, words: string): void {
  const inner = innerOf(component)
  const { type: keyboard, maxlength, disabled } = component.data
  if (!inner) throw new Error('there is nothing to write into')
  if (disabled) throw new Error('the field is disabled')
  if (KEYS[text(keyboard)]?.test(words) === false)
    throw new Error(`the keyboard ${text(keyboard)} has no keys for "${words}"`)
  const most = Number(maxlength ?? MOST_CHARACTERS)
  inner.value = most < 0 ? words : words.slice(0, most)
  inner.dispatchEvent(new Event('input'))
}

export const textField = (kind: 'input' | 'textarea'): Behaviour => ({
  attached(component) {
    const inner = document.createElement(kind)
    documentElementOf(component).append(inner)
    inner.addEventListener('input', () => tell(component, 'input', detailOf(inner)))
    inner.addEventListener('focus', () => tell(component, 'focus', { value: inner.value, height: 0 }))
    inner.addEventListener('blur', () => {
      tell(component, 'blur', detailOf(inner))
      if (component.data.type === 'nickname')
        tell(component, 'nicknamereview', { pass: true, timeout: false })
    })
    inner.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter' && kind === 'input') confirm(component)
    })
  },
  changed(component, name, value) {
    const inner = innerOf(component)
    if (!inner) return
    if (name === 'value' && inner.value !== text(value)) inner.value = text(value)
    if (name === 'placeholder') inner.placeholder = text(value)
    if (name === 'disabled') inner.disabled = Boolean(value)
    if (name === 'password' && value) inner.setAttribute('type', 'password')
    if (name === 'focus' && value) setTimeout(() => inner.focus())
  },
  tapped: (component) => innerOf(component)?.focus(),
  triggered(component, event, detail) {
    if (event === 'confirm' && 'value' in detail) type(component, text(detail.value))
  },
  field: {
    value: (component) => innerOf(component)?.value ?? '',
    reset(component) {
      const inner = innerOf(component)
      if (inner) inner.value = ''
    },
  },
})

/** The key at the bottom right of the keyboard; it takes the keyboard away unless told to hold it. */
function confirm(component: Builtin): void {
  const inner = innerOf(component)
  tell(component, 'confirm', { value: inner?.value ?? '' })
  if (!component.data.confirmHold) inner?.blur()
}
