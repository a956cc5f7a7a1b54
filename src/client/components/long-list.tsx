import { View } from '@tarojs/components'
import { memo, type ReactNode, useEffect, useState } from 'react'
import { listItem, readable } from '../platform/accessible'
import { canTellNearness, watchNearness } from '../platform/nearness'
import styles from './long-list.module.scss'

interface Row {
  id: string
}

interface LongListProps<Item extends Row> {
  /** Of this list on its page: names its parts. */
  id: string
  /** What a screen reader calls it. */
  label: string
  list: {
    pages: Item[][]
    more: boolean
    setNear: (page: number, near: boolean) => void
  }
  /** Kept from one drawing to the next by whoever uses it, so that a page whose rows did not change is left alone. */
  row: (item: Item, position: number) => ReactNode
  /** Of the box around each page; cards with room between them by default. */
  className?: string
}

interface PartProps<Item extends Row> extends Pick<LongListProps<Item>, 'id' | 'row' | 'className'> {
  items: Item[]
  page: number
  /** How many rows come before it. */
  before: number
  size: number
  last: boolean
  setNear: (page: number, near: boolean) => void
}

/** A row's height until a page has been measured. Pixels. */
const GUESS = 92

/** Where a part stands and how high it is; what is drawn from the start is the beginning and what has just come. */
function usePlace(id: string, atFirst: boolean) {
  const [near, setNear] = useState(atFirst || !canTellNearness)
  const [height, setHeight] = useState<number>()
  useEffect(
    () =>
      watchNearness(id, near, (place) => {
        if (near && !place.near) setHeight(place.height)
        setNear(place.near)
      }),
    [id, near],
  )
  return { near, height }
}

function PartOfList<Item extends Row>(props: PartProps<Item>) {
  const { id, items, page, before, size, last, className, row, setNear } = props
  const { near, height = items.length * GUESS } = usePlace(id, page === 0 || last)
  useEffect(() => {
    setNear(page, near)
    return () => setNear(page, true)
  }, [page, near, setNear])
  return (
    <View id={id} style={near ? undefined : { height: `${height}px` }}>
      {near && (
        <View className={className}>
          {items.map((item, at) => (
            <View key={item.id} {...listItem(before + at + 1, size)}>
              {row(item, before + at)}
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
const Part = memo(PartOfList) as typeof PartOfList

/**
 * A list of any length: only pages near the screen are in the tree, the others are spacers as high as they were
 * drawn, so that the scroll position and the way back to it stay. Page by page, because that is how rows come and
 * because Taro sends all children of a box anew when one of them goes: here a box is one page. A list that
 * counts rows (Taro's virtual-list, TanStack Virtual) wants a scroller of its own and rows of known height; ours
 * scroll with the page, and their height follows the reader's letters.
 */
export function LongList<Item extends Row>({
  id,
  label,
  list,
  row,
  className = styles.cards,
}: LongListProps<Item>) {
  const { pages, more, setNear } = list
  const size = more ? -1 : pages.reduce((sum, { length }) => sum + length, 0)
  let before = 0
  return (
    <View {...readable('list', label)}>
      {pages.map((items, page) => {
        const first = before
        before += items.length
        return (
          <Part
            // biome-ignore lint/suspicious/noArrayIndexKey: a page's place is what it is.
            key={page}
            id={`${id}-${page}`}
            last={page === pages.length - 1}
            before={first}
            {...{ items, page, size, row, className, setNear }}
          />
        )
      })}
    </View>
  )
}
