import { type Behaviour, type Builtin, componentAt, documentElementOf, held, tell, text } from './component'

const current = held((component) => Number(component.data.current ?? 0))
const timers = new WeakMap<Builtin, ReturnType<typeof setInterval>>()

const itemsOf = (component: Builtin): HTMLElement[] => [
  ...documentElementOf(component).querySelectorAll<HTMLElement>('wx-swiper-item'),
]

function show(component: Builtin): void {
  for (const [index, item] of itemsOf(component).entries()) item.hidden = index !== current.get(component)
}

/** Moves to an item and tells of it; `source` says who moved it. */
function moveTo(component: Builtin, index: number, source: 'touch' | 'autoplay' | ''): void {
  if (!itemsOf(component)[index]) throw new Error(`the swiper has no item ${index}`)
  if (index === current.get(component)) return
  current.set(component, index)
  show(component)
  const item = componentAt(itemsOf(component)[index])
  const detail = { current: index, currentItemId: text(item?.data.itemId), source }
  tell(component, 'change', detail)
  setTimeout(() => tell(component, 'animationfinish', detail))
}

export const swipeTo = (component: Builtin, index: number): void => moveTo(component, index, 'touch')

function play(component: Builtin): void {
  clearInterval(timers.get(component))
  if (!component.data.autoplay) return
  const turn = () => {
    const next = (current.get(component) + 1) % itemsOf(component).length
    if (next > 0 || component.data.circular) moveTo(component, next, 'autoplay')
  }
  timers.set(component, setInterval(turn, Number(component.data.interval ?? 5000)))
}

export const swiper: Behaviour = {
  attached: (component) => void setTimeout(() => show(component)),
  detached: (component) => clearInterval(timers.get(component)),
  changed(component, name, value) {
    if (name === 'autoplay' || name === 'interval') play(component)
    if (name === 'current' && itemsOf(component)[Number(value)]) moveTo(component, Number(value), '')
  },
}
