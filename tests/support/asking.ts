import { randomUUID } from 'node:crypto'
import type { Envelope } from '../../src/contracts/envelope'
import type { InputOf, OperationName, OutputOf } from '../../src/contracts/operations'

/** Asks the running server over its own door, without a browser; a refusal fails the test. */
export async function ask<Name extends OperationName>(
  address: string,
  name: Name,
  input: InputOf<Name>,
  token?: string,
): Promise<OutputOf<Name>> {
  const response = await fetch(`${address}/rpc/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(input),
  })
  const answer = (await response.json()) as Envelope<OutputOf<Name>>
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.data
}

export async function tokenOf(address: string, persona: string): Promise<string> {
  return (await ask(address, 'people.signInAs', { persona })).token
}
