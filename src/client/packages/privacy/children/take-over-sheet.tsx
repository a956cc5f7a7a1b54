import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { children as words } from '../../../texts/guardians'
import { useCommand } from '../../../use-command'

/** 满14岁: by the code the guardian reads out. */
export function TakeOverSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('children.takeOver')
  const right = /^[A-Za-z]{6}$/.test(code)
  const take = async () => {
    setTried(true)
    if (right && (await send({ code })).ok) onClose()
  }
  return (
    <Sheet
      id="take-over"
      title={words.takeOver}
      open={open}
      onClose={onClose}
      act={{ words: words.take, onPress: take, busy: sending }}
    >
      <View className="ld-body">{words.takeOverHelp}</View>
      <TextInput
        id="take-over-code"
        label={words.takeOverCode}
        value={code}
        error={tried && !right ? words.codeWrong : undefined}
        maxLength={6}
        onChange={setCode}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
