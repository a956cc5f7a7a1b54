import { DAY, dayOf, startOfDay } from '../concerns/calendar'

/** 巡查: the head's weekly round, and the monthly safety check. */
export const INSPECTION_KINDS = ['patrol', 'safety'] as const
export type InspectionKind = (typeof INSPECTION_KINDS)[number]

/** What is looked at, as data: the words for each are the screen's. */
export const CHECKLISTS = {
  patrol: ['extinguisher', 'ebike', 'exit', 'wiring', 'gas'],
  safety: [
    'extinguisher',
    'ebike',
    'exit',
    'wiring',
    'gas',
    'structure',
    'window_bars',
    'roof',
    'shop_sleeping',
  ],
} as const satisfies Record<InspectionKind, readonly string[]>

export const CHECK_ITEMS = CHECKLISTS.safety
export type CheckItem = (typeof CHECK_ITEMS)[number]

export interface Finding {
  item: CheckItem
  /** `none`: there is no such thing here. */
  found: 'fine' | 'bad' | 'none'
}

/** Every item of the list once, and nothing else: a round with a gap is not a round. */
export function isWhole(kind: InspectionKind, findings: readonly Finding[]): boolean {
  const items: readonly string[] = CHECKLISTS[kind]
  const looked = new Set(findings.map(({ item }) => item))
  return (
    looked.size === findings.length &&
    items.length === looked.size &&
    items.every((item) => looked.has(item as CheckItem))
  )
}

/** What has to be followed up: each becomes a hazard of its own. */
export const badItems = (findings: readonly Finding[]): CheckItem[] =>
  findings.filter(({ found }) => found === 'bad').map(({ item }) => item)

/** The period, in China, in which `at` lies: Monday to Sunday for a round, the calendar month for a safety check. */
export function periodOf(kind: InspectionKind, at: number): { from: number; to: number } {
  if (kind === 'patrol') {
    const monday = dayOf(at) - ((dayOf(at) + 3) % 7)
    return { from: startOfDay(monday), to: startOfDay(monday + 7) }
  }
  const first = firstOfMonth(dayOf(at))
  return { from: startOfDay(first), to: startOfDay(firstOfMonth(first + 31)) }
}

/** The last one that is over by now: a house without a round in it was missed. */
export const lastPeriodOf = (kind: InspectionKind, at: number): { from: number; to: number } =>
  periodOf(kind, periodOf(kind, at).from - 1)

/** Days are counted from 1970-01-01, a Thursday. */
const firstOfMonth = (day: number): number => day - new Date(day * DAY).getUTCDate() + 1
