import { type Behaviour, type Builtin, held, text } from './component'

/** Where the wheels stand when nobody says it. */
const AT_FIRST: Record<string, unknown> = { selector: 0, multiSelector: [], time: '', date: '', region: [] }

const modeOf = ({ data }: Builtin): string => text(data.mode) || 'selector'

const value = held((component) => component.data.value ?? AT_FIRST[modeOf(component)])

/** Whether the wheels of this mode can stand there. */
const CAN_STAND: Record<string, (component: Builtin, chosen: unknown) => boolean> = {
  selector: ({ data }, chosen) => isIndexOf(data.range, chosen),
  multiSelector: ({ data }, chosen) =>
    Array.isArray(chosen) &&
    chosen.length === (data.range as unknown[]).length &&
    chosen.every((index, column) => isIndexOf((data.range as unknown[])[column], index)),
  time: ({ data }, chosen) => /^([01]\d|2[0-3]):[0-5]\d$/.test(String(chosen)) && isBetween(data, chosen),
  date: ({ data }, chosen) =>
    SHAPES[String(data.fields ?? 'day')]?.test(String(chosen)) === true && isBetween(data, chosen),
  region: (_, chosen) => Array.isArray(chosen) && chosen.length === 3,
}

const SHAPES: Record<string, RegExp> = { year: /^\d{4}$/, month: /^\d{4}-\d\d$/, day: /^\d{4}-\d\d-\d\d$/ }

const isIndexOf = (range: unknown, index: unknown): boolean =>
  Array.isArray(range) &&
  Number.isInteger(Number(index)) &&
  Number(index) >= 0 &&
  Number(index) < range.length

/** Dates and times are written so that text compares as time does. */
const isBetween = ({ start, end }: Record<string, unknown>, chosen: unknown): boolean =>
  (!start || String(chosen) >= String(start)) && (!end || String(chosen) <= String(end))

/** Its wheels are native: a test turns them with the automator's element.trigger('change', { value }). */
export const picker: Behaviour = {
  changed(component, name) {
    if (name === 'value') value.forget(component)
  },
  triggered(component, type, detail) {
    if (type !== 'change') return
    const mode = modeOf(component)
    if (component.data.disabled) throw new Error('the picker is disabled')
    if (!CAN_STAND[mode]?.(component, detail.value))
      throw new Error(`the picker ${mode} cannot be set to ${JSON.stringify(detail.value)}`)
    value.set(component, detail.value)
  },
  field: { value: value.get, reset: value.forget },
}
