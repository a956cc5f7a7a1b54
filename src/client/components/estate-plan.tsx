import { type ITouchEvent, View } from '@tarojs/components'
import { useState } from 'react'
import { pressable, readable } from '../platform/accessible'
import { spotWithin } from '../platform/touch'
import { isDark, useLook } from '../stores/look'
import { planWords } from '../texts/plan'
import { Chip } from './chip'
import styles from './estate-plan.module.scss'
import { Picture } from './picture'
import { colours } from './plan-colours'
import { blocksOf, type Marked, type Plot, planDrawing, planSize, plotAt } from './plan-drawing'

interface EstatePlanProps extends Marked {
  name: string
  plots: Plot[]
  onChoose: (plot: Plot) => void
}

const PICTURE = 'estate-plan'

const rangeOf = (block: Plot[]) => planWords.block(block[0]?.no ?? 0, block[block.length - 1]?.no ?? 0)

function Overview({
  name,
  plots,
  onTap,
  ...marked
}: Omit<EstatePlanProps, 'onChoose'> & { onTap: (plot: Plot) => void }) {
  const ink = colours(useLook(isDark))
  const { width, height } = planSize(plots)
  const open = plots.filter((plot) => plot.open > 0).length
  const tapped = async (event: ITouchEvent) => {
    const spot = await spotWithin(PICTURE, event)
    const plot = spot && plotAt(plots, spot)
    if (plot) onTap(plot)
  }
  return (
    <View className={styles.frame} style={{ paddingTop: `${(height / width) * 100}%` }}>
      <View
        id={PICTURE}
        className={styles.picture}
        onClick={tapped}
        {...readable('img', planWords.label(name, plots.length, open))}
      >
        <Picture
          className={styles.image}
          src={`data:image/svg+xml,${encodeURIComponent(planDrawing(plots, marked, ink))}`}
        />
      </View>
    </View>
  )
}

function House({
  plot,
  chosen,
  mine,
  onPress,
}: {
  plot: Plot
  chosen: boolean
  mine: boolean
  onPress: () => void
}) {
  const classes = [styles.house, plot.open > 0 && styles.open, mine && styles.mine, chosen && styles.chosen]
  const label = planWords.buildingLabel(plot.no, plot.open, mine)
  return (
    <View className={classes.filter(Boolean).join(' ')} {...pressable(onPress, { label, chosen })}>
      {plot.no}
    </View>
  )
}

/**
 * The estate from above. A tap on the small drawing only opens the neighbourhood below it, whose houses are
 * real buttons a thumb and a keyboard can hit; the same buttons are the drawing's text alternative.
 */
export function EstatePlan({ name, plots, chosenId, mineId, onChoose }: EstatePlanProps) {
  const blocks = blocksOf(plots)
  const holding = (id?: string) => blocks.findIndex((block) => block.some((plot) => plot.id === id))
  const [picked, setPicked] = useState<number>()
  const shown = picked ?? Math.max(0, holding(chosenId ?? mineId))
  return (
    <View className={styles.plan}>
      <Overview {...{ name, plots, chosenId, mineId }} onTap={(plot) => setPicked(holding(plot.id))} />
      <View className={styles.blocks} {...readable('group', planWords.blocks)}>
        {blocks.map((block, index) => (
          <Chip
            key={rangeOf(block)}
            words={rangeOf(block)}
            chosen={index === shown}
            onPress={() => setPicked(index)}
          />
        ))}
      </View>
      <View className={styles.houses}>
        {blocks[shown]?.map((plot) => (
          <House
            key={plot.id}
            plot={plot}
            chosen={plot.id === chosenId}
            mine={plot.id === mineId}
            onPress={() => onChoose(plot)}
          />
        ))}
      </View>
    </View>
  )
}
