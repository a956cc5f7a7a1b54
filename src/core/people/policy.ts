import type { Role } from './actor'
import { CARE_POLICY } from './policy-care'
import { COUNCIL_POLICY } from './policy-council'
import { LIST_POLICY } from './policy-lists'
import { VOLUNTEER_POLICY } from './policy-volunteers'

/**
 * The permission matrix (domain rule 4.7) as data. A cell names how far the right reaches;
 * an empty cell is a refusal. Nothing else in the system grants a right.
 */
export const REACHES = [
  /** Everyone of this role, anywhere. */
  'any',
  /** What the person raised himself. */
  'own',
  /** The building the office is held for, while the matter is at level 3. */
  'building',
  /** Everything under the grid the office is scoped to. */
  'grid',
  /** Under that grid, while the matter stands at the office's own level. */
  'level',
  /** The one who holds the matter now: the named owner, or anyone of the desk while nobody is named. */
  'owner',
  /** The office one step above the matter (at the street: a colleague). */
  'above',
  /** A department that was whistled for the matter. */
  'department',
  /** A unit of the council: the building the office is held for has a seat in it. */
  'unit',
  /** A resident whose confirmed home lies in the council's scope. */
  'scope',
  /** The council's own chair, whatever office he holds besides. */
  'chair',
  /** The council's own secretary, likewise. */
  'keeper',
  /** Chair or secretary of a body of one house: there are no other papers to keep than its own. */
  'house_lead',
] as const
export type Reach = (typeof REACHES)[number]

type Row = Partial<Record<Role, Reach>>

const everyone = (reach: Reach): Row => ({
  resident: reach,
  head: reach,
  volunteer: reach,
  captain: reach,
  pioneer: reach,
  grid_staff: reach,
  grid_head: reach,
  secretary: reach,
  police: reach,
  traffic: reach,
  community_staff: reach,
  street_admin: reach,
})

const handlers = (reach: Reach): Row => ({
  head: reach,
  grid_staff: reach,
  grid_head: reach,
  police: reach,
  traffic: reach,
  community_staff: reach,
  street_admin: reach,
  department: reach,
})

