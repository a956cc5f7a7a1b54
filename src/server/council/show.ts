import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { COUNCIL_RULES, ruleIn } from '#core/council/charter'
import { PRESETS } from '#core/council/rule'
import { isInScope, mayInCouncil } from '#core/council/standing'
import { needed } from '#core/council/tally'
import { covers } from '#core/grids/grid'
import { ok, type Result, refuse } from '#core/result'
import { confirmedHomeOf, type Home } from '../heads/register'
import { headedUnder } from '../heads/rows'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { ownStruck } from './body-struck'
import { isOfHouses, rollRows, votes } from './listed-units'
import { type Council, charterOf, councilRows, standingFrom } from './load'
import { OPEN_STATES } from './rows'
import { labelsOf } from './seats'
import { statutesNow } from './statutes'
import { lacksOneOf } from './turnout'

type Shown = OutputOf<'councils.show'>
type Whole = NonNullable<Shown['council']>

/** 议事会 as its own page shows it; without a name the one nearest to whoever asks. */
export async function showCouncil(asking: Asking, id: string | undefined): Promise<Result<Shown>> {
  const all = await councilRows(asking.tx, asking.system.streetId)
    .orderBy('grid_path')
    .orderBy('unit_kind')
    .execute()
  const home = await confirmedHomeOf(asking, asking.actor.personId)
  const own = await meantFor(asking, home, all)
  const council = id === undefined ? nearest(asking, home, own) : all.find((one) => one.id === id)
  if (!council) return id === undefined ? ok({ council: null }) : refuse('NOT_FOUND')
  return ok({ council: { ...(await wholeOf(asking, council, home)), others: othersBeside(council, own) } })
}

/** A body of one house is listed to its people: who lives there or heads it, and who stands in its list. */
async function meantFor({ actor, tx, system }: Asking, home: Home, all: Council[]): Promise<Council[]> {
  const houses = [home?.buildingId, ...actor.grants.map(({ buildingId }) => buildingId)]
  const listed =
    actor.personId === null
      ? []
      : await tx
          .selectFrom('council_units')
          .select('council_id')
          .where('street_id', '=', system.streetId)
          .where('person_id', '=', actor.personId)
          .where('struck_at', 'is', null)
          .execute()
  return all.filter(
    ({ id, buildingId }) =>
      buildingId === null ||
      houses.includes(buildingId) ||
      listed.some(({ council_id }) => council_id === id),
  )
}

/** Where one lives, else where one holds an office, else the first there is. */
function nearest({ actor }: Asking, home: Home, all: Council[]): Council | undefined {
  const offices = actor.grants.map(({ gridPath }) => gridPath)
  return (
    all.find((one) => home && isInScope(one, home)) ??
    all.find(({ gridPath }) => offices.some((at) => covers(gridPath, at) || covers(at, gridPath))) ??
    all[0]
  )
}

/** All bodies of a place and of what lies around it; of those that lie in it, the page of a street shows the first. */
const MOST_OTHERS = 16

const othersBeside = (council: Council, all: Council[]): Whole['others'] =>
  all
    .filter(({ id }) => id !== council.id)
    .filter(({ gridPath }) => covers(gridPath, council.gridPath) || covers(council.gridPath, gridPath))
    .slice(0, MOST_OTHERS)
    .map(({ id, name }) => ({ id, name }))

async function wholeOf(asking: Asking, council: Council, home: Home): Promise<Omit<Whole, 'others'>> {
  const { tx, now, system } = asking
  const standing = await standingFrom(asking, council, home)
  const { units } = standing.council
  const { charter } = await charterOf(tx, { streetId: system.streetId, id: council.id, now })
  const names = await personNames(asking, [council.chairId, council.secretaryId])
  const labels = await labelsOf(asking, standing.standsFor)
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    id: council.id,
    name: council.name,
    gridPath: council.gridPath,
    units,
    unitKind: council.unitKind,
    represented: await representedIn(asking, council),
    chair: nameOf(council.chairId),
    secretary: nameOf(council.secretaryId),
    rules: COUNCIL_RULES.map((rule) => ({ rule, needed: needed(ruleIn(charter, rule), units) })),
    statutes: (await statutesNow(asking)).map(({ rule, body, confirmed }) => ({
      rule,
      body,
      source: confirmed?.source ?? null,
      needed: needed(PRESETS[rule], units),
    })),
    ...(await countsOf(asking, council.id)),
    toVote: await toVote(asking, council.id, standing.standsFor),
    mayPropose: mayInCouncil(standing, 'motion.propose') !== null,
    struck: await ownStruck(asking, council.id),
    standsFor: standing.standsFor.map((unitId) => ({ unitId, label: labels.get(unitId) ?? '' })),
  }
}

async function representedIn(asking: Asking, council: Council): Promise<number> {
  if (isOfHouses(council)) return (await headedUnder(asking, council.gridPath)).length
  const { tx, now, system } = asking
  const { known } = await rollRows(tx, system.streetId, { body: council, now })
    .select(sql<number>`count(*) filter (where ${votes(council, now)})::int`.as('known'))
    .executeTakeFirstOrThrow()
  return known
}

async function countsOf({ tx, system }: Asking, councilId: string): Promise<{ open: number; done: number }> {
  const rows = await tx
    .selectFrom('motions')
    .select(['state', sql<number>`count(*)::int`.as('many')])
    .where('street_id', '=', system.streetId)
    .where('council_id', '=', councilId)
    .groupBy('state')
    .execute()
  const sum = (isOpen: boolean) =>
    rows.reduce((all, { state, many }) => (OPEN_STATES.includes(state) === isOpen ? all + many : all), 0)
  return { open: sum(true), done: sum(false) }
}

async function toVote(
  { tx, now, system }: Asking,
  councilId: string,
  units: readonly string[],
): Promise<number> {
  const { many } = await tx
    .selectFrom('polls as p')
    .innerJoin('motions as m', (on) =>
      on.onRef('m.street_id', '=', 'p.street_id').onRef('m.id', '=', 'p.motion_id'),
    )
    .select(sql<number>`count(*)::int`.as('many'))
    .where('p.street_id', '=', system.streetId)
    .where('m.council_id', '=', councilId)
    .where('p.state', '=', 'voting')
    .where('p.closes_at', '>', now)
    .where(lacksOneOf(units))
    .executeTakeFirstOrThrow()
  return many
}
