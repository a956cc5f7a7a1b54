import { rolls as words } from '../../../texts/rolls'
import { useCommand } from '../../../use-command'
import { WordsSheet } from '../words-sheet'
import type { MotionView } from './motion-view'

interface DeclareProps {
  motionId: string
  unit: MotionView['standsFor'][number]
  onClose: () => void
}

/** 回避: the house's own word that it has an interest in the matter. */
export function DeclareSheet({ motionId, unit: { unitId, label }, onClose }: DeclareProps) {
  const { send, sending, failure, clear } = useCommand('rolls.declare')
  return (
    <WordsSheet
      id="declare"
      title={words.declare(label)}
      what={words.declareWhat}
      label={words.words}
      act={words.send}
      sending={sending}
      failure={failure}
      onAct={clear}
      onSend={async (said) => (await send({ motionId, unitId, words: said })).ok}
      onClose={onClose}
    />
  )
}
