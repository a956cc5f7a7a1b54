let touching = false

/** Runs what a finger causes; WeChat lets some calls through only then, and no later than in the same task. */
export function withFinger(run: () => void): void {
  touching = true
  setTimeout(() => {
    touching = false
  })
  run()
}

export const isTouched = (): boolean => touching
