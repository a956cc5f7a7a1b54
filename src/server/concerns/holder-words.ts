import type { Desk } from '#core/concerns/concern'
import type { Role } from '#core/people/actor'

/** How a desk is posted on the grid's notice board. */
const DESKS: Record<Exclude<Desk, 'community'>, string> = {
  head: '楼栋长',
  grid: '网格员',
  police: '驻格民警',
  traffic: '驻格交警',
  street: '街道',
  department: '部门',
}

const OFFICES: Record<Exclude<Role, 'community_staff'>, string> = {
  party_committee: '社区党委',
  residents_committee: '居委会',
  owners_committee: '业委会',
  guest: '',
  resident: '',
  head: '楼栋长',
  volunteer: '志愿者',
  captain: '志愿服务队长',
  pioneer: '党员先锋队长',
  grid_staff: '网格员',
  grid_head: '网格长',
  secretary: '党支部书记',
  police: '驻格民警',
  traffic: '驻格交警',
  street_admin: '街道干部',
  department: '部门经办人',
  auditor: '监督员',
  clock: '系统',
}

export const SOMEONE = '一位居民'

/** What a level-1 grid is; null where nobody has registered it. */
export type CommunityKind = 'village' | 'community' | null

const communityWords = (kind: CommunityKind): string => (kind === 'village' ? '村委会' : '社区')

/** Who holds a matter, in public words: `网格员曾小云`, `社区`, or the department's own name. */
export function holderWords(
  desk: Desk,
  { owner, department, kind }: { owner: string | null; department: string | null; kind: CommunityKind },
): string {
  if (desk === 'department' && department) return department
  return `${desk === 'community' ? communityWords(kind) : DESKS[desk]}${owner ?? ''}`
}

/** Who did a step, in public words; a resident is named without an office. */
export function officeWords(role: Role, name: string | null, kind: CommunityKind): string {
  const office = role === 'community_staff' ? `${communityWords(kind)}干部` : OFFICES[role]
  return `${office}${name ?? ''}` || SOMEONE
}
