import type { Desk } from '#core/concerns/concern'
import type { Role } from '#core/people/actor'

/** How a desk is posted on the grid's notice board. */
const DESKS: Record<Desk, string> = {
  head: '楼栋长',
  grid: '网格员',
  police: '驻格民警',
  traffic: '驻格交警',
  community: '村居',
  street: '街道',
  department: '部门',
}

const OFFICES: Record<Role, string> = {
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
  community_staff: '村居干部',
  street_admin: '街道干部',
  department: '部门经办人',
  auditor: '监督员',
  clock: '系统',
}

export const SOMEONE = '一位居民'

/** Who holds a matter, in public words: `网格员曾小云`, `村居`, or the department's own name. */
export const holderWords = (desk: Desk, ownerName: string | null, departmentName: string | null): string =>
  desk === 'department' && departmentName ? departmentName : `${DESKS[desk]}${ownerName ?? ''}`

/** Who did a step, in public words; a resident is named without an office. */
export const officeWords = (role: Role, name: string | null): string =>
  `${OFFICES[role]}${name ?? ''}` || SOMEONE
