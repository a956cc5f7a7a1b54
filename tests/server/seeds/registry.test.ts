import { standingOf } from '../../../src/core/buildings/registration'
import { buildingId } from '../../../src/server/seeds/estate'
import { registryOf } from '../../../src/server/seeds/registry'
import { digestOf } from '../../../src/server/seeds/rows'
import { epochOf, seed } from '../../../src/server/seeds/seed'
import { pilotWorld } from '../../../src/server/seeds/world'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'
import { NOW, vault } from '../people/street'

const EPOCH = epochOf(NOW)
const { buildings } = pilotWorld()
const registry = registryOf(buildings, EPOCH)

test('every house has a card that another one than its writer has checked; nine are stale', () => {
  expect(registry.cards).toHaveLength(191)
  const standings = registry.cards.map((card) => standingOf(card, EPOCH))
  expect(standings.filter((standing) => standing === 'stale')).toHaveLength(9)
  expect(standings.filter((standing) => standing === 'verified')).toHaveLength(182)
  for (const card of registry.cards)
    expect(card.state === 'verified' && card.checkedBy).not.toBe(card.draftedBy)
})

test('the five houses graded C and D have an open hazard each, and 113栋 is sealed and not let', () => {
  expect(registry.hazards.map(({ grade }) => grade).sort()).toEqual(['C', 'C', 'C', 'C', 'D'])
  const sealed = registry.hazards.find(({ grade }) => grade === 'D')
  expect([sealed?.buildingId, sealed?.control?.kind]).toEqual([buildingId(113), 'seal'])
  expect(registry.cards.find((one) => one.buildingId === buildingId(113))?.card.uses).not.toContain('rent')
})

test('the same seed gives the same register', () => {
  expect(digestOf(registryOf(buildings, EPOCH))).toBe(digestOf(registry))
})

describe('written down', () => {
  let store: Store
  beforeAll(async () => {
    store = await memoryStore()
    await seed(store, 'tiny', EPOCH, { vault, photos: { put: async () => undefined } })
    await seed(store, 'pilot', EPOCH, { vault, photos: { put: async () => undefined } })
  })
  afterAll(() => store.close())

  test('no house graded C or D is without an open hazard, and none that stands empty is let', async () => {
    const houses = await store.db
      .selectFrom('buildings')
      .select(['id', 'hazard_grade', 'status', 'use'])
      .execute()
    const open = await store.db
      .selectFrom('hazards')
      .select('building_id')
      .where('state', '<>', 'cleared')
      .execute()
    const known = new Set(open.map(({ building_id }) => building_id))
    for (const { id, hazard_grade, status, use } of houses) {
      if (hazard_grade === 'C' || hazard_grade === 'D') expect([id, known.has(id)]).toEqual([id, true])
      if (status !== 'in_use') expect(use).not.toBe('rent')
    }
    expect(known.size).toBe(5)
  })

  test('rounds were made by heads of the house, in a period that is over', async () => {
    const rounds = await store.db
      .selectFrom('inspections')
      .select(['building_id', 'by_id', 'at', 'items'])
      .execute()
    expect(rounds.length).toBeGreaterThan(300)
    for (const { at, items } of rounds) {
      expect(at).toBeLessThan(EPOCH)
      expect(items.length).toBeGreaterThan(4)
    }
  })
})
