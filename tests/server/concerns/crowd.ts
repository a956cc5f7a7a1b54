import { v7 as newId } from 'uuid'
import type { Envelope } from '../../../src/contracts/envelope'
import { dispatch } from '../../../src/server/dispatch'
import { openSession } from '../../../src/server/people/sessions'
import { insisting } from '../../support/insisting'
import { STREET, type Street } from './small-street'

/** So many neighbours more, `p.crowd-<n>`, each signed in; answers their tokens. */
export async function crowd({ store, time }: Street, count: number): Promise<string[]> {
  const one = { street_id: STREET, phone_enc: null, phone_index: null, birth_year: 1980, created_at: 1 }
  const persons = Array.from({ length: count }, (_, n) => ({
    ...one,
    id: `p.crowd-${n}`,
    public_name: `邻居${n}`,
  }))
  await store.db.insertInto('persons').values(persons).execute()
  const tokens: string[] = []
  for (const { id } of persons) {
    const session = { personId: id, now: time.now }
    const { token } = await store.transaction((tx) => openSession(tx, STREET, session))
    tokens.push(token)
  }
  return tokens
}

interface Wish {
  operation: string
  input: object
  key?: string
}

/** One of them asks, again and again while the server has no connection left for him. */
export const asOneOf = (
  { system }: Street,
  token: string,
  { operation, input, key = newId() }: Wish,
): Promise<Envelope<unknown>> =>
  insisting(() =>
    dispatch(system, { key, credentials: { kind: 'token', token }, requestId: 'race', operation, input }),
  )
