import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { covers } from '#core/grids/grid'
import { Answered } from '../../components/answered'
import { Chip } from '../../components/chip'
import { Field } from '../../components/field'
import { readable } from '../../platform/accessible'
import { joint as words } from '../../texts/joint'
import { useAsk } from '../../use-ask'

export type Estate = OutputOf<'places.estates'>['estates'][number]

interface EstateChoiceProps {
  id: string
  /** Estates of this grid. */
  within: string
  chosenId: string | undefined
  onChoose: (estate: Estate) => void
  /** What it is called to choose none; without it one has to be chosen. */
  none?: { words: string; onChoose: () => void }
}

/** Which estate, by name. */
export function EstateChoice({ id, within, chosenId, onChoose, none }: EstateChoiceProps) {
  const estates = useAsk('places.estates', {})
  return (
    <Field id={id} label={words.estate}>
      <Answered ask={estates} rows={1}>
        {({ estates: all }) => (
          <View className="ld-row ld-wrap" {...readable('group', words.estate)}>
            {none && <Chip words={none.words} chosen={chosenId === undefined} onPress={none.onChoose} />}
            {all
              .filter(({ gridPath }) => covers(within, gridPath))
              .map((one) => (
                <Chip
                  key={one.id}
                  words={one.name}
                  chosen={one.id === chosenId}
                  onPress={() => onChoose(one)}
                />
              ))}
          </View>
        )}
      </Answered>
    </Field>
  )
}
