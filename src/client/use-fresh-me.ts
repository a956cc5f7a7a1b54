import { useEffect } from 'react'
import { useSession } from './stores/session'
import { useAsk } from './use-ask'

/** Who I am, asked again whenever the screen comes back: unread messages and offices change elsewhere. */
export function useFreshMe(): void {
  const { token, meet } = useSession()
  const { data } = useAsk('people.me', {}, { enabled: Boolean(token) })
  useEffect(() => {
    if (data) meet(data)
  }, [data, meet])
}
