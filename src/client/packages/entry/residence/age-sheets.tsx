import { View } from '@tarojs/components'
import { useState } from 'react'
import { isMobile } from '#core/people/phone'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { guardians as words } from '../../../texts/guardians'
import { useCommand } from '../../../use-command'

interface AgeSheetProps {
  open: boolean
  onClose: () => void
}

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1900 && year <= 2100
const isMonth = (month: number): boolean => Number.isInteger(month) && month >= 1 && month <= 12

/** 哪年哪月生的: said once. */
export function BirthSheet({ open, onClose }: AgeSheetProps) {
  const [typed, setTyped] = useState({ year: '', month: '' })
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('people.leaveBirth')
  const [year, month] = [Number(typed.year), Number(typed.month)]
  const right = isYear(year) && isMonth(month)
  const say = async () => {
    setTried(true)
    if (right && (await send({ year, month })).ok) onClose()
  }
  return (
    <Sheet
      id="birth"
      title={words.say}
      open={open}
      onClose={onClose}
      act={{ words: words.send, onPress: say, busy: sending }}
    >
      <View className="ld-body">{words.why}</View>
      {(['year', 'month'] as const).map((part) => (
        <TextInput
          key={part}
          id={`birth-${part}`}
          type="number"
          label={words[part]}
          value={typed[part]}
          error={part === 'month' && tried && !right ? words.wrong : undefined}
          maxLength={4}
          onChange={(value) => setTyped({ ...typed, [part]: value })}
        />
      ))}
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}

/** 请家长同意: by the number he left here. */
export function GuardianSheet({ open, onClose }: AgeSheetProps) {
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('guardians.ask')
  const right = isMobile(phone)
  const ask = async () => {
    setTried(true)
    if (right && (await send({ phone })).ok) onClose()
  }
  return (
    <Sheet
      id="guardian"
      title={words.ask}
      open={open}
      onClose={onClose}
      act={{ words: words.ask, onPress: ask, busy: sending }}
    >
      <View className="ld-body">{words.askHelp}</View>
      <TextInput
        id="guardian-phone"
        type="number"
        label={words.phone}
        value={phone}
        error={tried && !right ? words.phoneWrong : undefined}
        maxLength={11}
        onChange={setPhone}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
