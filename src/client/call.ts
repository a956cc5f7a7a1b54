import type { InputOf, OperationName, OutputOf } from '#contracts/operations'
import { type Answer, post } from './platform/transport'
import { useSession } from './stores/session'

/**
 * Asks the server for one operation. Never throws: a refusal and a lost network are answers.
 * Commands carry a key; the same key and input are carried out once.
 */
export async function call<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  key?: string,
): Promise<Answer<OutputOf<Name>>> {
  const { token, leave } = useSession.getState()
  const answer = await post(name, input, { key, token })
  // The token ran out or was taken back: from here on this phone is a guest.
  if (!answer.ok && answer.error.code === 'NOT_AUTHENTICATED' && token) leave()
  // The server checks every answer against the same contract before it leaves.
  return answer as Answer<OutputOf<Name>>
}
