import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { TextInput } from '../../../components/text-input'
import { write as words } from '../../../texts/volunteers'
import { planOf, type ShiftDraft } from './draft'

interface ShiftFieldsProps {
  /** From 1. */
  place: number
  shift: ShiftDraft
  /** Somebody has pressed send: what is wrong may be said. */
  tried: boolean
  onChange: (part: Partial<ShiftDraft>) => void
}

const FIELDS = ['day', 'from', 'to', 'capacity', 'minimum', 'label'] as const
const isNumber = (field: (typeof FIELDS)[number]) => field === 'capacity' || field === 'minimum'

export function ShiftFields({ place, shift, tried, onChange }: ShiftFieldsProps) {
  const wrong = tried && planOf(shift) === undefined
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-md">{words.shift(place)}</View>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            id={`shift-${place}-${field}`}
            {...words.fields[field]}
            type={isNumber(field) ? 'number' : 'text'}
            value={shift[field]}
            maxLength={20}
            error={wrong && field === 'to' ? words.wrongTime : undefined}
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
      </View>
    </Card>
  )
}
