import { View } from '@tarojs/components'
import { NEEDS, type Need } from '#core/care/pairing'
import { BuildingPicker } from '../../../components/building-picker'
import { Chip } from '../../../components/chip'
import { Field as Labelled } from '../../../components/field'
import { Segmented } from '../../../components/segmented'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { needWords, pairings, propose as words } from '../../../texts/care'
import { HelperChoice } from '../helper-choice'
import type { Draft, Field } from './draft'

const EVERY = (['7', '14', '30'] as const).map((value) => ({ value, words: words.everyChoices[value] }))

interface FormProps {
  draft: Draft
  /** The writer may name who goes there. */
  assigns: boolean
  onChange: (part: Partial<Draft>) => void
  problemOf: (field: Field) => string | undefined
}

const toggled = (needs: readonly Need[], need: Need): Need[] =>
  needs.includes(need) ? needs.filter((one) => one !== need) : [...needs, need]

export function ProposeForm({ draft, assigns, onChange, problemOf }: FormProps) {
  const { buildingId, name, phone, needs, told, every, helperId } = draft
  const choose = (id: string) => onChange({ buildingId: id, helperId: undefined })
  return (
    <View className="ld-stack">
      <Labelled id="pair-house" label={words.where} error={problemOf('buildingId')}>
        <BuildingPicker chosenId={buildingId} onChoose={({ id }) => choose(id)} />
      </Labelled>
      <TextInput
        id="pair-name"
        label={words.name}
        hint={words.nameHint}
        value={name}
        error={problemOf('name')}
        maxLength={20}
        onChange={(typed) => onChange({ name: typed })}
      />
      <Needs
        needs={needs}
        problem={problemOf('needs')}
        onToggle={(need) => onChange({ needs: toggled(needs, need) })}
      />
      <TextArea
        id="pair-told"
        label={words.told}
        hint={words.toldHint}
        optional
        value={told}
        maxLength={200}
        onChange={(typed) => onChange({ told: typed })}
      />
      <TextInput
        id="pair-phone"
        label={words.phone}
        hint={words.phoneHint}
        optional
        type="number"
        maxLength={11}
        value={phone}
        error={problemOf('phone')}
        onChange={(typed) => onChange({ phone: typed })}
      />
      <Segmented
        label={words.every}
        choices={EVERY}
        value={every}
        onChoose={(chosen) => onChange({ every: chosen })}
      />
      {assigns && buildingId && (
        <HelperChoice
          key={buildingId}
          buildingId={buildingId}
          chosenId={helperId}
          onChoose={(chosen) => onChange({ helperId: chosen })}
        />
      )}
    </View>
  )
}

interface NeedsProps {
  needs: readonly Need[]
  problem: string | undefined
  onToggle: (need: Need) => void
}

function Needs({ needs, problem, onToggle }: NeedsProps) {
  return (
    <Labelled id="pair-needs" label={pairings.needs} error={problem}>
      <View className="ld-row ld-wrap" {...readable('group', pairings.needs)}>
        {NEEDS.map((need) => (
          <Chip
            key={need}
            words={needWords[need]}
            chosen={needs.includes(need)}
            onPress={() => onToggle(need)}
          />
        ))}
      </View>
    </Labelled>
  )
}
