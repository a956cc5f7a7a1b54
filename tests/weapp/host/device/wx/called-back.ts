import { Failure } from '../../failure'

export type Options = Record<string, unknown>
/** One method of wx without its callbacks: what it returns is told to success, what it throws to fail. */
export type Run = (options: Options) => unknown

export interface Told extends Options {
  success?(answer: unknown): void
  fail?(why: unknown): void
  complete?(answer: unknown): void
}

export const waits = ({ success, fail, complete }: Told): boolean => Boolean(success ?? fail ?? complete)

/** Calls back as WeChat does: success or fail, then complete; a promise where no callback is given. */
export function calledBack(name: string, run: Run) {
  return (options: Told = {}): Promise<unknown> | undefined => {
    const promise = Promise.resolve(options)
      .then(run)
      .then(
        (answer) => ({ errMsg: `${name}:ok`, ...(answer as object) }),
        (why: Error) => Promise.reject(refusal(name, why)),
      )
    if (!waits(options)) return promise
    promise.then(
      (answer) => {
        options.success?.(answer)
        options.complete?.(answer)
      },
      (why) => {
        options.fail?.(why)
        options.complete?.(why)
      },
    )
    return undefined
  }
}

const refusal = (name: string, why: Error) => ({
  errMsg: `${name}:fail ${why.message}`,
  ...(why instanceof Failure ? why.more : {}),
})
