import { View } from '@tarojs/components'
import { useState } from 'react'
import { POLICIES, type PolicyRef } from '#core/care/hardship'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { policyWords, hardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import { Chips } from '../chips'
import type { StepProps } from './steps'

/** 对政策: what may be applied for. */
export function PoliciesSheet({ shown, onDone, onClose }: StepProps) {
  const [policies, setPolicies] = useState<PolicyRef[]>(shown.policies)
  const { send, sending, failure, clear } = useCommand('hardship.policies')
  const save = async () => {
    const { id, version } = shown
    if ((await send({ id, version, policies })).ok) onDone()
  }
  return (
    <Sheet
      id="case-policies"
      title={words.steps.policies}
      open
      onClose={onClose}
      act={{ words: words.steps.policies, onPress: save, busy: sending }}
    >
      <View className="ld-body">{words.helps.policies}</View>
      <Chips
        id="case-policy"
        label={words.policies}
        all={POLICIES}
        names={policyWords}
        chosen={policies}
        onChange={setPolicies}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
