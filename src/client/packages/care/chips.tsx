import { View } from '@tarojs/components'
import { Chip } from '../../components/chip'
import { Field } from '../../components/field'
import { readable } from '../../platform/accessible'

interface ChipsProps<Value extends string> {
  id: string
  label: string
  all: readonly Value[]
  names: Record<Value, string>
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Any number of a coded list. */
export function Chips<Value extends string>({ id, label, all, names, chosen, onChange }: ChipsProps<Value>) {
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <Field id={id} label={label}>
      <View className="ld-row ld-wrap" {...readable('group', label)}>
        {all.map((value) => (
          <Chip
            key={value}
            words={names[value]}
            chosen={chosen.includes(value)}
            onPress={() => toggle(value)}
          />
        ))}
      </View>
    </Field>
  )
}
