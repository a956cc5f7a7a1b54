import type { InputOf, QueryName } from '../../../src/contracts/operations'
import type { PhotoState } from '../../../src/core/content/photo'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'
import { answerOf, EVERYBODY, GRID, LAMP, type Street, smallStreet, type Who } from '../concerns/small-street'

let store: Store
let street: Street
const photos = {} as Record<PhotoState, string>
const matters: string[] = []
beforeAll(async () => {
  store = await memoryStore()
  street = await smallStreet(store)
  for (const state of ['pending', 'review', 'refused', 'pass'] as const) {
    photos[state] = await street.photo('resident')
    await store.db.updateTable('photos').set({ state }).where('id', '=', photos[state]).execute()
    const report = { ...LAMP, photoIds: [photos[state]] }
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', report))
    answerOf(await street.ask('follower', 'concerns.endorse', { id }))
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    matters.push(id)
  }
})
afterAll(() => store.close())

/** All that one person is told by every query that shows matters. */
async function toldTo(who: Who): Promise<string> {
  const place = { buildingId: 'JX-001', point: null }
  const asked: { [Name in QueryName]?: InputOf<Name>[] } = {
    'concerns.similar': [{ category: 'LIGHT_BROKEN', ...place }],
    'concerns.list': [{ show: 'all' }],
    'concerns.mine': [{}],
    'concerns.get': matters.map((id) => ({ id })),
    'concerns.queue': [{}],
    'content.queue': [{}],
    'home.show': [{}, { gridPath: GRID }],
    'inbox.list': [{}],
  }
  const told: string[] = []
  for (const [operation, inputs] of Object.entries(asked))
    for (const input of inputs) told.push(JSON.stringify(await street.call(who, { operation, input })))
  return told.join('\n')
}

/** The author, and those whose office handles what stands with the grid; an auditor may look into everything. */
const HANDLERS: Who[] = [
  'resident',
  'grid_staff',
  'second_staff',
  'grid_head',
  'community_staff',
  'street_admin',
  'auditor',
]

test.each(['pending', 'review', 'refused', 'pass'] as const)(
  'the address of a photo that is %s reaches exactly those who may see it',
  async (state) => {
    const finders: Who[] = []
    for (const who of EVERYBODY)
      if ((await toldTo(who)).includes(`/photos/${photos[state]}?`)) finders.push(who)
    expect(finders.sort()).toEqual((state === 'pass' ? [...EVERYBODY] : HANDLERS).sort())
    expect(street.surprises).toEqual([])
  },
)

test('neighbours are not told whether a machine or a person is looking', async () => {
  const told = await toldTo('neighbour')
  expect(told).not.toContain('"state":"review"')
  expect(told).toContain('"state":"pending"')
})
