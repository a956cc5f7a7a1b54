import type { ITouchEvent } from '@tarojs/components'
import type { KeyboardEvent } from 'react'

/**
 * What a screen reader and a keyboard need. H5 reads ARIA attributes; WeChat reads aria-role and aria-label,
 * which config/accessible adds to Taro's templates.
 */
interface Meaning {
  label?: string
  /** Of a choice: chosen or not. */
  chosen?: boolean
  disabled?: boolean
  role?: 'button' | 'radio' | 'tab' | 'switch' | 'checkbox' | 'link'
}

type Press = (event?: ITouchEvent) => void

const state = ({ chosen, role }: Meaning) => {
  if (chosen === undefined) return {}
  if (role === 'radio' || role === 'switch' || role === 'checkbox') return { 'aria-checked': chosen }
  return role === 'tab' ? { 'aria-selected': chosen } : { 'aria-pressed': chosen }
}

const onKeys = (press: Press) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  press()
}

/** Makes any View a real button: role, name, tab stop, Enter and the space bar. */
export function pressable(press: Press, meaning: Meaning = {}): Record<string, unknown> {
  const role = meaning.role ?? 'button'
  if (ON_WECHAT) return { onClick: press, ariaRole: role, ...(meaning.label && { ariaLabel: meaning.label }) }
  return {
    onClick: press,
    onKeyDown: onKeys(press),
    role,
    tabIndex: 0,
    ...(meaning.label && { 'aria-label': meaning.label }),
    ...(meaning.disabled && { 'aria-disabled': true }),
    ...state(meaning),
  }
}

/** Role and name of something that is only read. */
export function readable(
  role: string,
  label?: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  if (ON_WECHAT) return { ariaRole: role, ...(label && { ariaLabel: label }) }
  return { role, ...(label && { 'aria-label': label }), ...more }
}

/** One row's place in a list of which only a part is on the page; `size` is -1 while nobody knows how long it is. */
export function listItem(position: number, size: number): Record<string, unknown> {
  if (ON_WECHAT) return { ariaRole: 'listitem', ariaPosinset: position, ariaSetsize: size }
  return { role: 'listitem', 'aria-posinset': position, 'aria-setsize': size }
}

interface InnerField {
  label: string
  /** Id of the sentence that says what is wrong. */
  problemId?: string
}

/** Taro's elements grow their inner field after the page was drawn, those of a sheet later still. */
async function innerField(id: string): Promise<Element | null> {
  for (let tries = 0; tries < 40; tries += 1) {
    const inner = document.getElementById(id)?.querySelector('input, textarea')
    if (inner) return inner
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return null
}

/** On H5 the real input lies inside Taro's element, so its name and its problem are written onto it there. */
export async function nameInnerField(id: string, { label, problemId }: InnerField): Promise<void> {
  if (ON_WECHAT) return
  const inner = await innerField(id)
  if (!inner) return
  inner.setAttribute('aria-label', label)
  inner.setAttribute('aria-invalid', String(problemId !== undefined))
  if (problemId) inner.setAttribute('aria-describedby', problemId)
  else inner.removeAttribute('aria-describedby')
}

/**
 * Moves the keyboard into a sheet that has just opened; the answer brings it back to where it was.
 * WeChat's screen reader finds the sheet by its role.
 */
export function focusOn(id: string): () => void {
  if (ON_WECHAT) return () => undefined
  const before = document.activeElement
  document.getElementById(id)?.focus()
  return () => {
    if (before instanceof HTMLElement) before.focus()
  }
}

/** Tab goes round inside an open sheet: what lies under it is out of reach until the sheet closes. */
export function keepTabInside(id: string, event: KeyboardEvent): void {
  if (ON_WECHAT || event.key !== 'Tab') return
  const sheet = document.getElementById(id)
  const stops = sheet?.querySelectorAll<HTMLElement>('[tabindex="0"], input, textarea') ?? []
  const [first, last] = [stops[0], stops[stops.length - 1]]
  const here = document.activeElement
  const leaves = event.shiftKey ? here === first || here === sheet : here === last
  if (!leaves) return
  event.preventDefault()
  if (event.shiftKey) last?.focus()
  else first?.focus()
}

/** The words for a picture; without any, a screen reader passes over it. */
export function described(words = ''): Record<string, unknown> {
  if (ON_WECHAT) return words ? { ariaLabel: words } : {}
  return { nativeProps: { alt: words } }
}
