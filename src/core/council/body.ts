import type { Refusal } from '../refusals'

/** Bodies that have a list of their own of who votes; a council of houses has the register. */
export const LISTED_KINDS = ['owner', 'household', 'person'] as const
export type ListedKind = (typeof LISTED_KINDS)[number]

/** One vote in the list of a body: what it is called, who casts it, and an owner's share. */
export interface ListLine {
  label: string
  /** `null`: nobody is known yet; it stands in the roll all the same, or leaving seats empty would lower a quorum. */
  personId: string | null
  /** Square centimetres, whole; owners alone have one (民法典 278). */
  area: number | null
}

/** Larger than any house: a share is typed by hand. */
export const LARGEST_AREA = 10_000_000_000

interface Founding {
  founderId: string
  chairId: string
  secretaryId: string | null
  kind: ListedKind
  /** `null`: of a whole place. */
  buildingId: string | null
}

/**
 * Why a body cannot be founded, or `null`. One of a kind in a place or a house; a self-built house has no assembly of
 * owners (民法典 278 is about shared buildings); and whoever founds it keeps its list of voters, so he does not lead
 * their votes.
 */
export function whyNotFoundBody(
  { founderId, chairId, secretaryId, kind, buildingId }: Founding,
  isThere: boolean,
): Refusal | null {
  if (buildingId !== null && kind === 'owner') return 'VALIDATION'
  if (founderId === chairId) return 'SELF_APPROVAL'
  if (chairId === secretaryId) return 'DUTIES_APART'
  return isThere ? 'BODY_THERE' : null
}

/** The list a line is to come into. */
export interface Listing {
  kind: ListedKind
  /** The other lines of the list, as far as they share label or person. */
  others: readonly ListLine[]
  /** Who writes it. */
  writerId: string
  /** Of whom it is about, those somebody vouches for that they live in the house; `null`: the body is of no single one. */
  residents: ReadonlySet<string> | null
}

/**
 * Why such a line cannot stand in the list, or `null`. Owners have a share and others none; a resident is the unit
 * himself; nobody speaks for two households or votes twice as a resident, but an owner has each of his flats. In the
 * list of one house stands who lives in it. Nobody writes himself into a list.
 */
export function whyNotListed(line: ListLine, { kind, others, writerId, residents }: Listing): Refusal | null {
  if ((kind === 'owner') !== (line.area !== null)) return 'VALIDATION'
  if (line.personId === null) {
    if (kind === 'person') return 'VALIDATION'
  } else if (line.personId === writerId) return 'SELF_APPROVAL'
  else if (residents?.has(line.personId) === false) return 'NOT_OF_HOUSE'
  const hasTwo = kind !== 'owner' && line.personId !== null
  const isTaken = others.some(
    ({ label, personId }) => label === line.label || (hasTwo && personId === line.personId),
  )
  return isTaken ? 'LINE_LISTED' : null
}

/**
 * The list is for the next roll. Label and share may be mended at any time, because a roll keeps its own; who votes for
 * a unit, and that it is there at all, waits until no poll is open whose roll it stands in: nobody gains or loses a
 * vote that is under way.
 */
export const whyNotChangeVoter = (inOpenRoll: boolean): Refusal | null => (inOpenRoll ? 'POLL_RUNNING' : null)

const SQUARE_METRES = /^(\d{1,6})(?:\.(\d{1,4}))?$/

/** 98.35平方米 as written by hand, in whole square centimetres; `null` when it is no such number. */
export function areaIn(text: string): number | null {
  const found = SQUARE_METRES.exec(text.trim())
  if (!found) return null
  const [, whole = '', part = ''] = found
  const area = Number(whole) * 10_000 + Number(part.padEnd(4, '0'))
  return area > 0 && area <= LARGEST_AREA ? area : null
}

/** The other way round, exactly: no place is rounded away, none stands there for nothing. */
export function squareMetres(cm2: number): string {
  const part = cm2 % 10_000
  const whole = String((cm2 - part) / 10_000)
  return part === 0 ? whole : `${whole}.${String(part).padStart(4, '0').replace(/0+$/, '')}`
}
