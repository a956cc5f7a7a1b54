import { View } from '@tarojs/components'
import { covers, type Level, levelOf } from '#core/grids/grid'
import { readable } from '../platform/accessible'
import { grids as words } from '../texts/grids'
import { useAsk } from '../use-ask'
import { Chip } from './chip'

interface GridChoiceProps {
  /** Where the choice begins: the grid of an office. */
  top: string
  /** The lowest step that may be chosen. */
  deepest: Level
  chosen: string
  onChoose: (gridPath: string) => void
}

/** One step of the tree after the other, by name: nobody types a grid's code. */
export function GridChoice({ top, deepest, chosen, onChoose }: GridChoiceProps) {
  const grid = useAsk('places.grid', { gridPath: top }, { enabled: levelOf(top) < deepest })
  const parts = grid.data?.parts ?? []
  const within = parts.find(({ gridPath }) => covers(gridPath, chosen))
  if (parts.length === 0) return null
  return (
    <View className="ld-tight">
      <View className="ld-row ld-wrap" {...readable('group', words.within(grid.data?.name ?? ''))}>
        <Chip words={words.whole} chosen={chosen === top} onPress={() => onChoose(top)} />
        {parts.map(({ gridPath, name }) => (
          <Chip
            key={gridPath}
            words={name}
            chosen={gridPath === within?.gridPath}
            onPress={() => onChoose(gridPath)}
          />
        ))}
      </View>
      {within && levelOf(within.gridPath) < deepest && (
        <GridChoice top={within.gridPath} deepest={deepest} chosen={chosen} onChoose={onChoose} />
      )}
    </View>
  )
}
