import type axe from 'axe-core'
import { source } from 'axe-core'
import type { Page } from 'playwright-core'

/** What a page must hold in one look. Pixels of CSS. */
export interface Bounds {
  /** The smallest side of anything a finger is meant to hit. */
  tap: number
  /** The smallest letters. */
  text: number
}

/** The page stands still: its heading is there, nothing is being fetched for it, nothing moves. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const screen = [...document.querySelectorAll('.taro_page')].filter((one) => one.checkVisibility()).pop()
    return (
      screen?.querySelector('[role="main"]')?.textContent &&
      !screen.querySelector('[aria-label="正在取数据"]') &&
      document.getAnimations().every(({ playState }) => playState !== 'running')
    )
  })
}

/** Every offender in words: what axe finds, what sticks out, what is too small to hit or to read. */
export async function offendersOf(page: Page, bounds: Bounds): Promise<string[]> {
  return [...(await foundByAxe(page)), ...(await page.evaluate(measure, bounds))]
}

/** Asked in the page itself: the ready-made bridge to the browser brings its half megabyte anew for every question. */
export async function foundByAxe(page: Page, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = await page.evaluate(
    async (part) => (window as unknown as { axe: typeof axe }).axe.run(part, { resultTypes: ['violations'] }),
    within,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message)
      return `axe ${id}: ${target.join(' ')}: ${why[0] ?? ''}`
    }),
  )
}

/** Runs in the page, so it holds everything it needs. */
function measure({ tap, text }: Bounds): string[] {
  const TAPPABLE =
    'a, button, input, textarea, [role=button], [role=link], [role=radio], [role=tab], [role=switch], [role=checkbox]'
  /** Samples of another size than the page's own: 字要多大？ */
  const SAMPLE = '[role=radiogroup] .ld-root, [aria-label="字要多大？"]'
  const width = document.documentElement.clientWidth

  const called = (one: Element) => {
    const words = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30)
    return `${one.getAttribute('role') ?? one.tagName.toLowerCase()}.${String(one.className).split(' ')[0]} “${words}”`
  }
  const isShown = (one: Element) => {
    const { width: wide, height } = one.getBoundingClientRect()
    return wide > 1 && height > 1 && one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const scrolls = (one: Element | null): boolean =>
    one !== null && (/auto|scroll|hidden/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement))

  const everything = [...document.querySelectorAll('body *')].filter(isShown)
  const wide = everything
    .filter((one) => one.getBoundingClientRect().right > width + 1 && !scrolls(one.parentElement))
    .map((one) => `sticks out to ${Math.round(one.getBoundingClientRect().right)}: ${called(one)}`)
  if (document.documentElement.scrollWidth > width) wide.push('the page scrolls sideways')

  const small = everything
    .filter((one) => one.matches(TAPPABLE))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width < tap - 0.5 || box.height < tap - 0.5)
    .map(({ one, box }) => `${Math.round(box.width)}x${Math.round(box.height)} to hit: ${called(one)}`)

  const tiny = everything
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .filter((one) => !one.closest(SAMPLE))
    .map((one) => ({ one, size: Number.parseFloat(getComputedStyle(one).fontSize) }))
    .filter(({ size }) => size < text - 0.1)
    .map(({ one, size }) => `letters of ${size}: ${called(one)}`)

  return [...wide, ...small, ...tiny]
}
