import { go } from '../platform/navigate'
import type { Failure } from '../platform/transport'
import { refusals } from '../texts/refusals'
import { AppButton } from './button'
import { Notice } from './notice'

interface RefusedProps {
  failure: Failure
  /** What the button does where the screen knows better; otherwise sign-in, home or a retry. */
  onAct?: () => void
  onRetry?: () => void
}

const usualAct = ({ code }: Failure, onRetry?: () => void) => {
  if (code === 'NOT_AUTHENTICATED') return () => go('signIn')
  if (code === 'NOT_FOUND') return () => go('home')
  if (code === 'HAS_DUTIES') return () => go('houses')
  return onRetry
}

/** A refusal or a lost network, with its next step; never a code. */
export function Refused({ failure, onAct, onRetry }: RefusedProps) {
  const { title, help, button } = refusals[failure.code]
  // What he took back he gives again on one page, whatever he was about to do.
  const consents = failure.code === 'CONSENT_NEEDED' ? () => go('consents') : undefined
  const act = consents ?? onAct ?? usualAct(failure, onRetry)
  const offline = failure.code === 'OFFLINE'
  return (
    <Notice
      urgent
      title={title}
      help={help}
      icon={offline ? 'wifi' : undefined}
      action={
        act && (
          <AppButton kind={offline ? 'line' : 'soft'} size="small" onPress={act}>
            {button}
          </AppButton>
        )
      }
    />
  )
}
