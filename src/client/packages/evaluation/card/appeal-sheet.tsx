import { View } from '@tarojs/components'
import type { InputOf, OutputOf } from '#contracts/operations'
import { ReasonSheet } from '../../../components/reason-sheet'
import { componentWords, card as words } from '../../../texts/evaluation'
import { useCommand } from '../../../use-command'

interface AppealSheetProps {
  told: OutputOf<'scores.get'>
  about: Pick<InputOf<'scores.appeal'>, 'component' | 'eventId'>
  onClose: () => void
}

/** 申诉: names one event, and says what is wrong with it. */
export function AppealSheet({ told, about, onClose }: AppealSheetProps) {
  const command = useCommand('scores.appeal')
  const { id, version } = told
  return (
    <ReasonSheet
      id="score-appeal"
      title={words.appealTitle}
      act={words.appeal}
      field={{ id: 'appeal-words', label: words.appealLabel, hint: words.appealHint }}
      command={command}
      onSend={async (said) => (await command.send({ id, version, ...about, words: said })).ok}
      onClose={onClose}
    >
      <View className="ld-body">{`${componentWords[about.component]}，${words.event(about.eventId)}`}</View>
    </ReasonSheet>
  )
}
