import { View } from '@tarojs/components'
import { useState } from 'react'
import type { InputOf } from '#contracts/operations'
import { type HolderWay, WAYS_TO_ENTRUST } from '#core/council/proxy'
import { isMobile } from '#core/people/phone'
import { Answered } from '../../../components/answered'
import { Chip } from '../../../components/chip'
import { Segmented } from '../../../components/segmented'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { rolls as words } from '../../../texts/rolls'
import { useAskPages } from '../../../use-ask'
import { LinePicker } from './line-picker'
import type { MotionView } from './motion-view'

export type Holder = InputOf<'proxies.give'>['holder']

interface HolderFieldProps {
  motion: Pick<MotionView, 'id' | 'unitKind' | 'standsFor'>
  unitId: string
  holder: Holder | undefined
  onChoose: (holder: Holder | undefined) => void
}

/** 请谁: in the ways in which such a unit may name somebody. */
export function HolderField(props: HolderFieldProps) {
  const { motion, onChoose } = props
  const ways = WAYS_TO_ENTRUST[motion.unitKind]
  const [way, setWay] = useState<HolderWay>(ways[0] ?? 'line')
  const change = (other: HolderWay) => {
    setWay(other)
    onChoose(undefined)
  }
  return (
    <View className="ld-stack">
      {ways.length > 1 && (
        <Segmented
          label={words.way}
          choices={ways.map((value) => ({ value, words: words.ways[value] }))}
          value={way}
          onChoose={change}
        />
      )}
      {way === 'home' && <Residents {...props} />}
      {way === 'line' && <Listed {...props} />}
      {way === 'phone' && <ByPhone onChoose={onChoose} />}
    </View>
  )
}

function Residents({ unitId, holder, onChoose }: HolderFieldProps) {
  const residents = useAskPages('residences.list', { show: 'living', buildingId: unitId })
  const chosenId = holder?.way === 'home' ? holder.residenceId : undefined
  return (
    <Answered ask={residents} rows={2}>
      {() => (
        <View className="ld-row ld-wrap" {...readable('group', words.who)}>
          {residents.items.length === 0 && <View className="ld-body ld-help">{words.nobody}</View>}
          {residents.items.map(({ id, name }) => (
            <Chip
              key={id}
              words={name}
              chosen={id === chosenId}
              onPress={() => onChoose({ way: 'home', residenceId: id })}
            />
          ))}
        </View>
      )}
    </Answered>
  )
}

/** Another line for which somebody votes: nobody entrusts his vote to himself or to an empty seat. */
function Listed({ motion: { id, standsFor }, holder, onChoose }: HolderFieldProps) {
  return (
    <LinePicker
      motionId={id}
      chosenId={holder?.way === 'line' ? holder.unitId : undefined}
      onChoose={(unitId) => onChoose({ way: 'line', unitId })}
      isOffered={({ unitId, represented }) => represented && standsFor.every((own) => own.unitId !== unitId)}
    />
  )
}

function ByPhone({ onChoose }: Pick<HolderFieldProps, 'onChoose'>) {
  const [typed, setTyped] = useState('')
  const change = (phone: string) => {
    setTyped(phone)
    onChoose(isMobile(phone) ? { way: 'phone', phone } : undefined)
  }
  return (
    <TextInput
      id="holder-phone"
      label={words.phone}
      hint={words.phoneHint}
      type="number"
      maxLength={11}
      value={typed}
      onChange={change}
    />
  )
}
