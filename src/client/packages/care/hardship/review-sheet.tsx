import { View } from '@tarojs/components'
import { useState } from 'react'
import { OUTCOMES } from '#core/care/hardship'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { hardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { StepProps } from './steps'

const CONCLUSIONS = (['go_on', ...OUTCOMES] as const).map((value) => ({
  value,
  words: words.conclusions[value],
}))

/** 复核: goes on, or is over in one of three ways, for somebody else to strike off. */
export function ReviewSheet({ shown, onDone, onClose }: StepProps) {
  const [conclusion, setConclusion] = useState<(typeof CONCLUSIONS)[number]['value']>('go_on')
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('hardship.review')
  const missing = said.trim().length < 2
  const review = async () => {
    setTried(true)
    if (missing) return
    const { id, version } = shown
    if ((await send({ id, version, conclusion, words: said })).ok) onDone()
  }
  return (
    <Sheet
      id="case-review"
      title={words.steps.review}
      open
      onClose={onClose}
      act={{ words: words.steps.review, onPress: review, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.helps.review}</View>
        <Segmented
          label={words.conclusion}
          choices={CONCLUSIONS}
          value={conclusion}
          onChoose={setConclusion}
        />
        <TextArea
          id="case-review-words"
          label={words.words}
          value={said}
          error={tried && missing ? words.wordsMissing : undefined}
          maxLength={500}
          onChange={setSaid}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
