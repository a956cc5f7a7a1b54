import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ChosenFile, chooseTable, giveFile } from '../platform/files'
import type { Answer, Failure } from '../platform/transport'
import { tableFiles as words } from '../texts/table-files'
import { AppButton } from './button'
import { Notice } from './notice'
import { Refused } from './refused'

interface TableChoiceProps {
  /** What was chosen last. */
  file: ChosenFile | undefined
  /** It is being looked at. */
  busy?: boolean
  onChoose: (file: ChosenFile) => void
  /** Asks for the empty form. */
  template: () => Promise<Answer<ChosenFile>>
}

/** 选一份表: a file from the chat or the disk, or first the empty form it is written in. */
export function TableChoice({ file, busy, onChoose, template }: TableChoiceProps) {
  const [isTooLarge, setTooLarge] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const choose = async () => {
    const chosen = await chooseTable()
    setTooLarge(chosen === 'too_large')
    if (chosen && chosen !== 'too_large') onChoose(chosen)
  }
  const fetchTemplate = async () => {
    const answer = await template()
    setFailure(answer.ok ? undefined : answer.error)
    if (answer.ok) await giveFile(answer.data)
  }
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.help}</View>
      <AppButton wide icon="doc" kind={file ? 'line' : 'primary'} busy={busy} onPress={choose}>
        {file ? words.again : words.choose}
      </AppButton>
      <AppButton wide kind="line" icon="doc" onPress={fetchTemplate}>
        {words.template}
      </AppButton>
      {isTooLarge && <Notice urgent title={words.tooLarge} />}
      {failure && <Refused failure={failure} />}
    </View>
  )
}
