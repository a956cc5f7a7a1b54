import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { Answered } from '../../../components/answered'
import { Picture } from '../../../components/picture'
import { Sheet } from '../../../components/sheet'
import { readable } from '../../../platform/accessible'
import { room as words } from '../../../texts/meetings'
import { useAsk } from '../../../use-ask'
import styles from './meeting.module.scss'
import { useSeconds } from './use-live'

const MARGIN = 3
/** Seconds. */
const RETRY = 3

/** The square as a drawing; black on white in every theme, or no phone reads it. */
function squareOf(rows: string[]): string {
  const size = rows.length + 2 * MARGIN
  const dark = rows
    .map((row, y) =>
      row
        .split('')
        .map((module, x) => (module === '1' ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : ''))
        .join(''),
    )
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** The rotating code as the room sees it on the secretary's phone, with the seconds it still stands. */
function Code({ id }: { id: string }) {
  const asked = useAsk('meetings.code', { id })
  const now = useSeconds()
  const { data, at } = asked
  const left = data ? Math.ceil((data.changesAt - data.now - (now - at)) / 1_000) : 1
  const again = useRef(asked.refresh)
  again.current = asked.refresh
  // A code that is over is replaced at once, and asked for again every few seconds while nobody answers.
  const late = left > 0 ? -1 : Math.floor(-left / RETRY)
  useEffect(() => {
    if (late >= 0) void again.current()
  }, [late])
  return (
    <Answered ask={asked} rows={3}>
      {({ digits, rows }) => (
        <View className="ld-stack">
          <View {...readable('img', words.codeTitle)}>
            <Picture className={styles.code} src={squareOf(rows)} />
          </View>
          <View className="ld-body">{words.codeHelp}</View>
          <View className={styles.digits}>{digits}</View>
          <View className="ld-sm ld-help">{words.codeChanges(Math.max(0, left))}</View>
        </View>
      )}
    </Answered>
  )
}

export function CodeSheet({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <Sheet id="code" title={words.codeTitle} open onClose={onClose} cancel={words.known}>
      <Code id={id} />
    </Sheet>
  )
}
