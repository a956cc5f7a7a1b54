import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { readable } from '../platform/accessible'
import { useMyBuilding } from '../stores/my-building'
import { planWords as words } from '../texts/plan'
import { useAsk } from '../use-ask'
import { Answered } from './answered'
import { Chip } from './chip'
import { EstatePlan } from './estate-plan'

export type EstateBuilding = OutputOf<'places.estate'>['buildings'][number]

interface BuildingPickerProps {
  chosenId: string | undefined
  onChoose: (building: EstateBuilding) => void
}

/** The estate that was chosen, else the one lived in, or the first registered one for somebody we do not know. */
export function useEstate(chosen?: string) {
  const mine = useMyBuilding()?.estateId ?? undefined
  const known = chosen ?? mine
  const estates = useAsk('places.estates', {}, { enabled: known === undefined })
  const estateId = known ?? estates.data?.estates[0]?.id
  const estate = useAsk('places.estate', { estateId: estateId ?? '' }, { enabled: estateId !== undefined })
  if (estateId !== undefined) return estate
  const none = estates.data && { code: 'NOT_FOUND' as const }
  return { ...estates, data: undefined, failure: none ?? estates.failure }
}

/** Other estates of the street, for whoever works in several. */
function Estates({ chosen, onChoose }: { chosen: string | undefined; onChoose: (id: string) => void }) {
  const { data } = useAsk('places.estates', {})
  if (!data || data.estates.length < 2) return null
  return (
    <View className="ld-row ld-wrap" {...readable('group', words.estate)}>
      {data.estates.map(({ id, name }) => (
        <Chip key={id} words={name} chosen={id === chosen} onPress={() => onChoose(id)} />
      ))}
    </View>
  )
}

export function BuildingPicker({ chosenId, onChoose }: BuildingPickerProps) {
  const [estateId, setEstateId] = useState<string>()
  const estate = useEstate(estateId)
  const mine = useMyBuilding()
  return (
    <View className="ld-stack">
      <Estates chosen={estate.data?.estateId} onChoose={setEstateId} />
      <Answered ask={estate}>
        {({ name, buildings }) => (
          <EstatePlan
            name={name}
            plots={buildings}
            chosenId={chosenId}
            mineId={mine?.id}
            onChoose={({ id }) => {
              const building = buildings.find((one) => one.id === id)
              if (building) onChoose(building)
            }}
          />
        )}
      </Answered>
    </View>
  )
}
