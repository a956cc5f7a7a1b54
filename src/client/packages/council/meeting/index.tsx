import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { AppButton } from '../../../components/button'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { go } from '../../../platform/navigate'
import { meetingStateWords, meetings, room as words } from '../../../texts/meetings'
import { Agenda } from './agenda'
import { Queue, Speaker } from './floor'
import { HeadActs } from './head-acts'
import { KeptActs } from './kept'
import { LeadActs } from './lead-acts'
import { Leave } from './leave'
import { OfficeActs } from './office-acts'
import { Points } from './points'
import { Freshness, RoomHead } from './room-head'
import { SignIn } from './sign-in'
import { type Live, type Room, useLive, useSeconds } from './use-live'
import { Vote } from './vote'

interface ViewProps {
  room: Room
  live: Live
  /** The server's clock, as far as this phone knows it. */
  now: number
}

/** The matter before the room: who speaks, who waits, or whose hands are up. */
function FloorView({ room, live, now }: ViewProps) {
  const { floor } = room
  if (room.state !== 'in_session') return null
  if (!floor) return <Notice icon="clock" title={words.nothing.title} help={words.nothing.help} />
  return (
    <View className="ld-stack">
      <Vote room={room} live={live} now={now} />
      <Speaker room={room} floor={floor} now={now} />
      <Points room={room} live={live} />
      {!floor.vote && floor.debate === 'open' && <Queue room={room} floor={floor} now={now} />}
      {!floor.vote && floor.debate === 'closed' && <View className="ld-body">{words.debateOver}</View>}
      <HeadActs room={room} live={live} />
    </View>
  )
}

/** What a meeting says that is not under way. */
function Standing({ room, id }: { room: Room; id: string }) {
  const { state } = room
  if (state === 'cancelled') return <Notice icon="alert" title={meetings.cancelled(room.note)} />
  if (state === 'planned') return <Notice icon="clock" title={meetingStateWords.planned} />
  if (state === 'closed' || state === 'minutes_draft' || state === 'published')
    return (
      <AppButton size="large" wide onPress={() => go('minutes', { id })}>
        {words.minutes}
      </AppButton>
    )
  return null
}

function RoomView({ live, room }: { live: Live; room: Room }) {
  const phone = useSeconds()
  const now = phone + live.ahead
  return (
    <View className="ld-stack">
      <Freshness live={live} now={phone} />
      <RoomHead room={room} now={now} />
      <KeptActs />
      <Standing room={room} id={live.id} />
      <SignIn room={room} live={live} now={now} />
      <FloorView room={room} live={live} now={now} />
      <LeadActs room={room} live={live} />
      <Agenda agenda={room.agenda} />
      <OfficeActs room={room} live={live} />
      <Leave room={room} live={live} />
    </View>
  )
}

/** 会场: one page for chair, secretary and heads; each sees what he can do, and everybody sees the same room. */
export default function MeetingPage() {
  const { id = 'none' } = useRouter().params
  const live = useLive(id)
  const { room, failure } = live
  return (
    <Page title={room ? meetings.name(room.no, room.unitKind) : words.title}>
      {room ? (
        <RoomView live={live} room={room} />
      ) : failure ? (
        <Refused failure={failure} onRetry={async () => live.refresh()} />
      ) : (
        <Loading rows={6} />
      )}
    </Page>
  )
}
