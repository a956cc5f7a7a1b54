import { View } from '@tarojs/components'
import { useState } from 'react'
import { ENDINGS, type Ending } from '#core/care/pairing'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { ReasonSheet } from '../../../components/reason-sheet'
import { readable } from '../../../platform/accessible'
import { endingWords, pairings as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { StepProps } from './deeds'
import type { PairingView } from './index'

/** The helper does not speak for the household, nor the household for him. */
const endingsFor = ({ mine }: PairingView): readonly Ending[] => {
  if (mine === 'household') return ['household', 'solved', 'moved']
  return mine === 'helper' ? ['helper', 'solved', 'moved'] : ENDINGS
}

/** 结束: the household need not say more than that. */
export function EndSheet({ pairing, onDone, onClose }: StepProps) {
  const endings = endingsFor(pairing)
  const [reason, setReason] = useState<Ending>(endings[0] ?? 'solved')
  const command = useCommand('pairings.end')
  const { id, version } = pairing
  return (
    <ReasonSheet
      id="pairing-end"
      title={words.end}
      act={words.end}
      field={{ id: 'end-words', label: words.endWords, optional: true, maxLength: 200 }}
      command={command}
      onSend={async (said) => (await command.send({ id, version, reason, words: said })).ok}
      onClose={onClose}
      onDone={onDone}
    >
      <View className="ld-body">{words.endHelp}</View>
      <Field id="end-reason" label={words.endReason}>
        <View className="ld-row ld-wrap" {...readable('group', words.endReason)}>
          {endings.map((one) => (
            <Chip key={one} words={endingWords[one]} chosen={one === reason} onPress={() => setReason(one)} />
          ))}
        </View>
      </Field>
    </ReasonSheet>
  )
}
