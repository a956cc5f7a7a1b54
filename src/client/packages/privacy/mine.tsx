import type { ReactNode } from 'react'
import { Page } from '../../components/page'
import { Refused } from '../../components/refused'
import { type Me, useSession } from '../../stores/session'

/** A page about somebody's own data: a guest has none, and is shown the way in. */
export function MyPage({ title, children }: { title: string; children: (me: Me) => ReactNode }) {
  const me = useSession((session) => session.me)
  return <Page title={title}>{me ? children(me) : <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}</Page>
}
