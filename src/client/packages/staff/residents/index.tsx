import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { Empty } from '../../../components/empty'
import { LongList } from '../../../components/long-list'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { residents as words } from '../../../texts/residences'
import { useAskPages } from '../../../use-ask'
import { type Resident, ResidentCard } from './resident-card'
import { type Reasoned, WhyNotSheet } from './why-not-sheet'

type Show = keyof typeof words.shows

const SHOWS = (Object.keys(words.shows) as Show[]).map((value) => ({ value, words: words.shows[value] }))

/** One by one: there is no button for all of them, because each is somebody's word about a neighbour. */
function Residents({ show, buildingId }: { show: Show; buildingId: string | null }) {
  const list = useAskPages('residences.list', { show, buildingId })
  const [reasoned, setReasoned] = useState<Reasoned>()
  usePulledDown(list.refresh)
  const row = useCallback((one: Resident) => <ResidentCard resident={one} onReason={setReasoned} />, [])
  return (
    <Answered ask={list} rows={5}>
      {() => (
        <View className="ld-stack">
          {list.items.length === 0 && <Empty {...words.none[show]} />}
          <LongList id="residents" label={words.shows[show]} list={list} row={row} />
          <MoreRows list={list} />
          {reasoned && <WhyNotSheet {...reasoned} onClose={() => setReasoned(undefined)} />}
        </View>
      )}
    </Answered>
  )
}

/** 认住户: a head's houses, a grid worker's whole grid. */
export default function ResidentsPage() {
  const { house = null } = useRouter<{ house?: string }>().params
  const me = useSession((session) => session.me)
  const [show, setShow] = useState<Show>('waiting')
  const works = me?.offices.some(({ role }) => reachOf('residence.confirm', role) !== undefined) === true
  return (
    <Page title={words.title}>
      {!me && <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}
      {me && !works && <Notice urgent icon="lock" {...words.notMine} />}
      {works && (
        <View className="ld-stack">
          <View className="ld-body ld-help">{words.help}</View>
          <Segmented label={words.title} choices={SHOWS} value={show} onChoose={setShow} />
          <Residents key={show} show={show} buildingId={house} />
        </View>
      )}
    </Page>
  )
}
