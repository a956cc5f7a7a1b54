import fc from 'fast-check'
import {
  areaIn,
  LARGEST_AREA,
  type ListedKind,
  type ListLine,
  squareMetres,
  whyNotChangeVoter,
  whyNotFoundBody,
  whyNotListed,
} from '../../../src/core/council/body'

const may = (kind: ListedKind, line: Partial<ListLine>, others: Partial<ListLine>[] = []) =>
  whyNotListed(
    { label: '1栋101', personId: '甲', area: kind === 'owner' ? 980_000 : null, ...line },
    {
      kind,
      others: others.map((one) => ({ label: '9栋901', personId: null, area: null, ...one })),
      writerId: '干部',
      residents: null,
    },
  )

test('whoever founds a body keeps its list, so he does not lead it; one of a kind is enough in a place', () => {
  const asked = {
    founderId: '干部',
    chairId: '甲',
    secretaryId: '乙',
    kind: 'owner' as const,
    buildingId: null,
  }
  expect(whyNotFoundBody(asked, false)).toBeNull()
  expect(whyNotFoundBody({ ...asked, secretaryId: null }, false)).toBeNull()
  expect(whyNotFoundBody({ ...asked, chairId: '干部' }, false)).toBe('SELF_APPROVAL')
  expect(whyNotFoundBody({ ...asked, secretaryId: '甲' }, false)).toBe('DUTIES_APART')
  expect(whyNotFoundBody(asked, true)).toBe('BODY_THERE')
})

test('one house has a body of its households or its residents; owners of one house are no assembly', () => {
  const asked = { founderId: '干部', chairId: '甲', secretaryId: null, buildingId: '12栋' }
  expect(whyNotFoundBody({ ...asked, kind: 'household' }, false)).toBeNull()
  expect(whyNotFoundBody({ ...asked, kind: 'person' }, false)).toBeNull()
  expect(whyNotFoundBody({ ...asked, kind: 'person' }, true)).toBe('BODY_THERE')
  expect(whyNotFoundBody({ ...asked, kind: 'owner' }, false)).toBe('VALIDATION')
})

test('in the list of a house stands who lives there; a room nobody speaks for yet stands there all the same', () => {
  const line = { label: '12栋302', personId: '甲', area: null }
  const listing = { kind: 'household' as const, others: [], writerId: '干部' }
  expect(whyNotListed(line, { ...listing, residents: new Set(['甲']) })).toBeNull()
  expect(whyNotListed(line, { ...listing, residents: new Set() })).toBe('NOT_OF_HOUSE')
  expect(whyNotListed({ ...line, personId: null }, { ...listing, residents: new Set() })).toBeNull()
})

test('owners stand in a list with their share, households and residents without one', () => {
  expect(may('owner', {})).toBeNull()
  expect(may('owner', { area: null })).toBe('VALIDATION')
  expect(may('household', {})).toBeNull()
  expect(may('household', { area: 980_000 })).toBe('VALIDATION')
  expect(may('person', { area: 980_000 })).toBe('VALIDATION')
})

test('a seat whose owner nobody knows stands in the list; a resident nobody knows is none', () => {
  expect(may('owner', { personId: null })).toBeNull()
  expect(may('household', { personId: null }, [{ personId: null }])).toBeNull()
  expect(may('person', { personId: null })).toBe('VALIDATION')
})

test('an owner has each of his flats; nobody votes twice as a resident or for two households', () => {
  expect(may('owner', {}, [{ personId: '甲' }])).toBeNull()
  expect(may('household', {}, [{ personId: '甲' }])).toBe('LINE_LISTED')
  expect(may('person', {}, [{ personId: '甲' }])).toBe('LINE_LISTED')
  expect(may('owner', {}, [{ label: '1栋101', personId: '乙' }])).toBe('LINE_LISTED')
})

test('nobody writes himself into a list', () => {
  expect(may('owner', { personId: '干部' })).toBe('SELF_APPROVAL')
})

test('who votes for a unit waits for the poll it stands in', () => {
  expect(whyNotChangeVoter(true)).toBe('POLL_RUNNING')
  expect(whyNotChangeVoter(false)).toBeNull()
})

describe('a share is written in square metres and kept in whole square centimetres', () => {
  test.each([
    ['98', 980_000],
    ['98.35', 983_500],
    [' 0.0001 ', 1],
    ['999999.9999', 9_999_999_999],
    ['0', null],
    ['98.35678', null],
    ['-3', null],
    ['98,35', null],
    ['九十八', null],
    ['', null],
    ['1000000', null],
  ])('%s', (text, area) => {
    expect(areaIn(text)).toBe(area)
  })
  test('what is written out is read again to the last square centimetre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGEST_AREA - 1 }), (cm2) => areaIn(squareMetres(cm2)) === cm2),
    )
  })
})
