import { View } from '@tarojs/components'
import type { Template } from '#core/messages/worth'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { motion as words } from '../../../texts/council'
import { rolls } from '../../../texts/rolls'
import { useCommand } from '../../../use-command'
import { useMessages } from '../../../use-messages'
import { type MotionView, mayStillSecond } from './motion-view'

const OF_VOTES: readonly Template[] = ['council']

/** 附议: how many houses support it, which, and the reader's own. */
export function Seconds({ motion }: { motion: MotionView }) {
  const { send, sending, failure, clear } = useCommand('motions.second', motion.title)
  const { ask } = useMessages(OF_VOTES)
  const open = mayStillSecond(motion)
  const second = (unitId: string) => {
    // In the task of the tap: whoever seconds a matter wants to hear when it is voted on.
    void ask('byTheWay')
    return send({ id: motion.id, unitId })
  }
  const labels = motion.secondedBy.map(({ label }) => label).join('、')
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-md">{words.seconds(motion)}</View>
        {motion.again && <View className="ld-body">{rolls.again(motion.again.until, motion.unitKind)}</View>}
        <View className="ld-sm ld-help">
          {labels ? words.secondedBy(labels) : words.tooFew(motion.unitKind)}
        </View>
        {failure && <Refused failure={failure} onAct={clear} />}
        {open.map(({ unitId, label }) => (
          <AppButton key={unitId} wide busy={sending} onPress={() => second(unitId)}>
            {words.secondFor(label)}
          </AppButton>
        ))}
      </View>
    </Card>
  )
}
