import { AppButton } from '../../../components/button'
import { staffDeeds } from '../../../components/staff-actions/deeds'
import { StaffActions } from '../../../components/staff-actions/staff-actions'
import { detail as words } from '../../../texts/detail'
import type { ConcernDetail } from './concern-detail'

const RESIDENT_DEEDS = ['reopen', 'confirm', 'withdraw', 'endorse'] as const
export type ResidentDeed = (typeof RESIDENT_DEEDS)[number]

const residentDeeds = (may: ConcernDetail['may']): ResidentDeed[] =>
  RESIDENT_DEEDS.filter((deed) => may.includes(deed))

/** Whether this reader can do anything here at all: otherwise there is no bar. */
export const mayDoSomething = (may: ConcernDetail['may']): boolean =>
  residentDeeds(may).length > 0 || staffDeeds(may).length > 0

interface AnswerFootProps {
  concern: ConcernDetail
  endorsing: boolean
  onDeed: (deed: ResidentDeed) => void
  onDone: () => Promise<unknown>
}

/** Exactly what the server says this reader may do; who works on it keeps his own steps in one place. */
export function AnswerFoot({ concern, endorsing, onDeed, onDone }: AnswerFootProps) {
  const deeds = residentDeeds(concern.may)
  if (staffDeeds(concern.may).length > 0) {
    const also = deeds.map((deed) => ({ name: words.actions[deed], onPress: () => onDeed(deed) }))
    return <StaffActions concern={concern} onDone={onDone} also={also} />
  }
  return (
    <>
      {deeds.map((deed) => (
        <AppButton
          key={deed}
          kind={deed === 'reopen' || deed === 'withdraw' ? 'line' : 'primary'}
          size="large"
          wide
          icon={deed === 'endorse' ? 'hand' : undefined}
          busy={deed === 'endorse' && endorsing}
          onPress={() => onDeed(deed)}
        >
          {words.actions[deed]}
        </AppButton>
      ))}
    </>
  )
}
