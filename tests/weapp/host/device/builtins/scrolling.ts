import { type Behaviour, type Builtin, documentElementOf, tell, text } from './component'

const EDGE = 50

/** scroll-view: which of its ends the reader is near, so that each is told once. */
const near = new WeakMap<Builtin, { upper: boolean; lower: boolean }>()

function scrolled(component: Builtin, before: { left: number; top: number }): void {
  const { scrollLeft, scrollTop, scrollHeight, scrollWidth, clientHeight, clientWidth } =
    documentElementOf(component)
  const { upperThreshold, lowerThreshold, scrollX, scrollY } = component.data
  const delta = { deltaX: before.left - scrollLeft, deltaY: before.top - scrollTop }
  tell(component, 'scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, ...delta })

  const [start, end, direction] =
    scrollX && !scrollY
      ? ([scrollLeft, scrollWidth - clientWidth - scrollLeft, ['left', 'right']] as const)
      : ([scrollTop, scrollHeight - clientHeight - scrollTop, ['top', 'bottom']] as const)
  const now = { upper: start <= Number(upperThreshold ?? EDGE), lower: end <= Number(lowerThreshold ?? EDGE) }
  const was = near.get(component) ?? { upper: true, lower: false }
  if (now.upper && !was.upper) tell(component, 'scrolltoupper', { direction: direction[0] })
  if (now.lower && !was.lower) tell(component, 'scrolltolower', { direction: direction[1] })
  near.set(component, now)
}

export const scrollView: Behaviour = {
  attached(component) {
    const element = documentElementOf(component)
    let before = { left: 0, top: 0 }
    element.addEventListener('scroll', () => {
      scrolled(component, before)
      before = { left: element.scrollLeft, top: element.scrollTop }
    })
  },
  changed(component, name, value) {
    const element = documentElementOf(component)
    if (name === 'scrollX') element.style.overflowX = value ? 'auto' : 'hidden'
    if (name === 'scrollY') element.style.overflowY = value ? 'auto' : 'hidden'
    if (name === 'scrollTop' && value != null) later(() => element.scrollTo({ top: Number(value) }))
    if (name === 'scrollLeft' && value != null) later(() => element.scrollTo({ left: Number(value) }))
    if (name === 'scrollIntoView' && value)
      later(() => element.querySelector(`#${CSS.escape(text(value))}`)?.scrollIntoView({ block: 'start' }))
  },
}

/** What is to be scrolled to may be drawn by the same setData. */
const later = (run: () => void) => void setTimeout(run)
