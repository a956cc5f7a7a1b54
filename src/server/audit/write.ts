import { sql } from 'kysely'
import { type OperationName, operations } from '#contracts/operations'
import type { Role } from '#core/people/actor'
import type { Refusal } from '#core/refusals'
import type { Asking } from '../operation'
import { rowsOf } from '../storage/insert-all'

export interface AuditedDeed {
  operation: OperationName
  /** The office, or standing, that let the person in. */
  office: Role
  requestId: string
  /** Keyed hash of the input, as the command's row holds it. */
  inputHash: string
  /** The matter, person or place it was done to, by id. */
  subjectId: string | null
  outcome: 'done' | Refusal
}

/** Refusals worth keeping: somebody tried what is not his to do. Any other is a slip of the hand. */
export const isNoted = (refusal: Refusal): boolean => refusal === 'FORBIDDEN' || refusal === 'SELF_APPROVAL'

/** A command is somebody's deed; that his phone tripped over its own program is not. */
export const isDeed = (name: OperationName): boolean => {
  const { kind, action } = operations[name]
  return kind === 'command' && action !== 'client.report'
}

type Keys = Pick<Asking, 'tx' | 'now'> & { system: Pick<Asking['system'], 'streetId' | 'newId'> }

/** One line of the audit log, in the transaction of what it tells; the clock seals it. */
export const writeAudit = (asking: Keys & Pick<Asking, 'actor'>, deed: AuditedDeed): Promise<void> =>
  writeAudits(asking, [{ ...deed, actorId: asking.actor.personId }])

/** A line for each of the deeds, one at least, that many people did in one transaction. */
export async function writeAudits(
  { tx, now, system }: Keys,
  deeds: readonly (AuditedDeed & { actorId: string | null })[],
): Promise<void> {
  const rows = deeds.map((deed) => ({
    street_id: system.streetId,
    id: system.newId(),
    at: now,
    actor_id: deed.actorId,
    office: deed.office,
    operation: deed.operation,
    subject_id: deed.subjectId,
    request_id: deed.requestId,
    input_hash: deed.inputHash,
    outcome: deed.outcome,
  }))
  await sql`insert into audit_log ${rowsOf('audit_log', rows)}`.execute(tx)
}

/** Which field names what a command is about: the answer's own id where something new was made. */
const NAMES = ['id', 'grantId', 'photoId', 'personId', 'buildingId', 'gridPath']

/** The id a command is about, taken from its input or else from its answer; words typed are never an id. */
export function subjectOf(input: unknown, answer: unknown): string | null {
  for (const from of [input, answer, fieldOf(answer, 'me')]) {
    const named = NAMES.map((name) => fieldOf(from, name)).find((value) => typeof value === 'string')
    if (typeof named === 'string') return named
  }
  return null
}

const fieldOf = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[name] : undefined
