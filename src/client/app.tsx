import { useDidShow, useError, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { call } from './call'
import { startMishaps, tellMishap } from './mishaps'
import { fetchPagesAhead } from './platform/pages-ahead'
import { startPrivacy } from './platform/privacy'
import { Asking, queryClient } from './platform/query-client'
import { useConnection } from './stores/connection'
import { startDrafts, wakeDrafts } from './stores/draft-sender'
import { useLook } from './stores/look'
import { useSession } from './stores/session'
import { startUnsent, wakeUnsent } from './stores/unsent-sender'
import { startUpdates } from './stores/update'

/** Who holds this phone: asked at the start, and whenever the token changes everything is asked anew. */
async function recallMe() {
  if (!useSession.getState().token) return
  const answer = await call('people.me', {})
  if (answer.ok) useSession.getState().meet(answer.data)
}

function start() {
  startMishaps()
  startUpdates()
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
  startUnsent()
  fetchPagesAhead()
}

function wake() {
  wakeDrafts()
  wakeUnsent()
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(start)
  // Back in somebody's hand: what waits is tried now, however long its pause still was.
  useDidShow(wake)
  // Taro itself guards each page as a whole, and tells only here.
  useError((thrown) => tellMishap('render', thrown))
  return <Asking>{children}</Asking>
}
