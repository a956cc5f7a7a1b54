import { type OperationName, operations } from '#contracts/operations'
import type { Action } from '#core/people/policy'
import type { Refusal } from '#core/refusals'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from './operation'
import type { Tx } from './storage/database'

/** Thrown to undo the transaction of a refused operation; caught in `dispatch` alone. */
export class Rollback extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal)
  }
}

interface Command {
  operation: OperationName
  input: unknown
  key: string | null
}

/**
 * Carries a command out once. Its row is taken first, so a second call with the same key waits for the
 * first and then receives the same answer; the row and the effect commit together. A refusal keeps
 * nothing, so it may be tried again. What `isForgotten` names runs anew each time.
 */
export async function rememberCommand(
  asking: Asking,
  command: Command,
  run: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const actorId = asking.actor.personId
  if (isForgotten(command.operation) || actorId === null || command.key === null) return run()

  const row = { street_id: asking.system.streetId, actor_id: actorId, key: command.key }
  const inputHash = hashOf(asking, command)
  const taken = await asking.tx
    .insertInto('commands')
    .values({ ...row, operation: command.operation, input_hash: inputHash, answer: '{}', at: asking.now })
    .onConflict((conflict) => conflict.columns(['street_id', 'actor_id', 'key']).doNothing())
    .executeTakeFirst()
  if (Number(taken.numInsertedOrUpdatedRows) === 0) return answeredBefore(asking, row, inputHash)

  const result = await run()
  if (result.ok) await keepAnswer(asking, row, result.value)
  return result
}

type Key = { street_id: string; actor_id: string; key: string }

/** Whether a repeat of this command would get its old answer, or be told that the key is taken. */
export async function isCarriedOut(tx: Tx, row: Key): Promise<boolean> {
  return (await whereKey(tx.selectFrom('commands').select('key'), row).executeTakeFirst()) !== undefined
}

async function answeredBefore({ tx }: Asking, row: Key, inputHash: string): Promise<Result<unknown>> {
  const before = await whereKey(
    tx.selectFrom('commands').select(['answer', 'input_hash']),
    row,
  ).executeTakeFirstOrThrow()
  return before.input_hash === inputHash ? ok(before.answer) : refuse('DUPLICATE_COMMAND')
}

async function keepAnswer({ tx }: Asking, row: Key, answer: unknown): Promise<void> {
  await whereKey(tx.updateTable('commands').set({ answer: JSON.stringify(answer) }), row).execute()
}

const whereKey = <Query extends { where(column: keyof Key, op: '=', value: string): Query }>(
  query: Query,
  row: Key,
): Query =>
  query.where('street_id', '=', row.street_id).where('actor_id', '=', row.actor_id).where('key', '=', row.key)

/**
 * An answer that must not lie about: the token of a sign-in, a reporter's phone, what is restricted, each look at
 * which is asked and logged anew. Of a phone's mishap nothing is kept but its line in the log, and a code's picture is kept elsewhere.
 */
const NOT_KEPT: Action[] = [
  'account.enter',
  'concern.read_reporter',
  'building.read_owner',
  'client.report',
  'place.code',
  'person.find',
  'person.export',
  'resident.export',
  'audit.read',
  'pairing.read_notes',
  'hardship.read',
]

function isForgotten(operation: OperationName): boolean {
  const { kind, action } = operations[operation]
  return kind === 'query' || NOT_KEPT.includes(action)
}

/** Keyed: there are so few phone numbers that a plain hash of one tells it. */
export const hashOf = (
  { system }: Pick<Asking, 'system'>,
  { operation, input }: Omit<Command, 'key'>,
): string => system.vault.index(JSON.stringify([operation, input]), 'command')
