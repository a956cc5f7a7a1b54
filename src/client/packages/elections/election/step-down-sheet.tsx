import { View } from '@tarojs/components'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { election as words } from '../../../texts/elections'
import { useCommand } from '../../../use-command'

/** 退选, or no to having been named. */
export function StepDownSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { send, sending, failure, clear } = useCommand('motions.step_down')
  const leave = async () => {
    if ((await send({ id })).ok) onClose()
  }
  return (
    <Sheet
      id="step-down"
      title={words.stepDown}
      open
      onClose={onClose}
      act={{ words: words.stepDown, onPress: leave, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.stepDownWhat}</View>
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
