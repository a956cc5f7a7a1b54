import { useRouter } from '@tarojs/taro'
import { ancestorAt } from '#core/grids/grid'
import { useSession } from '../../stores/session'
import { useAsk } from '../../use-ask'

/** The grid asked for, else that of one's home or office; a guest is shown that of the first estate there is. */
export function useGrid(): string | undefined {
  const asked = useRouter().params.grid
  const me = useSession((session) => session.me)
  const own = me?.home?.gridPath ?? me?.offices[0]?.gridPath
  const isKnown = asked !== undefined || own !== undefined
  const all = useAsk('places.estates', {}, { enabled: !isKnown })
  const found = asked ?? own ?? all.data?.estates[0]?.gridPath
  return found && (asked ? found : ancestorAt(found, 2))
}
