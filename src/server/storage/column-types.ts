/**
 * The two engines read some types differently; these readers make them one.
 * Keys are PostgreSQL type ids: 20 = int8 (bigint, count, sum of int), 1082 = date.
 */
export const COLUMN_READERS: Record<number, (text: string) => unknown> = {
  20: safeInteger,
  // A date stays the text "2025-10-01": a Date object would carry a time zone nobody meant.
  1082: (text) => text,
}

/** Times are epoch milliseconds and fit a number; anything larger would be rounded silently, so it throws. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a JavaScript number`)
  return value
}
