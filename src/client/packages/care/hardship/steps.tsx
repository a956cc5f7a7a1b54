import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { go } from '../../../platform/navigate'
import { hardship as words } from '../../../texts/care'
import { AssessSheet } from './assess-sheet'
import { ConsentSheet } from './consent-sheet'
import type { CaseView } from './index'
import { MeasureSheet } from './measure-sheet'
import { PoliciesSheet } from './policies-sheet'
import { ReviewSheet } from './review-sheet'
import { WordsSheet } from './words-sheet'

export interface StepProps {
  shown: CaseView
  onDone: () => void
  onClose: () => void
}

export type Step = keyof typeof words.steps

/** 评估 is two answers, 销号 too; the others are one each. */
const OFFERED: Record<CaseView['may'][number], readonly Step[]> = {
  record_consent: ['record_consent'],
  assess: ['list', 'decline'],
  measure: ['measure'],
  done: ['done'],
  policies: ['policies'],
  review: ['review'],
  strike: ['strike', 'send_back'],
  pair: [],
}

function Open({ step, ...props }: StepProps & { step: Step }) {
  switch (step) {
    case 'record_consent':
      return <ConsentSheet {...props} />
    case 'list':
      return <AssessSheet {...props} />
    case 'measure':
      return <MeasureSheet {...props} />
    case 'policies':
      return <PoliciesSheet {...props} />
    case 'review':
      return <ReviewSheet {...props} />
    default:
      return <WordsSheet {...props} step={step} />
  }
}

/** The first is the one that is waited for; what is not there for this reader is not shown. */
export function Steps({ shown, onDone }: Omit<StepProps, 'onClose'>) {
  const [step, setStep] = useState<Step>()
  const hasOpen = shown.measures.some(({ doneAt }) => doneAt === null)
  const offered = shown.may.flatMap((deed) => OFFERED[deed]).filter((one) => one !== 'done' || hasOpen)
  const close = () => setStep(undefined)
  return (
    <View className="ld-stack">
      {offered.map((one, n) => (
        <AppButton key={one} kind={n === 0 ? 'primary' : 'line'} wide onPress={() => setStep(one)}>
          {words.steps[one]}
        </AppButton>
      ))}
      <Pair shown={shown} />
      {step && (
        <Open
          step={step}
          shown={shown}
          onClose={close}
          onDone={() => {
            close()
            onDone()
          }}
        />
      )}
    </View>
  )
}

/** 结对: the one that grew out of it, or the way to one. */
function Pair({ shown }: { shown: CaseView }) {
  const { pairingId, may, id } = shown
  if (pairingId)
    return (
      <Card>
        <Cell icon="pair" title={words.paired} onPress={() => go('pairing', { id: pairingId })} />
      </Card>
    )
  if (!may.includes('pair')) return null
  return (
    <Card>
      <Cell
        icon="pair"
        title={words.pair}
        help={words.pairHelp}
        onPress={() => go('proposePairing', { hardship: id })}
      />
    </Card>
  )
}
