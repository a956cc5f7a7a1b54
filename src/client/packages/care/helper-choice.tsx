import { View } from '@tarojs/components'
import { Answered } from '../../components/answered'
import { Chip } from '../../components/chip'
import { Field } from '../../components/field'
import { readable } from '../../platform/accessible'
import { pairings, propose } from '../../texts/care'
import { useAsk } from '../../use-ask'

interface HelperChoiceProps {
  buildingId: string
  chosenId: string | undefined
  onChoose: (personId: string) => void
  problem?: string
}

/** Volunteers and office-holders of the grid, those with the fewest households first; who has five is not offered. */
export function HelperChoice({ buildingId, chosenId, onChoose, problem }: HelperChoiceProps) {
  const helpers = useAsk('pairings.helpers', { buildingId })
  return (
    <Field id="pairing-helper" label={propose.helper} hint={pairings.assignHelp} error={problem}>
      <Answered ask={helpers} rows={2}>
        {({ items }) => (
          <View className="ld-row ld-wrap" {...readable('group', propose.helper)}>
            {items
              .filter(({ full }) => !full)
              .map(({ personId, name, active, full }) => (
                <Chip
                  key={personId}
                  words={pairings.candidates(name, active, full)}
                  chosen={personId === chosenId}
                  onPress={() => onChoose(personId)}
                />
              ))}
          </View>
        )}
      </Answered>
    </Field>
  )
}
