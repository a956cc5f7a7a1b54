import { PILOT_COMMUNITY, PILOT_GRID, STREET } from './codes'
import { buildingId } from './estate'
import { grant, type SeedGrant } from './people'

/** Somebody to try the system as, in development only. */
export interface Persona {
  /** What one signs in with; the person behind it is `p.` and the same word with a hyphen. */
  id: string
  name: string
  what: string
  age: number
}

const persona = (id: string, name: string, age: number, what: string): Persona => ({ id, name, what, age })

export const PERSONAS: Persona[] = [
  persona('resident.li', '李先生', 38, '23栋租户，来这里住了十年'),
  persona('resident.new', '覃女士', 27, '刚搬来61栋，住处还没人确认'),
  persona('minor.16', '小周', 16, '61栋的高中生'),
  persona('elder.72', '罗阿姨', 72, '9栋老街坊，用长辈版'),
  persona('head.023', '温师傅', 51, '23栋楼栋长'),
  persona('head.two', '曾大姐', 46, '44栋和45栋的楼栋长'),
  persona('head.acting', '廖师傅', 43, '77栋代理楼栋长'),
  persona('volunteer.chen', '陈女士', 34, '志愿者，住30栋'),
  persona('captain.vol', '陈月娥', 58, '金兴街网格志愿服务队长'),
  persona('pioneer.captain', '邓春来', 49, '金兴街网格党员先锋队长'),
  persona('staff.grid', '曾小云', 29, '金兴街网格网格员'),
  persona('grid.head', '温志强', 44, '金兴街网格网格长'),
  persona('secretary', '周国梁', 53, '金兴街网格党支部书记'),
  persona('police.seat', '林警官', 36, '驻格民警'),
  persona('traffic.seat', '黄警官', 33, '驻格交警'),
  persona('community.staff', '何晓燕', 41, '小金口社区干部'),
  persona('street.admin', '钟慧敏', 45, '街道干部'),
  persona('street.second', '叶立群', 39, '街道干部，复核和延期'),
  persona('dept.municipal', '梁新荣', 47, '市政所经办人'),
  persona('dept.resources', '石锐锋', 42, '自然资源所经办人'),
  persona('dept.emergency', '唐展鹏', 40, '应急办经办人'),
  persona('dept.housing', '邝志远', 48, '住建办经办人，给房子的隐患定级'),
  persona('auditor', '卢佩珊', 50, '监督员，只看不办'),
]

/** `resident.li` -> `p.resident-li`. */
export const personOf = (personaId: string): string => `p.${personaId.split('.').join('-')}`

/** Where personas live: building and place on its list. Place 1 is the building head's. */
export const PERSONA_HOMES: Record<string, { building: number; place: number }> = {
  'head.023': { building: 23, place: 1 },
  'resident.li': { building: 23, place: 2 },
  'head.two': { building: 44, place: 1 },
  'head.acting': { building: 77, place: 1 },
  'resident.new': { building: 61, place: 2 },
  'minor.16': { building: 61, place: 3 },
  'elder.72': { building: 9, place: 2 },
  'volunteer.chen': { building: 30, place: 2 },
  'captain.vol': { building: 52, place: 2 },
  'pioneer.captain': { building: 88, place: 2 },
}

/** The seats of 金兴街网格 that personas hold; the others are held by generated people or empty. */
export const PERSONA_SEATS: Record<string, string> = {
  secretary: 'secretary',
  grid_head: 'grid.head',
  grid_staff: 'staff.grid',
  pioneer: 'pioneer.captain',
  captain: 'captain.vol',
  police: 'police.seat',
  traffic: 'traffic.seat',
}

export const ACTING_HEAD = { building: buildingId(77), from: -15, to: 75 }

export const DEPARTMENTS = [
  { id: 'emergency', name: '应急办' },
  { id: 'fire', name: '消防站' },
  { id: 'housing', name: '住建办' },
  { id: 'municipal', name: '市政所' },
  { id: 'police', name: '派出所' },
  { id: 'power', name: '供电所' },
  { id: 'resources', name: '自然资源所' },
  { id: 'urban', name: '城管执法队' },
  { id: 'water', name: '自来水公司' },
]

/** Offices of personas that are neither a seat of the grid nor a building's head. */
export const personaGrants = (): SeedGrant[] => [
  grant('g.volunteer-chen', personOf('volunteer.chen'), 'volunteer', PILOT_GRID),
  grant('g.community-staff', personOf('community.staff'), 'community_staff', PILOT_COMMUNITY),
  grant('g.street-admin', personOf('street.admin'), 'street_admin', STREET),
  grant('g.street-second', personOf('street.second'), 'street_admin', STREET),
  grant('g.auditor', personOf('auditor'), 'auditor', STREET),
  ...['municipal', 'resources', 'emergency', 'housing'].map((department) =>
    grant(`g.dept-${department}`, personOf(`dept.${department}`), 'department', STREET, { department }),
  ),
]
