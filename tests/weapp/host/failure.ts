/** WeChat's failures are objects: errMsg, and beside it what `more` holds (errno, errCode). */
export class Failure extends Error {
  constructor(
    message: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(message)
  }
}
