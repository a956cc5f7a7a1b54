import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { room as words } from '../../../texts/meetings'
import { useAct } from './use-act'
import type { Live, Room } from './use-live'

/** 离场, for each building of the reader that is here: it counts no longer, and comes back by signing in once more. */
export function Leave({ room, live }: { room: Room; live: Live }) {
  const { act, sending, failure, clear } = useAct('leave', live)
  const here = room.mine.filter((unit) => unit.here && unit.hand !== 'speaking')
  if (here.length === 0 || !room.may.includes('leave')) return null
  return (
    <View className="ld-stack">
      {here.map(({ unitId, label }) => (
        <AppButton key={unitId} kind="line" wide busy={sending} onPress={() => act({ id: live.id, unitId })}>
          {words.leaves(label)}
        </AppButton>
      ))}
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}
