import { type OperationName, operations } from '#contracts/operations'

/** Largest input of one call, in bytes of JSON: as much as WeChat carries to a cloud function, over every door. */
export const MAX_INPUT_BYTES = 100 * 1024

/** Largest answer that WeChat carries back from a cloud function, in bytes of JSON. */
export const MAX_ANSWER_BYTES = 1024 * 1024

/** What is counted by the minute, each for itself. Of the queries only those that take a whole file are counted. */
export type Counted = 'signIns' | 'commands' | 'photos' | 'files'

/**
 * How often a minute one caller may. Over HTTP an address stands for whoever has not signed in, maybe for a whole
 * village behind one router: that is why sign-ins are not narrow.
 */
export type Limits = Record<Counted, number>
export const LIMITS: Limits = { signIns: 60, commands: 120, photos: 30, files: 10 }

/** Operations that take a whole table with them: unfolding one costs more than anything else somebody may ask. */
export const FILE_OPERATIONS = [
  'register.preview',
  'register.import',
  'bodies.checkFile',
  'bodies.enterFile',
] as const satisfies OperationName[]
export const isFileOperation = (name: string): name is (typeof FILE_OPERATIONS)[number] =>
  FILE_OPERATIONS.some((one) => one === name)

/** What a call counts as; `null` for a query, and for what is no operation. */
export function countedAs(operation: string): Counted | null {
  if (!Object.hasOwn(operations, operation)) return null
  if (isFileOperation(operation)) return 'files'
  const { kind, action } = operations[operation as OperationName]
  if (kind !== 'command') return null
  if (operation === 'photos.take') return 'photos'
  return action === 'account.enter' ? 'signIns' : 'commands'
}
