import { type OperationName, operations } from '#contracts/operations'
import type { Role } from '#core/people/actor'
import type { Refusal } from '#core/refusals'
import type { Asking } from '../operation'

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

/** One line of the audit log, in the transaction of what it tells; the clock seals it. */
export async function writeAudit(
  {
    tx,
    actor,
    now,
    system,
  }: Pick<Asking, 'tx' | 'actor' | 'now'> & {
    system: Pick<Asking['system'], 'streetId' | 'newId'>
  },
  deed: AuditedDeed,
): Promise<void> {
  await tx
    .insertInto('audit_log')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      at: now,
      actor_id: actor.personId,
      office: deed.office,
      operation: deed.operation,
      subject_id: deed.subjectId,
      request_id: deed.requestId,
      input_hash: deed.inputHash,
      outcome: deed.outcome,
    })
    .execute()
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
