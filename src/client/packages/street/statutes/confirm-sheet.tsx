import { View } from '@tarojs/components'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { statutoryWords } from '../../../texts/council'
import { statutes as words } from '../../../texts/statutes'
import { useCommand } from '../../../use-command'
import type { Statute } from './index'

interface ConfirmProps {
  statute: Statute
  waiting: NonNullable<Statute['waiting']>
  onClose: () => void
}

/** The second pair of eyes: what was read, said back once before it opens votes. */
export function ConfirmSheet({ statute, waiting, onClose }: ConfirmProps) {
  const { send, sending, failure, clear } = useCommand('statutes.confirm')
  const confirm = async () => {
    if ((await send({ id: waiting.id })).ok) onClose()
  }
  return (
    <Sheet
      id="confirm-statute"
      title={statutoryWords[statute.rule]}
      open
      onClose={onClose}
      act={{ words: words.confirm, onPress: confirm, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.ofHundred(statute.ofHundred)}</View>
        <View className="ld-body">{words.waiting(waiting)}</View>
        <View className="ld-body">{words.confirmWhat}</View>
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
