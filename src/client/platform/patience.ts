/** How often a question or a command with the same key is asked again when no answer came. */
export const AGAIN = 2

const FIRST_PAUSE = 500

/** Milliseconds before the next try: longer each time, and never for all phones at once. */
export const pauseBefore = (retry: number): number => FIRST_PAUSE * 3 ** retry * (0.5 + Math.random())

/** What has not come by then never came. The timer ends with the answer. */
export function within<Value>(patience: number, answer: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), patience)
  })
  const settled = Promise.race([answer, late])
  const stop = () => clearTimeout(timer)
  settled.then(stop, stop)
  return settled
}
