import type { Grant } from '../people/actor'
import type { Grade, Hazard } from './hazard'

type Office = Pick<Grant, 'role' | 'departmentId'>

/** 住建办: of all departments the one that grades houses. */
export const HOUSING = 'housing'

/** C and D: somebody could be hurt. */
export const dangerous = (grade: Grade): boolean => grade === 'C' || grade === 'D'

/** Who gives which grade (domain rule 4.7): the community A and B, the street C and D, the housing office all. */
export function gives({ role, departmentId }: Office, grade: Grade): boolean {
  if (role === 'department') return departmentId === HOUSING
  return dangerous(grade) ? role === 'street_admin' : role === 'community_staff'
}

/** 复核: of C and D the street or the housing office; of B also the community. */
export function reviews({ role, departmentId }: Office, { grade }: Pick<Hazard, 'grade'>): boolean {
  if (role === 'department') return departmentId === HOUSING
  return role === 'street_admin' || (role === 'community_staff' && grade !== null && !dangerous(grade))
}

const ORDER: readonly Grade[] = ['A', 'B', 'C', 'D']

/** The grade of a house: the worst of its open hazards, else the last one given to it. */
export function gradeOfHouse(open: readonly (Grade | null)[], otherwise: Grade | null): Grade | null {
  const graded = open.filter((grade): grade is Grade => grade !== null)
  if (graded.length === 0) return otherwise
  return graded.reduce((worst, grade) => (ORDER.indexOf(grade) > ORDER.indexOf(worst) ? grade : worst))
}
