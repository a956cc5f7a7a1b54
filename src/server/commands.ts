import { sql } from 'kysely'
import { type OperationName, operations } from '#contracts/operations'
import type { Action } from '#core/people/policy'
import type { Refusal } from '#core/refusals'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from './operation'
import type { Tx } from './storage/database'
import { rowsOf } from './storage/insert-all'

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

/** The command of one of many that are carried out in one transaction. */
export interface Taken {
  actorId: string
  operation: OperationName
  key: string
  inputHash: string
  /** Known before its effect, and kept with the command. */
  answer: unknown
}

/**
 * Takes the rows of many commands, one at least, as `rememberCommand` takes one. Answers in their order: `null` for one
 * that was taken just now, so that its effect is due; what a repeat is told for one whose row was there.
 */
export async function takeCommands(
  { tx, now, system }: Pick<Asking, 'tx' | 'now' | 'system'>,
  commands: readonly Taken[],
): Promise<(Result<unknown> | null)[]> {
  const rows = commands.map(({ actorId, operation, key, inputHash, answer }) => ({
    ...{ street_id: system.streetId, actor_id: actorId, key, operation },
    ...{ input_hash: inputHash, answer, at: now },
  }))
  const inserted = await sql<Key>`insert into commands ${rowsOf('commands', rows)}
    on conflict do nothing returning actor_id, key`.execute(tx)
  const taken = new Set(inserted.rows.map(nameOf))
  // Of two with one key the first has taken it.
  const isNew = rows.map((row) => taken.delete(nameOf(row)))
  const before = await keptCommands(
    tx,
    system.streetId,
    rows.filter((_, n) => !isNew[n]),
  )
  return rows.map((row, n) => (isNew[n] ? null : answerAgain(before.get(nameOf(row)), row.input_hash)))
}

const nameOf = ({ actor_id, key }: Pick<Key, 'actor_id' | 'key'>): string => `${actor_id} ${key}`

/** Whether a repeat of this command would get its old answer, or be told that the key is taken. */
export async function isCarriedOut(tx: Tx, row: Key): Promise<boolean> {
  return (await whereKey(tx.selectFrom('commands').select('key'), row).executeTakeFirst()) !== undefined
}

async function answeredBefore({ tx }: Asking, row: Key, inputHash: string): Promise<Result<unknown>> {
  return answerAgain((await keptCommands(tx, row.street_id, [row])).get(nameOf(row)), inputHash)
}

type Kept = Pick<Key, 'actor_id' | 'key'> & { answer: unknown; input_hash: string }

async function keptCommands(tx: Tx, streetId: string, rows: readonly Omit<Key, 'street_id'>[]) {
  if (rows.length === 0) return new Map<string, Kept>()
  const kept = await sql<Kept>`
    select c.actor_id, c.key, c.answer, c.input_hash from commands c
    join unnest(${rows.map((row) => row.actor_id)}::text[], ${rows.map((row) => row.key)}::text[]) as asked(actor_id, key)
      on c.actor_id = asked.actor_id and c.key = asked.key
    where c.street_id = ${streetId}`.execute(tx)
  return new Map(kept.rows.map((row) => [nameOf(row), row]))
}

/** The same command again gets its old answer; another one under its key is told so. */
function answerAgain(before: Kept | undefined, inputHash: string): Result<unknown> {
  if (!before) throw new Error('a command that was there has gone')
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