export const POLICY = {
  'public.read': { guest: 'any', ...everyone('any'), department: 'any', auditor: 'any' },
  'account.use': { ...everyone('any'), department: 'any', auditor: 'any' },
  'account.enter': { guest: 'any', ...everyone('any'), department: 'any', auditor: 'any' },
  /** A phone tells of a mishap of its own program. */
  'client.report': { guest: 'any', ...everyone('any'), department: 'any', auditor: 'any' },
  'concern.submit': everyone('any'),
  'concern.endorse': { ...everyone('any'), police: undefined, traffic: undefined, street_admin: undefined },
  'concern.read_reporter': {
    resident: 'own',
    head: 'owner',
    grid_staff: 'owner',
    grid_head: 'grid',
    police: 'owner',
    traffic: 'owner',
    community_staff: 'grid',
    street_admin: 'grid',
    department: 'owner',
    auditor: 'grid',
  },
  'concern.triage': {
    head: 'building',
    grid_staff: 'grid',
    grid_head: 'grid',
    community_staff: 'level',
    street_admin: 'level',
  },
  'concern.screen': { grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid', street_admin: 'grid' },
  /** Photos the check did not pass. */
  'content.review': { grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid', street_admin: 'grid' },
  'concern.handle': handlers('owner'),
  /** 接着办: the one who paused it, or the clock when the time named is over. */
  'concern.resume': { ...handlers('owner'), clock: 'any' },
  'concern.verify': { grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid', street_admin: 'grid' },
  'concern.escalate': { ...handlers('owner'), street_admin: undefined, department: undefined, clock: 'any' },
  'concern.delegate': {
    grid_staff: 'owner',
    grid_head: 'owner',
    community_staff: 'owner',
    street_admin: 'owner',
  },
  /** Also while a department holds it: nobody else could call another one when that one does not get on. */
  'concern.whistle': { street_admin: 'level' },
  'concern.arrive': { department: 'department' },
  'concern.extend': { ...handlers('owner') },
  'concern.approve_extension': { grid_head: 'above', community_staff: 'above', street_admin: 'above' },
  'concern.answer': { resident: 'own' },
  'concern.lapse': { clock: 'any' },
  /** What stands in the code stands on the plate, too: whoever has an office near it may print one. */
  'place.code': {
    head: 'any',
    grid_staff: 'any',
    grid_head: 'any',
    secretary: 'any',
    community_staff: 'any',
    street_admin: 'any',
  },
  'staff.queue': { ...handlers('any'), secretary: 'any' },
  'head.nominate': { grid_staff: 'grid', grid_head: 'grid' },
  'head.confirm': { community_staff: 'grid' },
  /** Reasons, objections and hearings; who heads which house is public. */
  'head.read': {
    grid_staff: 'grid',
    grid_head: 'grid',
    secretary: 'grid',
    community_staff: 'grid',
    street_admin: 'grid',
    auditor: 'grid',
  },
  'head.work': { head: 'building' },
  'residence.confirm': { head: 'building', grid_staff: 'grid' },
  'notice.write': { grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid', street_admin: 'grid' },
  'notice.pass_on': { head: 'building' },
  'person.find': { grid_staff: 'any', grid_head: 'any', community_staff: 'any', street_admin: 'any' },
  'office.read': { community_staff: 'grid', street_admin: 'grid', auditor: 'grid' },
  'office.assign': { community_staff: 'grid', street_admin: 'grid' },
  'office.second': { street_admin: 'grid' },
  /** 三方联动: the community opens a joint matter; each party signs for itself, and which one is the matter's own rule. */
  'joint.open': { community_staff: 'grid', street_admin: 'grid' },
  'joint.sign': {
    party_committee: 'grid',
    residents_committee: 'grid',
    owners_committee: 'grid',
    head: 'any',
  },
  /** 服务站、活动、党支部. */
  'service.edit': { community_staff: 'grid', street_admin: 'grid' },
  'department.edit': { street_admin: 'grid' },
  /** 网格调整: name, boundary, closing, which grid a house belongs to. */
  'grid.change': { street_admin: 'grid' },
  ...COUNCIL_POLICY,
  /** The whole card of a building; who lives there, or nobody in particular, sees it masked. */
  'building.read': {
    head: 'building',
    grid_staff: 'grid',
    grid_head: 'grid',
    police: 'grid',
    traffic: 'grid',
    community_staff: 'grid',
    street_admin: 'grid',
    auditor: 'grid',
  },
  'building.edit': { head: 'building', grid_staff: 'grid', community_staff: 'grid' },
  /** 现场核查: by another person than the one who wrote the card. */
  'building.verify': { grid_staff: 'grid' },
  /** Names and phones of owner and manager; every look is written down. */
  'building.read_owner': { grid_staff: 'grid', police: 'grid', community_staff: 'grid', auditor: 'grid' },
  'plate.apply': { head: 'building', grid_staff: 'grid', community_staff: 'grid' },
  'plate.mount': { grid_staff: 'grid', community_staff: 'grid' },
  'plate.print': { grid_staff: 'grid', community_staff: 'grid', street_admin: 'grid' },
  /** Everybody may say that something is dangerous; a head too, but he never grades. */
  'hazard.report': everyone('any'),
  'hazard.propose': { grid_staff: 'grid', grid_head: 'grid' },
  /** Which of them may give which grade is the hazard's own rule. */
  'hazard.grade': { community_staff: 'grid', street_admin: 'grid', department: 'grid' },
  'hazard.handle': { grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid', street_admin: 'grid' },
  /** 整改完成: also the head of the house, whose neighbours do the work. */
  'hazard.finish': {
    head: 'building',
    grid_staff: 'grid',
    grid_head: 'grid',
    community_staff: 'grid',
    street_admin: 'grid',
  },
  'hazard.review': { community_staff: 'grid', street_admin: 'grid', department: 'grid' },
  'inspection.record': { head: 'building', grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid' },
  'census.read': {
    grid_staff: 'grid',
    grid_head: 'grid',
    secretary: 'grid',
    community_staff: 'grid',
    street_admin: 'grid',
    auditor: 'grid',
  },
  'census.run': { street_admin: 'grid' },
  /** 导出: his own, whoever he is. */
  'person.export': { ...everyone('any'), department: 'any', auditor: 'any' },
  /** 更正: the one who keeps the record answers for it. */
  'correction.answer': {
    grid_staff: 'grid',
    grid_head: 'grid',
    community_staff: 'grid',
    street_admin: 'grid',
  },
  /** Who did what and looked at what. */
  'audit.read': { street_admin: 'grid', auditor: 'grid' },
  'register.import': { community_staff: 'grid', street_admin: 'grid' },
  'register.export': {
    grid_staff: 'grid',
    grid_head: 'grid',
    community_staff: 'grid',
    street_admin: 'grid',
    auditor: 'grid',
  },
  /** 住户名单 as a file: it says what for, and everybody on it reads who took it. */
  'resident.export': { grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid', auditor: 'grid' },
  /** Phones stand in it whole for those who call people there; masked for all others. */
  'resident.export_phones': { grid_staff: 'grid', community_staff: 'grid' },
  /** 六个起来, small counts too; everybody else is told them from five on. */
  'dashboard.exact': {
    grid_staff: 'grid',
    grid_head: 'grid',
    secretary: 'grid',
    community_staff: 'grid',
    street_admin: 'grid',
    auditor: 'grid',
  },
  /** The detail of a card; heads' and grids' are read by different offices (core/evaluation/life.ts). */
  'score.read': {
    pioneer: 'grid',
    grid_staff: 'grid',
    grid_head: 'grid',
    secretary: 'grid',
    community_staff: 'grid',
    street_admin: 'grid',
    auditor: 'grid',
  },
  'score.confirm': { community_staff: 'grid', street_admin: 'grid' },
  'score.answer': { community_staff: 'grid', street_admin: 'grid' },
  'score.adjust': { community_staff: 'grid', street_admin: 'grid' },
  'score.compute': { street_admin: 'grid' },
  /** 评议: whoever lives there, whatever office he holds besides. */
  'score.rate': { resident: 'any' },
  'reward.read': { ...everyone('any'), auditor: 'any' },
  'reward.propose': { secretary: 'grid', community_staff: 'grid' },
  'reward.approve': { street_admin: 'grid' },
  ...VOLUNTEER_POLICY,
  ...CARE_POLICY,
  ...LIST_POLICY,
} as const satisfies Record<string, Row>

export type Action = keyof typeof POLICY
export const ACTIONS = Object.keys(POLICY) as Action[]

export const reachOf = (action: Action, role: Role): Reach | undefined => (POLICY[action] as Row)[role]
