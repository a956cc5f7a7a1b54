import { View } from '@tarojs/components'
import { ReasonSheet } from '../../../components/reason-sheet'
import { rolls as words } from '../../../texts/rolls'
import { useCommand } from '../../../use-command'
import type { MotionView } from './motion-view'

interface DeclareProps {
  motion: Pick<MotionView, 'id' | 'unitKind'>
  unit: MotionView['standsFor'][number]
  onClose: () => void
}

/** 回避: the unit's own word that it has an interest in the matter. */
export function DeclareSheet({ motion: { id: motionId, unitKind }, unit, onClose }: DeclareProps) {
  const { unitId, label } = unit
  const command = useCommand('rolls.declare')
  return (
    <ReasonSheet
      id="declare"
      title={words.declare(label)}
      act={words.send}
      field={{ id: 'declare-words', label: words.words, maxLength: 200 }}
      command={command}
      onSend={async (said) => (await command.send({ motionId, unitId, words: said })).ok}
      onClose={onClose}
    >
      <View className="ld-body">{words.declareWhat(unitKind)}</View>
    </ReasonSheet>
  )
}
