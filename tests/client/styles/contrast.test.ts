import { readFileSync } from 'node:fs'
import { colours } from '../../../src/client/components/plan-colours'

const source = readFileSync('src/client/styles/tokens.scss', 'utf8')

type Tokens = Record<string, string>

function tokensOf(mixin: string): Tokens {
  const block = source.split(`@mixin ${mixin} {`)[1]?.split('\n}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--ld-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

const light = tokensOf('light')
const dark = { ...light, ...tokensOf('dark') }

const channel = (hex: string): number => {
  const share = Number.parseInt(hex, 16) / 255
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
const luminance = (hex: string): number =>
  0.2126 * channel(hex.slice(1, 3)) + 0.7152 * channel(hex.slice(3, 5)) + 0.0722 * channel(hex.slice(5, 7))

/** WCAG 2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const TEXT_ON_GROUND: [string, string][] = [
  ...['ink', 'text', 'help', 'pine', 'brick'].flatMap((text): [string, string][] => [
    [text, 'card'],
    [text, 'page'],
  ]),
  ['ink', 'sunken'],
  ['text', 'sunken'],
  ['help', 'sunken'],
  ['on-pine', 'pine'],
  ['on-pine', 'pine-press'],
  ['on-pine-tint', 'pine-tint'],
  ['on-lamp', 'lamp'],
  ['on-lamp-tint', 'lamp-tint'],
  ['on-brick', 'brick'],
  ['on-brick-tint', 'brick-tint'],
  ['night-ink', 'night'],
  ['night-help', 'night'],
  ['lamp', 'night'],
]

const themes = [
  ['light', light],
  ['dark', dark],
] as const

describe.each(themes)('in the %s theme', (_name, tokens) => {
  test.each(TEXT_ON_GROUND)('%s on %s can be read (4.5 : 1)', (text, ground) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test('the outline of a control can be seen (3 : 1)', () => {
    expect(contrast(tokens.edge ?? '', tokens.card ?? '')).toBeGreaterThanOrEqual(3)
  })
})

test('the formula itself: black on white is 21, equal colours are 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#0e6155', '#0e6155')).toBe(1)
})

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

test.each(themes)('drawings use the %s colours of the page', (name, tokens) => {
  const drawn = Object.entries(colours(name === 'dark')).map(([key, value]) => [dashed(key), value])
  expect(Object.fromEntries(drawn)).toEqual(
    Object.fromEntries(drawn.map(([key]) => [key, tokens[key ?? '']])),
  )
})
