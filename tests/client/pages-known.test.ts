import { freshened } from '../../src/client/pages-known'

const page = (ids: string, cursor: string | null) => ({ items: [...ids].map((id) => ({ id })), cursor })
const read = ({ items, cursor }: { items: { id: string }[]; cursor: string | null }) =>
  `${items.map(({ id }) => id).join('')} ${cursor}`

const later = [page('efgh', 'h'), page('ijk', null)]

test.each([
  ['nothing has happened', 'abcd', page('abcd', 'd'), 'abcd d'],
  ['one came new at the front', 'abcd', page('xabc', 'c'), 'xabcd d'],
  ['two came new', 'abcd', page('xyab', 'b'), 'xyabcd d'],
  ['one has gone, so that one of the next page slipped up', 'abcd', page('acde', 'e'), 'acd d'],
  ['one has moved up', 'abcd', page('dabc', 'c'), 'dabc d'],
  ['nothing of it is left', 'abcd', page('stuv', 'v'), 'stuv v'],
  ['the list ends here now', 'abcd', page('ab', null), 'ab null'],
])('a page asked again ends where the next begins: %s', (_, old, fresh, hoped) => {
  expect(read(freshened(page(old, 'd'), fresh, later))).toBe(hoped)
})

test('the last page is as long as the server says', () => {
  expect(read(freshened(page('ijk', null), page('ijkl', 'l'), []))).toBe('ijkl l')
})
