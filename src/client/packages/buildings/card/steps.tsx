import { View } from '@tarojs/components'
import { ALTERATIONS, PERMITS, SAN_XIAO, STRUCTURES, USES } from '#core/buildings/registration'
import { Choices } from '../../../components/staff-actions/choices'
import { SwitchRow } from '../../../components/switch-row'
import { TextInput } from '../../../components/text-input'
import {
  alterationWords,
  permitWords,
  sanXiaoWords,
  structureWords,
  useWords,
  form as words,
} from '../../../texts/buildings'
import type { Typed, Wrong } from './typed'

interface StepProps {
  typed: Typed
  wrong: Wrong
  onChange: (part: Partial<Typed>) => void
}

const options = <Value extends string>(values: readonly Value[], said: Record<Value, string>) =>
  values.map((value) => ({ value, words: said[value] }))

/** Chosen becomes not chosen, and the other way round. */
const toggled = <Value,>(all: readonly Value[], one: Value): Value[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]

export function StructureStep({ typed, wrong, onChange }: StepProps) {
  const field = (key: 'address' | 'above' | 'below' | 'area' | 'built') => ({
    id: `card-${key}`,
    label: words[key],
    value: typed[key],
    error: wrong[key],
    onChange: (value: string) => onChange({ [key]: value }),
  })
  return (
    <View className="ld-stack">
      <TextInput {...field('address')} maxLength={80} />
      <TextInput {...field('above')} type="number" />
      <TextInput {...field('below')} type="number" />
      <TextInput {...field('area')} optional />
      <TextInput {...field('built')} type="number" optional />
      <Choices
        id="card-structure"
        label={words.structure}
        options={options(STRUCTURES, structureWords)}
        isChosen={(value) => value === typed.structure}
        onChoose={(structure) => onChange({ structure })}
      />
    </View>
  )
}

export function UseStep({ typed, wrong, onChange }: StepProps) {
  return (
    <View className="ld-stack">
      <Choices
        id="card-uses"
        label={words.uses}
        error={wrong.uses}
        many
        options={options(USES, useWords)}
        isChosen={(value) => typed.uses.includes(value)}
        onChoose={(use) => onChange({ uses: toggled(typed.uses, use) })}
      />
      <Choices
        id="card-san-xiao"
        label={words.sanXiao}
        options={[{ value: null, words: words.noSanXiao }, ...options(SAN_XIAO, sanXiaoWords)]}
        isChosen={(value) => value === typed.sanXiao}
        onChoose={(sanXiao) => onChange({ sanXiao })}
      />
      <Choices
        id="card-alterations"
        label={words.alterations}
        many
        options={options(ALTERATIONS, alterationWords)}
        isChosen={(value) => typed.alterations.includes(value)}
        onChoose={(one) => onChange({ alterations: toggled(typed.alterations, one) })}
      />
      <TextInput
        id="card-rooms"
        label={words.rooms}
        value={typed.rooms}
        error={wrong.rooms}
        onChange={(rooms) => onChange({ rooms })}
        type="number"
        optional
      />
      <SwitchRow title={words.crowded} on={typed.crowded} onChange={(crowded) => onChange({ crowded })} />
      <Choices
        id="card-permits"
        label={words.permits}
        options={options(PERMITS, permitWords)}
        isChosen={(value) => value === typed.permits}
        onChoose={(permits) => onChange({ permits })}
      />
    </View>
  )
}

export function PeopleStep({ typed, wrong, onChange }: StepProps) {
  const field = (key: 'ownerName' | 'ownerPhone' | 'managerName' | 'managerPhone') => ({
    id: `card-${key}`,
    label: words[key],
    value: typed[key],
    error: wrong[key],
    optional: true,
    onChange: (value: string) => onChange({ [key]: value }),
  })
  return (
    <View className="ld-stack">
      <View className="ld-sm ld-help">{words.sealed}</View>
      <TextInput {...field('ownerName')} maxLength={30} />
      <TextInput {...field('ownerPhone')} maxLength={20} />
      <TextInput {...field('managerName')} maxLength={30} />
      <TextInput {...field('managerPhone')} maxLength={20} />
    </View>
  )
}
