import { View } from '@tarojs/components'
import { useState } from 'react'
import { OUTCOMES } from '#core/care/hardship'
import { ReasonSheet } from '../../../components/reason-sheet'
import { Segmented } from '../../../components/segmented'
import { hardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { StepProps } from './steps'

const CONCLUSIONS = (['go_on', ...OUTCOMES] as const).map((value) => ({
  value,
  words: words.conclusions[value],
}))

/** 复核: goes on, or is over in one of three ways, for somebody else to strike off. */
export function ReviewSheet({ shown: { id, version }, onDone, onClose }: StepProps) {
  const [conclusion, setConclusion] = useState<(typeof CONCLUSIONS)[number]['value']>('go_on')
  const command = useCommand('hardship.review')
  return (
    <ReasonSheet
      id="case-review"
      title={words.steps.review}
      act={words.steps.review}
      field={{ id: 'case-review-words', label: words.words, missing: words.wordsMissing, maxLength: 500 }}
      command={command}
      onSend={async (said) => (await command.send({ id, version, conclusion, words: said })).ok}
      onClose={onClose}
      onDone={onDone}
    >
      <View className="ld-body">{words.helps.review}</View>
      <Segmented label={words.conclusion} choices={CONCLUSIONS} value={conclusion} onChoose={setConclusion} />
    </ReasonSheet>
  )
}
