import type { OutputOf } from '#contracts/operations'
import { useMyBuilding } from '../stores/my-building'
import { useAsk } from '../use-ask'
import { Answered } from './answered'
import { EstatePlan } from './estate-plan'

export type EstateBuilding = OutputOf<'places.estate'>['buildings'][number]

interface BuildingPickerProps {
  chosenId: string | undefined
  onChoose: (building: EstateBuilding) => void
}

/** The estate one lives in, or the first registered one for somebody we do not know. */
export function useEstate() {
  const known = useMyBuilding()?.estateId ?? undefined
  const estates = useAsk('places.estates', {}, { enabled: known === undefined })
  const estateId = known ?? estates.data?.estates[0]?.id
  const estate = useAsk('places.estate', { estateId: estateId ?? '' }, { enabled: estateId !== undefined })
  if (estateId !== undefined) return estate
  const none = estates.data && { code: 'NOT_FOUND' as const }
  return { ...estates, data: undefined, failure: none ?? estates.failure }
}

export function BuildingPicker({ chosenId, onChoose }: BuildingPickerProps) {
  const estate = useEstate()
  const mine = useMyBuilding()
  return (
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
  )
}
