import type { CommandName, InputOf, OperationName, OutputOf } from '#contracts/operations'
import { AGAIN, pauseBefore } from './platform/patience'
import { type Answer, post } from './platform/transport'
import { useConnection } from './stores/connection'
import { useSession } from './stores/session'

let fault: string | undefined
/** The call with which the server itself failed last, as it named it. */
export const lastFault = (): string | undefined => fault

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
  if (!answer.ok && answer.error.code === 'INTERNAL') fault = answer.error.requestId
  // The server checks every answer against the same contract before it leaves.
  return answer as Answer<OutputOf<Name>>
}

/** Carried out anew each time: a code is good for one sign-in, and each look at a reporter is logged. */
const ONE_TRY: readonly CommandName[] = [
  'people.signInWechat',
  'people.signInAs',
  'concerns.readReporter',
  'people.export',
  'audit.read',
  'pairings.read_notes',
  'hardship.read',
]

/** Longer than this nobody holds the phone and waits. Milliseconds. */
const PATIENCE = 12_000

/** A command under one key: when no answer comes it is asked for again, twice at most and not for long. */
export async function insist<Name extends CommandName>(
  name: Name,
  input: InputOf<Name>,
  key: string,
): Promise<Answer<OutputOf<Name>>> {
  const began = Date.now()
  for (let retry = 0; ; retry += 1) {
    const answer = await call(name, input, key)
    const lost = !answer.ok && answer.error.code === 'OFFLINE' && useConnection.getState().online
    if (!lost || retry === AGAIN || ONE_TRY.includes(name) || Date.now() - began > PATIENCE) return answer
    await new Promise((resolve) => setTimeout(resolve, pauseBefore(retry)))
  }
}
