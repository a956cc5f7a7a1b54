import { Text, View } from '@tarojs/components'
import { useCallback, useEffect } from 'react'
import { Answered } from '../../components/answered'
import { AppButton } from '../../components/button'
import { Empty } from '../../components/empty'
import { LongList } from '../../components/long-list'
import { MoreRows } from '../../components/more-rows'
import { Page } from '../../components/page'
import { Refused } from '../../components/refused'
import { go } from '../../platform/navigate'
import { usePulledDown } from '../../platform/scrolling'
import { useSession } from '../../stores/session'
import { common } from '../../texts/common'
import { inbox, type Message, placeOfNews } from '../../texts/inbox'
import { type AskPages, useAskPages } from '../../use-ask'
import { useCommand } from '../../use-command'
import { useNow } from '../../use-now'
import styles from './inbox.module.scss'
import { MessageRow } from './message-row'

/** The tab's badge speaks of the same number as the list. */
function useUnreadBadge(unread: number | undefined) {
  useEffect(() => {
    const { me, meet } = useSession.getState()
    if (me && unread !== undefined && me.unread !== unread) meet({ ...me, unread })
  }, [unread])
}

function Head({ unread, onReadAll }: { unread: number; onReadAll: () => void }) {
  return (
    <View className={styles.head}>
      <Text className="ld-sm ld-help">{inbox.count(unread)}</Text>
      {unread > 0 && (
        <AppButton kind="soft" size="small" onPress={onReadAll}>
          {inbox.readAll}
        </AppButton>
      )}
    </View>
  )
}

/** Each thing a message may be about has its screen. */
const SCREENS = {
  hazard: 'hazard',
  house: 'house',
  appointment: 'appointment',
  matter: 'jointMatter',
  task: 'task',
  meeting: 'meeting',
  council: 'council',
  pairing: 'pairing',
  hardship: 'hardship',
  my_hardship: 'myHardship',
  offer: 'offer',
  goal: 'goal',
} as const

const lead = ({ kind, id }: NonNullable<Message['about']>) => go(SCREENS[kind], { id })

const unreadIds = (items: readonly Message[]) =>
  items.filter((one) => one.readAt === null).map((one) => one.id)

/** Where a message leads. */
function follow(one: Message): void {
  const place = placeOfNews(one.kind)
  if (one.concernId) go('concern', { id: one.concernId })
  else if (one.motionId) go('motion', { id: one.motionId })
  else if (one.about) lead(one.about)
  else if (place) go(place)
}

function Messages({ list }: { list: AskPages<'inbox.list'> }) {
  const read = useCommand('inbox.read')
  const now = useNow()
  const { send } = read
  const message = useCallback(
    (one: Message) => {
      const open = () => {
        if (one.readAt === null) send({ ids: [one.id] })
        follow(one)
      }
      return <MessageRow message={one} now={now} onOpen={open} />
    },
    [now, send],
  )
  const readAll = () => {
    // As many as one command takes; the button stays while some are left.
    const ids = unreadIds(list.items).slice(0, 100)
    if (ids.length > 0) read.send({ ids })
    else list.loadMore()
  }
  if (list.items.length === 0) return <Empty title={inbox.empty} help={inbox.emptyHelp} />
  return (
    <View>
      <Head unread={list.data?.unread ?? 0} onReadAll={readAll} />
      {read.failure && <Refused failure={read.failure} onAct={read.clear} />}
      <View className={styles.rows}>
        <LongList id="messages" label={common.tabs.inbox} list={list} row={message} className={styles.part} />
      </View>
      <MoreRows list={list} />
    </View>
  )
}

export default function Inbox() {
  const list = useAskPages('inbox.list', {})
  usePulledDown(list.refresh)
  useUnreadBadge(list.data?.unread)
  return (
    <Page title={common.tabs.inbox} tab="inbox">
      <Answered ask={list} rows={5}>
        {() => <Messages list={list} />}
      </Answered>
    </Page>
  )
}
