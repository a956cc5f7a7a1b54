import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Chain } from '../../../components/chain'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { TaskOffer } from '../../../components/task-offer'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { type SheetKind, stepWords, motion as words } from '../../../texts/council'
import { slips } from '../../../texts/slips'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { Debate } from './debate'
import { ElectionCard } from './election-card'
import { Execution } from './execution'
import type { MotionView } from './motion-view'
import { OpinionsCard } from './opinions'
import { PollCard } from './poll-card'
import { Proxies } from './proxies'
import { Publicity } from './publicity'
import { Rolls } from './rolls'
import { Seconds } from './seconds'
import { Slips } from './slips'
import { StepSheet } from './step-sheet'
import { Story } from './story'
import { HeadCard, WordsCard } from './words-card'

const isSheet = (kind: string): kind is SheetKind => kind in stepWords

/** A house objects once; who heads several may still object for another. */
const hasObjected = ({ publicity, standsFor }: MotionView): boolean =>
  standsFor.every(({ unitId }) => publicity?.objections.some((one) => one.unitId === unitId))

/** More time only once, and only while too few have taken part. */
const mayExtend = ({ ballot }: MotionView): boolean =>
  ballot !== null && !ballot.wasExtended && ballot.takingPart < ballot.needed.quorum

function isOpenTo(kind: SheetKind, motion: MotionView): boolean {
  if (kind === 'object') return !hasObjected(motion)
  return kind !== 'extend' || mayExtend(motion)
}

function Deeds({ motion, onAct }: { motion: MotionView; onAct: (kind: SheetKind) => void }) {
  const kinds = motion.may.filter(isSheet).filter((kind) => isOpenTo(kind, motion))
  const enters = motion.mayEnterSlips && motion.state === 'voting'
  if (kinds.length === 0 && !enters) return null
  return (
    <Section title={words.deeds}>
      <View className="ld-stack">
        {enters && (
          <AppButton kind="soft" wide onPress={() => go('slips', { motion: motion.id })}>
            {slips.open}
          </AppButton>
        )}
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
      <ElectionCard motion={motion} />
      <OpinionsCard motion={motion} />
      <Slips motion={motion} />
      <Publicity motion={motion} now={now} />
      <Execution motion={motion} />
      <WordsCard motion={motion} />
      {motion.state === 'proposed' && <Seconds motion={motion} />}
      <Debate motion={motion} now={now} />
      <Proxies motion={motion} />
      <Rolls motion={motion} />
      <Deeds motion={motion} onAct={setStep} />
      {DECIDED.includes(motion.state) && <TaskOffer from="motion" id={motion.id} />}
      <Chain kind="motion" id={motion.id} />
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
