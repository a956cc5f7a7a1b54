import qrcode from 'qrcode-generator'
import { useMemo } from 'react'
import { Picture } from '../../../components/picture'
import { ballot as words } from '../../../texts/council'
import styles from './ballot.module.scss'

/** The smallest code that holds a receipt, of a quarter that may be worn away. */
const SIZE = 0
const CORRECTION = 'Q'
/** Light modules a reader needs around a code. */
const MARGIN = 4

/** Every dark module as one path: a code a camera reads from another phone's screen, or from paper. */
export function codeOf(text: string): string {
  const code = qrcode(SIZE, CORRECTION)
  code.addData(text, 'Alphanumeric')
  code.make()
  const size = code.getModuleCount()
  const places = Array.from({ length: size }, (_, at) => at)
  const dark = places.map((y) =>
    places.map((x) => (code.isDark(y, x) ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : '')).join(''),
  )
  const all = size + 2 * MARGIN
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${all} ${all}'><path fill='#fff' d='M0 0h${all}v${all}H0z'/><path d='${dark.join('')}'/></svg>`,
  )}`
}

/** The receipt for a camera: on the page 验票 it is scanned instead of typed. */
export function ReceiptCode({ receipt }: { receipt: string }) {
  const src = useMemo(() => codeOf(receipt), [receipt])
  return <Picture className={styles.code} src={src} mode="aspectFit" words={words.receipts.code(receipt)} />
}
