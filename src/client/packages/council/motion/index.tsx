import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { TaskOffer } from '../../../components/task-offer'
import { usePulledDown } from '../../../platform/scrolling'
import { type SheetKind, stepWords, motion as words } from '../../../texts/council'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { Debate } from './debate'
import type { MotionView } from './motion-view'
import { PollCard } from './poll-card'
import { Publicity } from './publicity'
import { Seconds } from './seconds'
import { StepSheet } from './step-sheet'
import { Story } from './story'
import { HeadCard, WordsCard } from './words-card'

const isSheet = (kind: string): kind is SheetKind => kind in stepWords

/** A house objects once; who heads several may still object for another. */
const hasObjected = ({ publicity, standsFor }: MotionView): boolean =>
  standsFor.every(({ unitId }) => publicity?.objections.some((one) => one.unitId === unitId))

function Deeds({ motion, onAct }: { motion: MotionView; onAct: (kind: SheetKind) => void }) {
  const kinds = motion.may.filter(isSheet).filter((kind) => kind !== 'object' || !hasObjected(motion))
  if (kinds.length === 0) return null
  return (
    <Section title={words.deeds}>
      <View className="ld-stack">
        {kinds.map((kind) => (
          <AppButton key={kind} kind="soft" wide onPress={() => onAct(kind)}>
            {stepWords[kind].name}
          </AppButton>
        ))}
      </View>
    </Section>
  )
}

/** What a council has decided may need hands. */
const DECIDED: MotionView['state'][] = ['publicity', 'in_force', 'implementing']

function MotionPageView({ motion }: { motion: MotionView }) {
  const now = useNow()
  const [step, setStep] = useState<SheetKind>()
  return (
    <View className="ld-stack">
      <HeadCard motion={motion} />
      <PollCard motion={motion} now={now} />
      <Publicity motion={motion} now={now} />
      <WordsCard motion={motion} />
      {motion.state === 'proposed' && <Seconds motion={motion} />}
      <Debate motion={motion} now={now} />
      <Deeds motion={motion} onAct={setStep} />
      {DECIDED.includes(motion.state) && <TaskOffer from="motion" id={motion.id} />}
      <Story motion={motion} now={now} />
      {step && <StepSheet key={step} kind={step} motion={motion} onClose={() => setStep(undefined)} />}
    </View>
  )
}

/** One motion from the first tap to its end: where it stands, what it takes, what the reader can do. */
export default function MotionPage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('motions.get', { id })
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={6}>
        {(motion) => <MotionPageView motion={motion} />}
      </Answered>
    </Page>
  )
}
