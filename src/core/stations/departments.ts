/** Where a department belongs. */
export const DEPARTMENT_LEVELS = ['street', 'district', 'city'] as const
export type DepartmentLevel = (typeof DEPARTMENT_LEVELS)[number]

/**
 * “1+6+N”: 1 综治中心; 6 综合网格、法院、检察院、公安、司法行政、“粤平安”云平台; N every other force.
 */
export const DEPARTMENT_KINDS = [
  'center',
  'grid',
  'court',
  'procuratorate',
  'police',
  'justice',
  'platform',
  'other',
] as const
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number]
