import { covers, type GridPath } from '../grids/grid'
import type { Actor, Role } from '../people/actor'
import { mayAt } from '../people/place-rights'
import { ok, type Result, refuse } from '../result'

/** 三方: the community's party committee, its residents' committee, and who speaks for the owners. */
export const PARTIES = ['party_committee', 'residents_committee', 'owners'] as const
export type Party = (typeof PARTIES)[number]

/** 业委会, or where an estate has none (self-built houses) the building heads' council in its place (2.10). */
export const OWNERS = ['owners_committee', 'council'] as const
export type Owners = (typeof OWNERS)[number]

export interface SignOff {
  by: string
  at: number
  note: string
}

/** 联动事项: one thing three parties do together, each its part; it is over when all three have signed. */
export interface JointMatter {
  id: string
  streetId: string
  estateId: string
  gridPath: GridPath
  subject: string
  /** Who stands for the owners, fixed when it was opened. */
  owners: Owners
  /** What each party does. */
  duties: Record<Party, string>
  openedBy: string
  openedAt: number
  /** A late one stays open and is shown as late. */
  dueAt: number
  signOffs: Partial<Record<Party, SignOff>>
  state: 'open' | 'closed' | 'cancelled'
  closedAt: number | null
}

export type JointEvent =
  | { kind: 'sign'; party: Party; note: string }
  | { kind: 'return'; party: Party; reason: string }
  | { kind: 'cancel'; reason: string }
export type JointEventKind = JointEvent['kind'] | 'open'

/** Nobody is given more than a year. */
export const LONGEST_JOINT = 366 * 86_400_000

type Opening = Pick<
  JointMatter,
  'id' | 'streetId' | 'estateId' | 'gridPath' | 'subject' | 'owners' | 'duties' | 'dueAt'
>

export interface Context {
  actor: Actor
  now: number
  /** The actor heads a house of this estate. */
  headsHere: boolean
}

/** 发起: by the community over its own estates. */
export function openMatter(opening: Opening, { actor, now }: Context): Result<JointMatter> {
  const place = { gridPath: opening.gridPath, buildingId: null }
  if (actor.personId === null || !mayAt(actor, 'joint.open', place)) return refuse('FORBIDDEN')
  if (opening.dueAt <= now || opening.dueAt > now + LONGEST_JOINT) return refuse('TERM_TOO_LONG')
  const opened = { openedBy: actor.personId, openedAt: now }
  return ok({ ...opening, ...opened, signOffs: {}, state: 'open', closedAt: null })
}

/** One step of somebody on it. The third sign-off closes it; a return takes every sign-off back. */
export function decideJoint(matter: JointMatter, event: JointEvent, context: Context): Result<JointMatter> {
  const { actor, now } = context
  const by = actor.personId
  if (by === null) return refuse('FORBIDDEN')
  if (event.kind === 'cancel') return cancelled(matter, context)
  if (!speaksFor(matter, event.party, context)) return refuse('FORBIDDEN')
  if (matter.state !== 'open') return refuse('NOT_IN_THIS_STATE')
  if (event.kind === 'return') return ok({ ...matter, signOffs: {} })
  if (matter.signOffs[event.party]) return refuse('NOT_IN_THIS_STATE')
  if (PARTIES.some((party) => matter.signOffs[party]?.by === by)) return refuse('SELF_APPROVAL')

  const signOffs = { ...matter.signOffs, [event.party]: { by, at: now, note: event.note } }
  const isWhole = PARTIES.every((party) => signOffs[party])
  return ok({ ...matter, signOffs, ...(isWhole && { state: 'closed', closedAt: now }) })
}

function cancelled(matter: JointMatter, { actor, now }: Context): Result<JointMatter> {
  if (!mayAt(actor, 'joint.open', { gridPath: matter.gridPath, buildingId: null })) return refuse('FORBIDDEN')
  if (matter.state !== 'open') return refuse('NOT_IN_THIS_STATE')
  return ok({ ...matter, state: 'cancelled', closedAt: now })
}

/** For whom this person may sign now: each party whose office he holds and that has not signed. */
export const partiesOf = (matter: JointMatter, context: Context): Party[] =>
  matter.state === 'open' ? PARTIES.filter((party) => speaksFor(matter, party, context)) : []

const SPEAKERS: Record<Exclude<Party, 'owners'>, Role> = {
  party_committee: 'party_committee',
  residents_committee: 'residents_committee',
}

/** The right office over this very place; for the council a head of a house of the estate. */
function speaksFor(matter: JointMatter, party: Party, { actor, headsHere }: Context): boolean {
  if (party === 'owners' && matter.owners === 'council') return headsHere
  const role: Role = party === 'owners' ? 'owners_committee' : SPEAKERS[party]
  return actor.grants.some((grant) => grant.role === role && covers(grant.gridPath, matter.gridPath))
}

/** Who has still to say that his part is done. */
export const unsignedParties = ({ signOffs }: Pick<JointMatter, 'signOffs'>): Party[] =>
  PARTIES.filter((party) => !signOffs[party])

/** Offices that speak for these parties; where the council is one of them, the heads of the estate do besides. */
export const speakerRoles = ({ owners }: Pick<JointMatter, 'owners'>, parties: readonly Party[]): Role[] =>
  parties.flatMap((party): Role[] => {
    if (party !== 'owners') return [SPEAKERS[party]]
    return owners === 'council' ? [] : ['owners_committee']
  })

export const headsSpeakFor = ({ owners }: Pick<JointMatter, 'owners'>, parties: readonly Party[]): boolean =>
  owners === 'council' && parties.includes('owners')
