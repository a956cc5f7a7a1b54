const HEX = 16
const LENGTH = 32

const random = (): number => Math.floor(Math.random() * HEX)

/**
 * A name nobody else uses: idempotency keys, photos, drafts. The time in front keeps it unique even where the
 * phone's chance is weak; it guards against repetition only, never against guessing.
 */
export function newKey(now: number = Date.now()): string {
  const time = now.toString(HEX).padStart(12, '0')
  const rest = Array.from({ length: LENGTH - time.length }, () => random().toString(HEX)).join('')
  return time + rest
}
