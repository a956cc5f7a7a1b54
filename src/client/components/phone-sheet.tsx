import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSession } from '../stores/session'
import { phone as words } from '../texts/phone'
import { refusals } from '../texts/refusals'
import { useCommand } from '../use-command'
import { Sheet } from './sheet'
import { TextInput } from './text-input'

interface PhoneSheetProps {
  open: boolean
  onClose: () => void
  /** The phone is kept: what waited for it goes on. */
  onLeft: () => void
  send?: string
}

const isPhone = (typed: string): boolean => /^1\d{10}$/.test(typed)

/** 留个电话: only those who handle the matter see it. */
export function PhoneSheet({ open, onClose, onLeft, send = words.send }: PhoneSheetProps) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string>()
  const leaving = useCommand('people.leavePhone')
  const digits = typed.replace(/[\s-]/g, '')

  const leave = async () => {
    if (!isPhone(digits)) return setWrong(words.wrong)
    const answer = await leaving.send({ phone: digits })
    if (!answer.ok) return setWrong(refusals[answer.error.code].help)
    useSession.getState().meet(answer.data)
    setTyped('')
    onLeft()
  }
  return (
    <Sheet
      id="phone-sheet"
      title={words.title}
      open={open}
      onClose={onClose}
      act={{ words: send, onPress: leave, busy: leaving.sending }}
    >
      <View className="ld-body">{words.help}</View>
      <TextInput
        id="phone"
        type="number"
        label={words.label}
        value={typed}
        error={wrong}
        maxLength={13}
        onChange={(value) => {
          setTyped(value)
          setWrong(undefined)
        }}
      />
      <View className="ld-sm ld-help">{words.otherWay}</View>
    </Sheet>
  )
}
