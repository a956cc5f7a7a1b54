import { View } from '@tarojs/components'
import { ReasonSheet } from '../../../components/reason-sheet'
import { hardship as shared, myHardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { Mine } from './index'

interface AppealProps {
  item: Mine
  onDone: () => void
  onClose: () => void
}

/** 不服: why; somebody else than who decided reads it. */
export function AppealSheet({ item: { id, version }, onDone, onClose }: AppealProps) {
  const command = useCommand('hardship.appeal')
  return (
    <ReasonSheet
      id="case-appeal"
      title={words.appeal}
      act={words.appeal}
      field={{ id: 'appeal-words', label: shared.words, missing: shared.wordsMissing, maxLength: 500 }}
      command={command}
      onSend={async (said) => (await command.send({ id, version, words: said })).ok}
      onClose={onClose}
      onDone={onDone}
    >
      <View className="ld-body">{words.appealHelp}</View>
    </ReasonSheet>
  )
}
