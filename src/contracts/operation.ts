import type { GenericSchema } from 'valibot'
import type { Action } from '#core/people/policy'

export interface Operation {
  /** A command changes something and carries an idempotency key; a query never changes anything. */
  kind: 'query' | 'command'
  /** The row of the permission matrix a caller needs. How far the right reaches is asked again on the matter itself. */
  action: Action
  summary: string
  input: GenericSchema
  output: GenericSchema
}

type Shape<I extends GenericSchema, O extends GenericSchema> = {
  action: Action
  summary: string
  input: I
  output: O
}

export const query = <I extends GenericSchema, O extends GenericSchema>(shape: Shape<I, O>) => ({
  kind: 'query' as const,
  ...shape,
})

export const command = <I extends GenericSchema, O extends GenericSchema>(shape: Shape<I, O>) => ({
  kind: 'command' as const,
  ...shape,
})
