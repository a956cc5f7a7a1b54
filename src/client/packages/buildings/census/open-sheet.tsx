import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { Choices } from '../../../components/staff-actions/choices'
import { TextInput } from '../../../components/text-input'
import { census as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'

const DAY = 86_400_000
const DAYS = Object.entries(words.dayChoices).map(([days, said]) => ({ value: Number(days), words: said }))

interface OpenSheetProps {
  gridPath: string
  open: boolean
  onClose: () => void
}

export function OpenSheet({ gridPath, open, onClose }: OpenSheetProps) {
  const [name, setName] = useState('')
  const [days, setDays] = useState(30)
  const { send, sending, failure } = useCommand('census.open')
  const begin = async () => {
    const answer = await send({ name, gridPath, dueAt: Date.now() + days * DAY })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="census-open"
      title={words.openTitle}
      open={open}
      onClose={onClose}
      act={{ words: words.open, onPress: begin, busy: sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="census-name"
          label={words.name}
          placeholder={words.namePlaceholder}
          value={name}
          onChange={setName}
          maxLength={40}
        />
        <Choices
          id="census-days"
          label={words.days}
          options={DAYS}
          isChosen={(value) => value === days}
          onChoose={setDays}
        />
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
