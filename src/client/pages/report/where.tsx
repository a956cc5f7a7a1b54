import { View } from '@tarojs/components'
import { BuildingPicker } from '../../components/building-picker'
import { AppButton } from '../../components/button'
import { PlateFinder } from '../../components/plate-finder'
import { type Choice, Segmented } from '../../components/segmented'
import { TextInput } from '../../components/text-input'
import { canChoosePlace, choosePlace } from '../../platform/place'
import { canScan } from '../../platform/scan'
import { placeOf } from '../../report-title'
import type { NamedBuilding, Way, Where } from '../../stores/draft'
import { useMyBuilding } from '../../stores/my-building'
import { report } from '../../texts/report'
import { named } from './begin'
import { Part } from './part'
import styles from './report.module.scss'

interface WhereProps {
  where: Where
  error?: string
  onChange: (where: Where) => void
}

const choices = (home: boolean): Choice<Way>[] => [
  ...(home ? [{ value: 'home' as const, words: report.where.ways.home }] : []),
  { value: 'plan', words: report.where.ways.plan, icon: 'pin' },
  { value: 'plate', words: canScan ? report.where.ways.scan : report.where.ways.plate, icon: 'scan' },
  { value: 'words', words: report.where.ways.words },
]

const asideOf = (where: Where): string => {
  if (where.building) return report.where.near(where.building.label)
  return placeOf(where) || report.where.none
}

function InWords({ where, onChange }: WhereProps) {
  const onMap = async () => {
    const chosen = await choosePlace()
    if (chosen) onChange({ ...where, point: chosen.point, words: where.words || chosen.words.slice(0, 60) })
  }
  return (
    <View>
      <TextInput
        id="place-words"
        label={report.where.wordsLabel}
        hint={report.where.wordsHint}
        value={where.words}
        maxLength={60}
        onChange={(words) => onChange({ ...where, words })}
      />
      {canChoosePlace && (
        <View className={styles.below}>
          <AppButton kind="soft" icon="pin" wide onPress={onMap}>
            {where.point ? report.where.mapDone : report.where.onMap}
          </AppButton>
        </View>
      )}
    </View>
  )
}

/** Step 2. A missing plate may be the very matter, so words or a point are as good as a building. */
export function WherePart({ where, error, onChange }: WhereProps) {
  const home = useMyBuilding()
  const choose = (building: NamedBuilding) =>
    onChange({ ...where, building: named(building), point: null, words: '' })
  const turn = (way: Way) => {
    if (way === where.way) return
    const building = way === 'home' && home ? named(home) : way === 'words' ? null : where.building
    onChange({ ...where, way, building })
  }
  return (
    <Part name="place" title={report.where.question} aside={asideOf(where)} error={error}>
      <Segmented
        label={report.where.way}
        choices={choices(home !== undefined)}
        value={where.way}
        onChoose={turn}
      />
      <View className={styles.below}>
        {where.way === 'plan' && <BuildingPicker chosenId={where.building?.id} onChoose={choose} />}
        {where.way === 'plate' && <PlateFinder onFind={choose} />}
        {where.way === 'words' && <InWords where={where} onChange={onChange} />}
      </View>
    </Part>
  )
}
