import { AppButton } from '../../../components/button'
import { detail as words } from '../../../texts/detail'
import type { Deed } from './concern-detail'

export type Question = 'confirm' | 'reopen' | 'withdraw'

interface AnswerFootProps {
  may: readonly Deed[]
  endorsing: boolean
  onEndorse: () => void
  onAsk: (question: Question) => void
}

const RESIDENT: readonly Deed[] = ['confirm', 'reopen', 'endorse', 'withdraw']

/** Whether a resident can do anything here at all: otherwise there is no bar. */
export const mayAnswer = (may: readonly Deed[]): boolean => may.some((deed) => RESIDENT.includes(deed))

/** Exactly what the server says this reader may do, the answer that is waited for first. */
export function AnswerFoot({ may, endorsing, onEndorse, onAsk }: AnswerFootProps) {
  return (
    <>
      {may.includes('reopen') && (
        <AppButton kind="line" size="large" wide onPress={() => onAsk('reopen')}>
          {words.actions.reopen}
        </AppButton>
      )}
      {may.includes('confirm') && (
        <AppButton size="large" wide onPress={() => onAsk('confirm')}>
          {words.actions.confirm}
        </AppButton>
      )}
      {may.includes('withdraw') && (
        <AppButton kind="line" size="large" wide onPress={() => onAsk('withdraw')}>
          {words.actions.withdraw}
        </AppButton>
      )}
      {may.includes('endorse') && (
        <AppButton size="large" wide icon="hand" busy={endorsing} onPress={onEndorse}>
          {words.actions.endorse}
        </AppButton>
      )}
    </>
  )
}
