import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { levelWords, hardship as words } from '../../../texts/care'
import { hardshipStates } from '../../../texts/care-states'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'

type Row = OutputOf<'hardship.list'>['items'][number]
type Show = keyof typeof words.shows

const SHOWS = (['open', 'to_strike', 'over'] as const).map((value) => ({ value, words: words.shows[value] }))

/** What it waits for, in words; the list says nothing of whose it is. */
function waitsFor({ state, agreed, dueAt }: Row, now: number): string {
  if (state === 'reported' && !agreed) return words.waitsForConsent
  if (dueAt === null) return ''
  const isListed = state === 'listed' || state === 'helping'
  return isListed ? words.reviewBy(dueAt, now) : words.assessBy(dueAt, now)
}

function CaseRow({ row }: { row: Row }) {
  const now = useNow()
  const { id, house, state, level, owner, overdue } = row
  const waits = waitsFor(row, now)
  return (
    <Card onPress={() => go('hardship', { id })} label={`${words.house(house)}，${hardshipStates[state]}`}>
      <View className="ld-tight">
        <View className="ld-lg">{words.house(house)}</View>
        {owner && <View className="ld-sm ld-help">{words.owner(owner)}</View>}
        <View className="ld-row ld-wrap">
          <Tag tone="mine" words={hardshipStates[state]} />
          {level && <Tag words={levelWords[level]} />}
          {waits && <Tag tone={overdue ? 'over' : 'quiet'} words={overdue ? words.late : waits} />}
        </View>
      </View>
    </Card>
  )
}

function Cases({ show }: { show: Show }) {
  const list = useAskPages('hardship.list', { show })
  usePulledDown(list.refresh)
  return (
    <Answered ask={list} rows={4}>
      {() => (
        <View className="ld-stack">
          {list.items.length === 0 && <Empty title={words.none[show]} />}
          {list.items.map((row) => (
            <CaseRow key={row.id} row={row} />
          ))}
          <MoreRows list={list} />
        </View>
      )}
    </Answered>
  )
}

/** 解困清单: for its owners, the community's staff and the branch secretary. */
export default function HardshipsPage() {
  const [show, setShow] = useState<Show>('open')
  const me = useSession((session) => session.me)
  const reads = me?.offices.some(({ role }) => reachOf('hardship.read', role) !== undefined)
  return (
    <Page title={words.listTitle}>
      {!reads && <Refused failure={{ code: me ? 'FORBIDDEN' : 'NOT_AUTHENTICATED' }} />}
      {reads && (
        <View className="ld-stack">
          <View className="ld-body">{words.listLead}</View>
          <Segmented label={words.filter} choices={SHOWS} value={show} onChoose={setShow} />
          <Cases key={show} show={show} />
        </View>
      )}
    </Page>
  )
}
