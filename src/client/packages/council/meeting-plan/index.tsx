import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { Page } from '../../../components/page'
import { planning as words } from '../../../texts/meetings'
import { useAsk } from '../../../use-ask'
import { blank, draftOf } from './draft'
import { PlanForm } from './form'

type Room = NonNullable<OutputOf<'meetings.live'>['room']>

/** A meeting that is there already, put into the form. */
function Change({ id, room }: { id: string; room: Room }) {
  return (
    <PlanForm
      councilId={room.councilId}
      begin={draftOf(room)}
      to={{ kind: 'change', id, version: room.version }}
    />
  )
}

function Changing({ id }: { id: string }) {
  const asked = useAsk('meetings.live', { id })
  return (
    <Answered ask={asked} rows={5}>
      {({ room }) => (room ? <Change id={id} room={room} /> : <View />)}
    </Answered>
  )
}

/** 定一次会, or change one: when, where, about what. */
export default function MeetingPlanPage() {
  const { id, council } = useRouter().params
  return (
    <Page title={id ? words.change : words.title}>
      {id ? (
        <Changing id={id} />
      ) : (
        <PlanForm councilId={council ?? 'none'} begin={blank()} to={{ kind: 'plan' }} />
      )}
    </Page>
  )
}
