import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OutputOf } from '#contracts/operations'
import type { UnitKind } from '#core/council/statute'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Page } from '../../../components/page'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { meetingStateWords, meetings as words } from '../../../texts/meetings'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'

type Row = OutputOf<'meetings.list'>['items'][number]

const isOver = ({ state }: Row) => state === 'closed' || state === 'minutes_draft' || state === 'published'

function MeetingRow({ row, kind, now }: { row: Row; kind: UnitKind; now: number }) {
  const { id, no, state, startsAt, venue, note } = row
  const fact = words.fact(startsAt, venue, now)
  const isLive = state === 'in_session'
  const open = () => go(isOver(row) ? 'minutes' : 'meeting', { id })
  return (
    <Card onPress={open} label={`${words.name(no, kind)}，${meetingStateWords[state]}，${fact}`}>
      <View className="ld-tight">
        <View className="ld-row ld-between ld-wrap">
          <Tag words={meetingStateWords[state]} tone={isLive ? 'lit' : 'quiet'} />
          <View className="ld-sm ld-help">
            {isOver(row) || isLive ? words.came(row.present, kind) : words.items(row.items)}
          </View>
        </View>
        <View className="ld-lg">{words.name(no, kind)}</View>
        <View className="ld-body">{fact}</View>
        {note !== '' && <View className="ld-body">{words.cancelled(note)}</View>}
        {row.online && state === 'notified' && <View className="ld-sm ld-help">{words.online}</View>}
      </View>
    </Card>
  )
}

/** 会议: to come, under way, and over with their minutes. */
export default function MeetingsPage() {
  const { council = 'none' } = useRouter().params
  const list = useAskPages('meetings.list', { councilId: council })
  const now = useNow()
  usePulledDown(list.refresh)
  const plan = (
    <AppButton wide onPress={() => go('meetingPlan', { council })}>
      {words.plan}
    </AppButton>
  )
  return (
    <Page title={words.title} foot={list.data?.mayPlan && plan}>
      <Answered ask={list} rows={4}>
        {({ unitKind }) => (
          <View className="ld-stack">
            {list.items.length === 0 && <Empty title={words.none.title} help={words.none.help(unitKind)} />}
            {list.items.map((row) => (
              <MeetingRow key={row.id} row={row} kind={unitKind} now={now} />
            ))}
            <MoreRows list={list} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
