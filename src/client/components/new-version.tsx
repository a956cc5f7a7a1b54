import { View } from '@tarojs/components'
import { useUpdate } from '../stores/update'
import { common } from '../texts/common'
import { AppButton } from './button'
import { Notice } from './notice'

/** Asked at the head of a tab, where nobody is in the middle of writing; only a failed update cannot be put off. */
export function NewVersion() {
  const { apply, failed, later } = useUpdate()
  const { ready, lost } = common.update
  if (failed) {
    return (
      <View className="ld-apart">
        <Notice icon="alert" title={lost.title} help={lost.help} />
      </View>
    )
  }
  if (!apply) return null
  const buttons = (
    <View className="ld-row">
      <AppButton kind="soft" size="small" onPress={apply}>
        {ready.button}
      </AppButton>
      <AppButton kind="line" size="small" onPress={later}>
        {ready.later}
      </AppButton>
    </View>
  )
  return (
    <View className="ld-apart">
      <Notice icon="refresh" title={ready.title} help={ready.help} action={buttons} />
    </View>
  )
}
