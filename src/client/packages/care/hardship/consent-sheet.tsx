import { View } from '@tarojs/components'
import { useState } from 'react'
import { CONSENTS } from '#core/concerns/helped'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { hardshipConsentWords, hardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { StepProps } from './steps'

const HOWS = CONSENTS.map((value) => ({ value, words: hardshipConsentWords[value] }))

/** 替本人记下同意: how he said it. */
export function ConsentSheet({ shown, onDone, onClose }: StepProps) {
  const [how, setHow] = useState<(typeof CONSENTS)[number]>('in_person')
  const { send, sending, failure, clear } = useCommand('hardship.record_consent')
  const record = async () => {
    const { id, version } = shown
    if ((await send({ id, version, how })).ok) onDone()
  }
  return (
    <Sheet
      id="case-consent"
      title={words.steps.record_consent}
      open
      onClose={onClose}
      act={{ words: words.steps.record_consent, onPress: record, busy: sending }}
    >
      <View className="ld-body">{words.helps.record_consent}</View>
      <Segmented label={words.consent} choices={HOWS} value={how} onChoose={setHow} />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
