import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Template } from '#core/messages/worth'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { MessagesCard } from '../../../components/messages-row'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { type Me, useSession } from '../../../stores/session'
import { common } from '../../../texts/common'
import { queue as words } from '../../../texts/staff'
import { type AskPages, useAskPages } from '../../../use-ask'
import { Counters, type Counts, type Tab } from './counters'
import { PhotosLink } from './photos-link'
import { PlateSheet } from './plate-sheet'
import styles from './queue.module.scss'
import { QueueRows } from './queue-rows'
import { ResidentsLink } from './residents-link'
import { StaffHead } from './staff-head'
import { useRowDeed } from './use-row-deed'

function Foot() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <View className="ld-grow">
        <AppButton kind="line" wide icon="scan" onPress={() => setAsking(true)}>
          {words.plate}
        </AppButton>
      </View>
      <View className="ld-grow">
        <AppButton kind="line" wide icon="report" onPress={() => go('report')}>
          {words.onBehalf}
        </AppButton>
      </View>
      <PlateSheet open={asking} onClose={() => setAsking(false)} />
    </>
  )
}

/** The numbers stay while another tab is fetched. */
function useCounts(found: Counts | undefined): Counts | undefined {
  const last = useRef<Counts>()
  if (found) last.current = found
  return last.current
}

function Nothing({ tab }: { tab: Tab }) {
  if (tab !== 'all') return <Empty title={words.emptyTab} />
  return <Empty title={words.empty.title} help={words.empty.help} />
}

function Rows({ list, tab }: { list: AskPages<'concerns.queue'>; tab: Tab }) {
  const deed = useRowDeed()
  return (
    <View>
      {deed.said && (
        <View className={styles.said}>
          <Notice icon="checkc" title={deed.said} />
        </View>
      )}
      <Answered ask={list} rows={5}>
        {() => (
          <View>
            {list.items.length === 0 && <Nothing tab={tab} />}
            <QueueRows list={list} waiting={deed.waiting} onDeed={deed.pick} />
            <MoreRows list={list} />
          </View>
        )}
      </Answered>
      {deed.sheet}
    </View>
  )
}

/** 待办提醒. */
const AT_WORK: readonly Template[] = ['work']

/** What waits for this person's desk. */
function Work({ me }: { me: Me }) {
  const [tab, setTab] = useState<Tab>('all')
  const list = useAskPages('concerns.queue', { tab })
  const counts = useCounts(list.data?.counts)
  usePulledDown(list.refresh)
  const all = tab === 'all'
  return (
    <View>
      <StaffHead me={me} />
      <Counters counts={counts} tab={tab} onChoose={setTab} />
      <PhotosLink me={me} />
      <ResidentsLink me={me} />
      <MessagesCard wanted={AT_WORK} />
      <Section
        title={all ? words.all : words.onlyTab[tab]}
        aside={all ? words.order : words.everything}
        onAside={all ? undefined : () => setTab('all')}
      >
        <Rows list={list} tab={tab} />
      </Section>
    </View>
  )
}

function NotStaff() {
  const { title, help, button } = words.notStaff
  const home = (
    <AppButton kind="soft" size="small" onPress={() => go('home')}>
      {button}
    </AppButton>
  )
  return <Notice urgent icon="lock" title={title} help={help} action={home} />
}

/** 工作台: for everyone who handles concerns, from the building head to the street's departments. */
export default function StaffQueue() {
  const me = useSession((session) => session.me)
  const works = me?.isStaff === true
  return (
    <Page title={common.titles.queue} wide foot={works ? <Foot /> : undefined}>
      {!me && <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}
      {me && !works && <NotStaff />}
      {me && works && <Work me={me} />}
    </Page>
  )
}
