import type { OutputOf } from '#contracts/operations'

export type Persona = OutputOf<'people.personas'>['personas'][number]
export type GroupName = 'residents' | 'heads' | 'volunteers' | 'staff'

/** The first word of a demo identity's name says which door it comes through. */
const GROUP_OF: Record<string, GroupName> = {
  resident: 'residents',
  minor: 'residents',
  elder: 'residents',
  head: 'heads',
  volunteer: 'volunteers',
  captain: 'volunteers',
  pioneer: 'volunteers',
}

const ORDER: GroupName[] = ['residents', 'heads', 'volunteers', 'staff']

/** 居民, 楼栋长, 志愿者, 网格和街道: each with its people in the order given, empty groups left out. */
export function personaGroups(personas: Persona[]): { name: GroupName; personas: Persona[] }[] {
  const groupOf = ({ id }: Persona): GroupName => GROUP_OF[id.split('.')[0] ?? ''] ?? 'staff'
  return ORDER.map((name) => ({
    name,
    personas: personas.filter((persona) => groupOf(persona) === name),
  })).filter((group) => group.personas.length > 0)
}
