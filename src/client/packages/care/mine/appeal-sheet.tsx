import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { hardship as shared, myHardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { Mine } from './index'

interface AppealProps {
  item: Mine
  onDone: () => void
  onClose: () => void
}

/** 不服: why; somebody else than who decided reads it. */
export function AppealSheet({ item, onDone, onClose }: AppealProps) {
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('hardship.appeal')
  const missing = said.trim().length < 2
  const appeal = async () => {
    setTried(true)
    const { id, version } = item
    if (!missing && (await send({ id, version, words: said })).ok) onDone()
  }
  return (
    <Sheet
      id="case-appeal"
      title={words.appeal}
      open
      onClose={onClose}
      act={{ words: words.appeal, onPress: appeal, busy: sending }}
    >
      <View className="ld-body">{words.appealHelp}</View>
      <TextArea
        id="appeal-words"
        label={shared.words}
        value={said}
        error={tried && missing ? shared.wordsMissing : undefined}
        maxLength={500}
        onChange={setSaid}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
