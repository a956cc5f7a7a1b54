import { ageStandingOf, type BornIn } from '../people/age'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'

export interface Member {
  personId: string
  since: number
  /** `null`: nobody asked him; he counts as grown until he says otherwise. */
  born: BornIn | null
  /** Whom he wants to speak for the household. */
  wants: string | null
}

/** 户: the people who live together in one room or flat of a house. */
export interface Household {
  members: readonly Member[]
  /** 户代表; `null` only while no grown member is left. */
  representative: string | null
}

/** Who has a say about the representative: everybody who is not surely a minor. */
const isGrown = ({ born }: Member, now: number): boolean => {
  const standing = ageStandingOf(born, now)
  return standing === 'adult' || standing === 'unknown'
}

const grownOf = ({ members }: Household, now: number): Member[] =>
  members.filter((member) => isGrown(member, now))

/** On whom all grown members agree; `null` while they do not. */
export function agreedOn(household: Household, now: number): string | null {
  const grown = grownOf(household, now)
  const wanted = grown[0]?.wants ?? null
  const isOneOfThem = grown.some(({ personId }) => personId === wanted)
  return isOneOfThem && grown.every(({ wants }) => wants === wanted) ? wanted : null
}

/**
 * Who speaks for the household now: whom all grown members agree on; else whoever did before, as long as he lives
 * there; else the one who has lived there longest, until they agree. One at any instant.
 */
export function representativeOf(household: Household, now: number): string | null {
  const grown = grownOf(household, now)
  const agreed = agreedOn(household, now)
  if (agreed !== null) return agreed
  if (grown.some(({ personId }) => personId === household.representative)) return household.representative
  const [eldest] = [...grown].sort((a, b) => a.since - b.since || (a.personId < b.personId ? -1 : 1))
  return eldest?.personId ?? null
}

/** 选代表: a grown member says who shall speak for them. It takes effect once all of them say the same. */
export function choose(
  household: Household,
  { by, wants, now }: { by: string; wants: string; now: number },
): Result<Household> {
  const refusal = againstChoice(household, { by, wants, now })
  if (refusal) return refuse(refusal)
  const members = household.members.map((one) => (one.personId === by ? { ...one, wants } : one))
  return ok(settled({ ...household, members }, now))
}

function againstChoice(
  household: Household,
  asked: { by: string; wants: string; now: number },
): Refusal | null {
  const find = (id: string) => household.members.find(({ personId }) => personId === id)
  const [chooser, chosen] = [find(asked.by), find(asked.wants)]
  if (!chooser || !chosen) return 'NOT_FOUND'
  return isGrown(chooser, asked.now) && isGrown(chosen, asked.now) ? null : 'UNDER_AGE'
}

/** Somebody came to live with them; whom he wants he says later, so nothing is agreed by his coming. */
export const joined = (household: Household, member: Member, now: number): Household =>
  settled({ ...household, members: [...household.members, member] }, now)

/** Somebody left; what others wanted of him is void. */
export function left(household: Household, personId: string, now: number): Household {
  const members = household.members
    .filter((one) => one.personId !== personId)
    .map((one) => (one.wants === personId ? { ...one, wants: null } : one))
  return settled({ ...household, members }, now)
}

const settled = (household: Household, now: number): Household => ({
  ...household,
  representative: representativeOf(household, now),
})
