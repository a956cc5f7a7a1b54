import { type Calendar, STREET_HOURS } from '#core/concerns/calendar'
import { concernNumber, numberDay } from '#core/concerns/number'
import type { Actor } from '#core/people/actor'
import { DAY } from './codes'
import type { SeedGrant } from './people'
import type { Stage } from './play'
import type { World } from './world'

/** The neighbourhood as the rules ask about it, at any instant of the story. */
export function stageOf(world: World, epoch: number): Stage & { lastNumbers: ReadonlyMap<string, number> } {
  const grants = groupBy(world.grants, ({ person }) => person)
  const heads = groupBy(
    world.grants.filter(({ role }) => role === 'head'),
    ({ building }) => building ?? '',
  )
  const buildings = new Map(world.buildings.map((building) => [building.id, building]))
  const confirmed = new Set(
    world.residencies.filter(({ confirmedBy }) => confirmedBy).map(({ person }) => person),
  )
  const inForce = (grant: SeedGrant, at: number) =>
    epoch + grant.from * DAY <= at && at < epoch + grant.to * DAY
  const lastNumbers = new Map<string, number>()

  return {
    epoch,
    lastNumbers,
    calendar: calendarOf(world),
    actorAt: (person, at): Actor => ({
      personId: person,
      hasPhone: true,
      realNameLevel: confirmed.has(person) ? 2 : 1,
      grants: (grants.get(person) ?? [])
        .filter((grant) => inForce(grant, at))
        .map(({ role, grid, building, department }) => ({
          role,
          gridPath: grid,
          buildingId: building,
          departmentId: department,
        })),
    }),
    buildingAt(id, at) {
      const building = buildings.get(id)
      if (!building) throw new Error(`no such building: ${id}`)
      const head = (heads.get(id) ?? []).find((grant) => inForce(grant, at))
      const { grid, latE6, lngE6 } = building
      return { gridPath: grid, headId: head?.person ?? null, latE6, lngE6 }
    },
    numberAt(at) {
      const day = numberDay(at)
      const last = (lastNumbers.get(day) ?? 0) + 1
      lastNumbers.set(day, last)
      return concernNumber(day, last)
    },
  }
}

function calendarOf({ calendar: { years, days } }: World): Calendar {
  const of = (wanted: string) => new Set(days.filter(({ kind }) => kind === wanted).map(({ day }) => day))
  return { holidays: of('holiday'), workdays: of('workday'), knownYears: new Set(years), hours: STREET_HOURS }
}

function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
