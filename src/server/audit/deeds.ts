import { type OperationName, operations } from '#contracts/operations'

/** What an operation does, as the contract says it; the name itself for one that there is no more. */
export const deedOf = (operation: string): string =>
  Object.hasOwn(operations, operation) ? operations[operation as OperationName].summary : operation
