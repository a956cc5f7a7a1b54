/** Two transactions got in each other's way and one was undone: 40001 serialization failure, 40P01 deadlock. */
export const isWorthAnotherTry = (failure: unknown): boolean => ['40001', '40P01'].includes(codeOf(failure))

/**
 * The database cannot be asked right now (unreachable, restarting, full or too slow): worth trying again later,
 * and no fault of the statement. Classes 08 and 53, 57P0x and 57014 of PostgreSQL; the rest is the network's.
 */
export const isUnavailable = (failure: unknown): boolean =>
  /^(08|53)...$|^57P0.$|^57014$|^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EPIPE)/.test(codeOf(failure)) ||
  /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect/.test(
    textOf(failure, 'message'),
  )

/** Both engines and the network put a code on what they throw. */
const codeOf = (failure: unknown): string => textOf(failure, 'code')

const textOf = (failure: unknown, field: 'code' | 'message'): string =>
  typeof failure === 'object' && failure !== null && field in failure
    ? String((failure as Record<typeof field, unknown>)[field])
    : ''
