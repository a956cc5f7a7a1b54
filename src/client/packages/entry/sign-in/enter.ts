import type { OutputOf } from '#contracts/operations'
import { goBack } from '../../../platform/navigate'
import { useSession } from '../../../stores/session'

export type SignedIn = OutputOf<'people.signInAs'>

/** Signed in: back to where one came from; an errand that waited there goes on by itself. */
export function enter(signedIn: SignedIn): void {
  useSession.getState().enter(signedIn)
  goBack()
}
