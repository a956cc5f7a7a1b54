import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Section } from '../../../components/section'
import { motion as motionWords } from '../../../texts/council'
import { election as words } from '../../../texts/elections'
import { DrawSheet } from './draw-sheet'
import type { Electing } from './election-view'
import { NominateSheet } from './nominate-sheet'
import { StandSheet } from './stand-sheet'
import { StepDownSheet } from './step-down-sheet'

type Deed = 'stand' | 'step_down' | 'nominate' | 'draw'

/** What each button says; who was named reads that it is his answer. */
function deedsOf({ may, election, standsFor }: Electing): { deed: Deed; said: string }[] {
  const mine = election.candidates.find((one) => one.mine)
  const [house] = standsFor
  const stand = mine ? words.agree : words.stand
  const isOpen = may.includes('stand') && house !== undefined && !mine?.agreed
  return [
    ...(isOpen && house ? [{ deed: 'stand' as const, said: stand(house.label) }] : []),
    ...(may.includes('step_down') ? [{ deed: 'step_down' as const, said: words.stepDown }] : []),
    ...(may.includes('nominate') ? [{ deed: 'nominate' as const, said: words.nominate }] : []),
    ...(may.includes('draw') ? [{ deed: 'draw' as const, said: words.draw }] : []),
  ]
}

export function Deeds({ motion }: { motion: Electing }) {
  const [open, setOpen] = useState<Deed>()
  const deeds = deedsOf(motion)
  const close = () => setOpen(undefined)
  const [house] = motion.standsFor
  if (deeds.length === 0) return null
  return (
    <Section title={motionWords.deeds}>
      <View className="ld-stack">
        {deeds.map(({ deed, said }) => (
          <AppButton key={deed} kind="soft" wide onPress={() => setOpen(deed)}>
            {said}
          </AppButton>
        ))}
        {open === 'stand' && house && <StandSheet id={motion.id} house={house} onClose={close} />}
        {open === 'step_down' && <StepDownSheet id={motion.id} onClose={close} />}
        {open === 'nominate' && <NominateSheet id={motion.id} onClose={close} />}
        {open === 'draw' && <DrawSheet motion={motion} onClose={close} />}
      </View>
    </Section>
  )
}
