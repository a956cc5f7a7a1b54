import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import type { Share } from '#core/dashboard/figures'
import { Loading } from '../../../components/loading'
import { Picture } from '../../../components/picture'
import { colours } from '../../../components/plan-colours'
import { Refused } from '../../../components/refused'
import { pressable } from '../../../platform/accessible'
import { isDark, useLook } from '../../../stores/look'
import {
  numberOf,
  shareWords,
  type TileFigure,
  tileTitles,
  dashboard as words,
} from '../../../texts/dashboard'
import { useAsk } from '../../../use-ask'
import { DefinitionSheet } from './definition-sheet'
import styles from './figures.module.scss'
import { spark } from './spark'

type Told = OutputOf<'dashboard.figure'>
type Counted = Pick<Told['shares'][number], 'num' | 'den'>

/** The number as it is read, or why there is none. */
export function shareSaid({ num, den }: Counted, share?: Share): string {
  if (num === null || den === null) return words.tooFew
  return den === 0 ? words.none : numberOf(share, num, den)
}

function Line({ told, title }: { told: Told; title: string }) {
  const ink = colours(useLook(isDark))
  const share = told.shares[0]?.share
  const [first, last] = [told.trend[0], told.trend[told.trend.length - 1]]
  const drawing = spark(told.trend, ink.pine, share !== 'minutes')
  if (!first || !last || drawing === '') return null
  return (
    <Picture
      className={styles.spark}
      src={`data:image/svg+xml,${encodeURIComponent(drawing)}`}
      words={words.chart(title, shareSaid(first, share), shareSaid(last, share))}
    />
  )
}

function Inside({ told, title }: { told: Told; title: string }) {
  const [first] = told.shares
  if (!first) return <View className="ld-sm ld-help">{words.nothing}</View>
  const { share, num, den } = first
  const isNumber = num !== null && den !== null && den > 0
  return (
    <>
      <View className={styles.figure}>
        <View className={isNumber ? styles.number : 'ld-md'}>{shareSaid(first, share)}</View>
        <Line told={told} title={title} />
      </View>
      {isNumber && <View className="ld-sm ld-help">{shareWords[share](num, den)}</View>}
    </>
  )
}

/** One of the six: a number, its year as a line, and a tap away how it is counted and the same year in words. */
export function Tile({ figure, gridPath }: { figure: TileFigure; gridPath: string }) {
  const asked = useAsk('dashboard.figure', { figure, gridPath })
  const [open, setOpen] = useState(false)
  const title = tileTitles[figure]
  const [first] = asked.data?.shares ?? []
  return (
    <>
      <View
        className={styles.tile}
        {...pressable(() => setOpen(true), {
          label: `${title}，${first ? shareSaid(first, first.share) : ''}，${words.how}`,
        })}
      >
        <View className="ld-md">{title}</View>
        {asked.data && <Inside told={asked.data} title={title} />}
        {!asked.data && !asked.failure && <Loading rows={1} />}
        {!asked.data && asked.failure && <Refused failure={asked.failure} onRetry={asked.refresh} />}
      </View>
      {asked.data && (
        <DefinitionSheet title={title} told={asked.data} open={open} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
