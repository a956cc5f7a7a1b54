import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Sheet } from '../../../components/sheet'
import { readable } from '../../../platform/accessible'
import { definitions, shareWords, dashboard as words } from '../../../texts/dashboard'
import styles from './figures.module.scss'
import { shareSaid } from './tile'

interface DefinitionSheetProps {
  title: string
  told: OutputOf<'dashboard.figure'>
  open: boolean
  onClose: () => void
}

/** How each share is counted, and the year of the first one month by month: the drawing in words. */
export function DefinitionSheet({ title, told, open, onClose }: DefinitionSheetProps) {
  const hides = [...told.shares, ...told.trend].some(({ num }) => num === null)
  return (
    <Sheet id="definition" title={title} open={open} onClose={onClose}>
      <View className="ld-stack">
        {told.shares.map(({ share, num, den }) => (
          <View key={share}>
            <View className="ld-md">
              {num !== null && den !== null && den > 0
                ? shareWords[share](num, den)
                : shareSaid({ num, den }, share)}
            </View>
            <View className="ld-sm ld-help">{definitions[share]}</View>
          </View>
        ))}
        {hides && <View className="ld-sm ld-help">{words.hidden}</View>}
        <View className="ld-md" {...readable('heading', undefined, { 'aria-level': 3 })}>
          {words.months}
        </View>
        {told.trend.length === 0 && <View className="ld-sm ld-help">{words.noPast}</View>}
        {told.trend.map(({ month, num, den }) => (
          <View key={month} className={styles.row}>
            <View className="ld-body">{words.month(month)}</View>
            <View className="ld-body ld-ink">{shareSaid({ num, den }, told.shares[0]?.share)}</View>
          </View>
        ))}
      </View>
    </Sheet>
  )
}
