import { View } from '@tarojs/components'
import { memo, useState } from 'react'
import { CATEGORY_CODES } from '#core/concerns/category'
import { Chip } from '../../components/chip'
import { Segmented } from '../../components/segmented'
import { Sheet } from '../../components/sheet'
import { go } from '../../platform/navigate'
import type { ListFilter } from '../../stores/list-filter'
import { common } from '../../texts/common'
import { categoryWords } from '../../texts/concern-words'
import { concerns } from '../../texts/concerns'
import styles from './concerns.module.scss'
import { SearchBox } from './search-box'

interface FiltersProps {
  filter: ListFilter
  /** The grid the reader lives in, or looks at as a guest. */
  grid: { gridPath: string; name: string; estateId: string | null } | undefined
  onChoose: (change: Partial<ListFilter>) => void
}

const SHOWS = (['open', 'done', 'all'] as const).map((value) => ({ value, words: concerns.shows[value] }))

function Kinds({ filter, onChoose }: Pick<FiltersProps, 'filter' | 'onChoose'>) {
  const [open, setOpen] = useState(false)
  const pick = (category: ListFilter['category']) => () => {
    onChoose({ category })
    setOpen(false)
  }
  const words = filter.category ? categoryWords[filter.category] : concerns.everyKind
  return (
    <>
      <Chip words={words} chosen={filter.category !== undefined} onPress={() => setOpen(true)} />
      <Sheet
        id="choose-kind"
        title={concerns.chooseKind}
        open={open}
        onClose={() => setOpen(false)}
        cancel={common.close}
      >
        <View className="ld-row ld-wrap">
          <Chip words={concerns.everyKind} chosen={!filter.category} onPress={pick(undefined)} />
          {CATEGORY_CODES.map((code) => (
            <Chip
              key={code}
              words={categoryWords[code]}
              chosen={filter.category === code}
              onPress={pick(code)}
            />
          ))}
        </View>
      </Sheet>
    </>
  )
}

/** Open or done, which kind, where, and by words. Kept apart from the list: Taro sends a field anew with every drawing. */
export const Filters = memo(function Filters({ filter, grid, onChoose }: FiltersProps) {
  const { show, gridPath, building, text } = filter
  return (
    <View className={styles.filters}>
      <SearchBox value={text} onSearch={(typed) => onChoose({ text: typed })} />
      <Segmented
        label={concerns.showLabel}
        choices={SHOWS}
        value={show}
        onChoose={(chosen) => onChoose({ show: chosen })}
      />
      <View className={styles.chips}>
        <Kinds filter={filter} onChoose={onChoose} />
        {grid && (
          <Chip
            words={grid.name}
            chosen={gridPath === grid.gridPath}
            onPress={() => onChoose({ gridPath: gridPath === grid.gridPath ? undefined : grid.gridPath })}
          />
        )}
        {building && (
          <Chip
            words={concerns.onlyBuilding(building.label)}
            chosen
            onPress={() => onChoose({ building: undefined })}
          />
        )}
        <Chip
          words={concerns.plan}
          chosen={false}
          onPress={() => go('plan', { estateId: grid?.estateId ?? undefined })}
        />
      </View>
    </View>
  )
})
