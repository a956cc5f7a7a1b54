import { useRouter } from '@tarojs/taro'
import { ancestorAt } from '#core/grids/grid'
import type { Action } from '#core/people/policy'
import { reachOf } from '#core/people/policy'
import { type Me, useSession } from '../../stores/session'

/** The street a person belongs to by home or office; a guest is told nothing of any. */
export function useStreet(): string {
  const me = useSession((session) => session.me)
  return ancestorAt(me?.home?.gridPath ?? me?.offices[0]?.gridPath ?? '0', 0)
}

/** The office of his that carries a right, if he has one. */
export const officeFor = (me: Me | undefined, action: Action): Me['offices'][number] | undefined =>
  me?.offices.find(({ role }) => reachOf(action, role) !== undefined)

/** The grid asked for, else that of one's home or office. */
export function useGrid(): string | undefined {
  const asked = useRouter().params.grid
  const me = useSession((session) => session.me)
  const own = me?.home?.gridPath ?? me?.offices[0]?.gridPath
  return asked ?? (own && ancestorAt(own, 2))
}
