import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { useSession } from '../../../stores/session'
import { unsentOf, useUnsent } from '../../../stores/unsent-list'
import { room as words } from '../../../texts/meetings'
import { refusals } from '../../../texts/refusals'
import { unsent } from '../../../texts/unsent'

/** What was tapped while the line was down: on its way by itself, or refused and why. Never silently lost. */
export function KeptActs() {
  const me = useSession(({ me: person }) => person?.personId)
  const all = useUnsent((list) => list.all)
  const kept = unsentOf(all, me).filter(({ operation }) => operation.startsWith('meetings.'))
  if (kept.length === 0) return null
  return (
    <Card>
      <View className="ld-stack">
        {kept.map(({ id, operation, progress }) => {
          const deed = unsent.deed(operation)
          const isRefused = progress.state === 'refused'
          return (
            <View key={id} className="ld-tight">
              <View className="ld-md">
                {isRefused ? words.refused(deed, refusals[progress.code].title) : words.kept(deed)}
              </View>
              <AppButton kind="line" size="small" onPress={() => useUnsent.getState().remove([id])}>
                {isRefused ? words.known : words.dropKept}
              </AppButton>
            </View>
          )
        })}
      </View>
    </Card>
  )
}
