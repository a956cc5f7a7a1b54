import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { isMobile } from '#core/people/phone'
import { findPerson as words } from '../texts/find-person'
import { useCommand } from '../use-command'
import { AppButton } from './button'
import { Refused } from './refused'
import { TextInput } from './text-input'

export type FoundPerson = NonNullable<OutputOf<'people.find'>['person']>

interface FindPersonProps {
  /** Goes into the log of looks. */
  why: string
  onFound: (person: FoundPerson) => void
}

/** By the whole number and nothing less: nobody leafs through people. Every find is written down. */
export function FindPerson({ why, onFound }: FindPersonProps) {
  const [phone, setPhone] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('people.find')
  const find = async () => {
    const isWhole = isMobile(phone)
    setProblem(isWhole ? undefined : words.badPhone)
    if (!isWhole) return
    const answer = await send({ phone, reason: why })
    if (!answer.ok) return
    if (answer.data.person) onFound(answer.data.person)
    else setProblem(words.notFound)
  }
  return (
    <View>
      <TextInput
        id="find-phone"
        label={words.phone}
        hint={words.phoneHint}
        type="number"
        maxLength={11}
        value={phone}
        error={problem}
        onChange={setPhone}
      />
      <AppButton kind="soft" wide busy={sending} onPress={find}>
        {words.find}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}
