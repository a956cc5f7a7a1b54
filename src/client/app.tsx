import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { call } from './call'
import { fetchPagesAhead } from './platform/pages-ahead'
import { startPrivacy } from './platform/privacy'
import { Asking, queryClient } from './platform/query-client'
import { useConnection } from './stores/connection'
import { startDrafts } from './stores/draft-sender'
import { useLook } from './stores/look'
import { useSession } from './stores/session'

/** Who holds this phone: asked at the start, and whenever the token changes everything is asked anew. */
async function recallMe() {
  if (!useSession.getState().token) return
  const answer = await call('people.me', {})
  if (answer.ok) useSession.getState().meet(answer.data)
}

function start() {
  startPrivacy()
  useLook.getState().start()
  useConnection.getState().start()
  useConnection.subscribe((now, before) => {
    if (now.online && !before.online) queryClient.refetchQueries({ type: 'active' })
  })
  useSession.subscribe((now, before) => {
    if (now.token !== before.token) queryClient.resetQueries()
  })
  recallMe()
  startDrafts()
  fetchPagesAhead()
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(start)
  return <Asking>{children}</Asking>
}
