import { isClean, reportOf, sentencesFor } from '../../../src/client/pages/report/check'
import { proposedTitle } from '../../../src/client/report-title'
import type { Writing } from '../../../src/client/stores/draft'
import { FIRST_TILES, TILES, type Tile, tileOf, tileOfCode } from '../../../src/client/texts/categories'
import { CATEGORY_CODES } from '../../../src/core/concerns/category'

const tile = (key: string): Tile => {
  const found = tileOf(key)
  if (!found) throw new Error(`no tile ${key}`)
  return found
}

const writing = (key: string, change: Partial<Writing> = {}): Writing => ({
  tile: key,
  kind: tile(key).kinds[0].key,
  where: {
    way: 'home',
    building: { id: 'JX-033', label: '33栋', point: { latE6: 1, lngE6: 1 } },
    point: null,
    words: '',
  },
  title: null,
  detail: '',
  anonymous: false,
  channel: 'app',
  photos: [],
  ...change,
})

test('the four matters of this street come first', () => {
  expect(FIRST_TILES.map(({ name }) => name)).toEqual(['路灯', '停车', '门牌', '老年活动'])
})

test('every code of the table can be reached from a tile', () => {
  expect(CATEGORY_CODES.filter((code) => tileOfCode(code) === undefined)).toEqual([])
})

test('every tile whose words are given proposes a title that may be sent as it is', () => {
  const wrong = TILES.flatMap((one) =>
    one.kinds.map(({ key }) => writing(one.key, { kind: key, detail: '有件事想说一说' })),
  ).filter((one) => !isClean(sentencesFor(tile(one.tile), one)))
  expect(wrong).toEqual([])
})

test.each([
  ['light', {}, '33栋路灯不亮了'],
  ['parking', { kind: 'fire-lane' }, '33栋车堵了消防道'],
  ['policy', { detail: '养老金怎么领？我爸六十了。' }, '养老金怎么领？我爸六十了'],
  ['other', { detail: '急' }, '有一件事想反映'],
])('%s %j is called %s', (key, change, title) => {
  expect(proposedTitle(tile(key), writing(key, change))).toBe(title)
})

test('a long name of a place never makes a title too long', () => {
  const where = { way: 'words' as const, building: null, point: null, words: '很'.repeat(60) }
  expect(proposedTitle(tile('light'), writing('light', { where }))).toHaveLength(40)
})

test('a title of three characters is said to be too short before anything leaves', () => {
  expect(sentencesFor(tile('light'), writing('light', { title: '灯坏了' })).title).toBe('再写几个字，至少4个')
})

test('asking about a policy needs no place', () => {
  const where = { way: 'plan' as const, building: null, point: null, words: '' }
  const asked = writing('policy', { where, detail: '养老金怎么领' })
  expect(isClean(sentencesFor(tile('policy'), asked))).toBe(true)
  expect(reportOf(tile('policy'), asked).place).toEqual({ buildingId: null, point: null, words: '' })
})
