import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { households as words } from '../../../texts/households'
import { useCommand } from '../../../use-command'

interface HouseholdSheetProps {
  open: boolean
  onClose: () => void
}

/** 登记我这一户. */
export function FoundSheet({ open, onClose }: HouseholdSheetProps) {
  const [room, setRoom] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('households.found')
  const missing = room.trim() === ''
  const found = async () => {
    setTried(true)
    if (!missing && (await send({ room })).ok) onClose()
  }
  return (
    <Sheet
      id="household-found"
      title={words.found}
      open={open}
      onClose={onClose}
      act={{ words: words.found, onPress: found, busy: sending }}
    >
      <TextInput
        id="household-room"
        label={words.room}
        hint={words.roomHint}
        value={room}
        error={tried && missing ? words.missing : undefined}
        maxLength={20}
        onChange={setRoom}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}

/** 加入同住的人那一户: by the code he reads out. */
export function JoinSheet({ open, onClose }: HouseholdSheetProps) {
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('households.join')
  const right = /^[A-Za-z]{6}$/.test(code)
  const join = async () => {
    setTried(true)
    if (right && (await send({ code })).ok) onClose()
  }
  return (
    <Sheet
      id="household-join"
      title={words.join}
      open={open}
      onClose={onClose}
      act={{ words: words.join, onPress: join, busy: sending }}
    >
      <View className="ld-body">{words.joinHelp}</View>
      <TextInput
        id="household-code"
        label={words.code}
        value={code}
        error={tried && !right ? words.codeWrong : undefined}
        maxLength={6}
        onChange={setCode}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}

export function LeaveButton({ words: said }: { words: string }) {
  const [sure, setSure] = useState(false)
  const { send, sending, failure, clear } = useCommand('households.leave')
  const { title, help } = words.leaveSure
  const leave = async () => {
    const answer = await send({})
    if (answer.ok) setSure(false)
  }
  return (
    <>
      <AppButton kind="line" wide onPress={() => setSure(true)}>
        {said}
      </AppButton>
      <Sheet
        id="household-leave"
        title={title}
        open={sure}
        onClose={() => setSure(false)}
        act={{ words: said, onPress: leave, busy: sending }}
      >
        <View className="ld-body">{help}</View>
        {failure && <Refused failure={failure} onAct={clear} />}
      </Sheet>
    </>
  )
}
