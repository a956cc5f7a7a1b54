import { create } from 'zustand'
import { fontScale, paintOutside, systemIsDark, watchSystemTheme } from '../platform/device'
import { box, isRecord } from '../platform/storage'

export type Mode = 'normal' | 'elder'
export type Theme = 'light' | 'dark' | 'system'
/** Steps of 长辈版: body text of 22, 26 and 30. */
export const ELDER_STEPS = [1, 1.18, 1.37] as const

interface LookChoice {
  mode: Mode
  /** Index into ELDER_STEPS. */
  step: number
  theme: Theme
}

interface Look extends LookChoice {
  /** The person has said which version he wants: the phone's own setting no longer decides. */
  chosen: boolean
  systemDark: boolean
  phoneScale: number
  choose(change: Partial<LookChoice>): void
  /** 字再大点: the next size, and after the largest the first again. */
  larger(): void
  start(): void
}

const isChoice = (found: unknown): found is LookChoice =>
  isRecord(found) &&
  (found.mode === 'normal' || found.mode === 'elder') &&
  typeof found.step === 'number' &&
  typeof found.theme === 'string'

const kept = box('look', isChoice)

/** A phone already set this large belongs to somebody who wants 长辈版. */
const ELDER_FROM = 1.29

export const useLook = create<Look>((set, get) => ({
  mode: 'normal',
  step: 0,
  theme: 'system',
  chosen: false,
  systemDark: false,
  phoneScale: 1,
  choose: (change) => {
    const { mode, step, theme } = { ...get(), ...change }
    kept.write({ mode, step, theme })
    set({ mode, step, theme, chosen: true })
  },
  larger: () => get().choose({ mode: 'elder', step: (get().step + 1) % ELDER_STEPS.length }),
  start: () => {
    const before = kept.read()
    const phoneScale = fontScale()
    const mode: Mode = phoneScale >= ELDER_FROM ? 'elder' : 'normal'
    set({ phoneScale, systemDark: systemIsDark(), ...(before ? { ...before, chosen: true } : { mode }) })
    watchSystemTheme((systemDark) => set({ systemDark }))
    useLook.subscribe((look) => paintOutside(isDark(look), lookClass(look)))
    paintOutside(isDark(get()), lookClass(get()))
  },
}))

export const isDark = ({ theme, systemDark }: Pick<Look, 'theme' | 'systemDark'>): boolean =>
  theme === 'system' ? systemDark : theme === 'dark'

const textScale = ({ mode, step, phoneScale }: Look): number =>
  mode === 'elder' ? (ELDER_STEPS[step] ?? 1) : phoneScale

const lookClass = (look: Look): string =>
  [isDark(look) && 'ld-dark', look.mode === 'elder' && 'ld-elder'].filter(Boolean).join(' ')

/** What a page's root carries so that everything in it follows the look; classes, since WXML drops data-*. */
export function useRootLook() {
  const look = useLook()
  return {
    className: `ld-root ${lookClass(look)}`,
    style: { '--ld-k': textScale(look) } as React.CSSProperties,
    'data-theme': isDark(look) ? 'dark' : 'light',
    'data-elder': look.mode === 'elder' ? 'true' : undefined,
  }
}
