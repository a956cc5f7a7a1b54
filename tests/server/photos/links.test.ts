import { openVault } from '../../../src/server/people/vault'
import { openPhotoLinks } from '../../../src/server/photos/links'

const HOUR = 3_600_000
const NOW = 1_795_000_000_000 - (1_795_000_000_000 % HOUR)
const links = openPhotoLinks(openVault('a secret of at least thirty-two characters'))

const passed = (id: string) => ({ id, state: 'pass' }) as const
const given = (url: string) => {
  const { searchParams } = new URL(url, 'http://here')
  return { until: searchParams.get('until') ?? '', sig: searchParams.get('sig') ?? '' }
}

test('the address of a photo stays the same for the whole hour, so that the phone keeps the picture', () => {
  expect(links.url('p1', 'all', NOW + HOUR - 1)).toBe(links.url('p1', 'all', NOW))
  expect(links.url('p1', 'all', NOW + HOUR)).not.toBe(links.url('p1', 'all', NOW))
})

test('it holds at least one hour and at most two', () => {
  const last = given(links.url('p1', 'all', NOW + HOUR - 1))
  expect(links.admits(passed('p1'), last, NOW + 2 * HOUR - 1)).toBe(true)
  expect(links.admits(passed('p1'), last, NOW + 2 * HOUR)).toBe(false)
})

test('it opens one photo, and nobody can make it last longer', () => {
  const mine = given(links.url('p1', 'all', NOW))
  expect(links.admits(passed('p2'), mine, NOW)).toBe(false)
  expect(links.admits(passed('p1'), { ...mine, until: String(Number(mine.until) + HOUR) }, NOW)).toBe(false)
  expect(links.admits(passed('p1'), { ...mine, sig: '' }, NOW)).toBe(false)
})

test('another installation’s address is none of ours', () => {
  const foreign = openPhotoLinks(openVault('another secret of thirty-two characters!'))
  expect(links.admits(passed('p1'), given(foreign.url('p1', 'all', NOW)), NOW)).toBe(false)
})

test('an address made for all ends when the photo is taken down; one for insiders does not', () => {
  const [all, insiders] = [given(links.url('p1', 'all', NOW)), given(links.url('p1', 'insiders', NOW))]
  for (const state of ['pending', 'review', 'refused'] as const) {
    expect(links.admits({ id: 'p1', state }, all, NOW)).toBe(false)
    expect(links.admits({ id: 'p1', state }, insiders, NOW)).toBe(true)
  }
  expect(links.admits(passed('p1'), all, NOW)).toBe(true)
})
