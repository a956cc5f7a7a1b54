import { View } from '@tarojs/components'
import { useBottom } from '../platform/scrolling'
import { common } from '../texts/common'
import { AppButton } from './button'
import styles from './more-rows.module.scss'
import { Refused } from './refused'

interface Paged {
  items: unknown[]
  more: boolean
  loadMore: () => void
  loadingMore: boolean
  failure: Parameters<typeof Refused>[0]['failure'] | undefined
}

/** The end of a list in pages: the next one comes by itself, or by a button for those who do not scroll. */
export function MoreRows({ list }: { list: Paged }) {
  const { items, more, loadMore, loadingMore, failure } = list
  const next = () => {
    if (more && !loadingMore) loadMore()
  }
  useBottom(next)
  if (items.length === 0) return null
  if (more && failure && !loadingMore) return <Refused failure={failure} onRetry={next} />
  return (
    <View className={styles.end}>
      {more ? (
        <AppButton kind="line" onPress={next} busy={loadingMore}>
          {common.more}
        </AppButton>
      ) : (
        <View className="ld-sm ld-help">{common.thatIsAll}</View>
      )}
    </View>
  )
}
