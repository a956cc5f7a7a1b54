import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { ReasonSheet } from '../../../components/reason-sheet'
import { Section } from '../../../components/section'
import { channelWords, slips as words } from '../../../texts/slips'
import { useCommand } from '../../../use-command'
import type { BallotView, MotionView } from './motion-view'

type Slip = BallotView['slips'][number]

/** Ballots that came in on paper or by telephone, and the unit's word against one. */
export function Slips({ motion }: { motion: MotionView }) {
  const [disputing, setDisputing] = useState<Slip>()
  const slips = motion.ballot?.slips ?? []
  if (slips.length === 0) return null
  return (
    <Section title={words.shown}>
      <Card>
        <View className="ld-sm ld-help">{words.fourEyesDone(motion.unitKind)}</View>
        {slips.map(({ id, label, channel, dispute }) => (
          <Cell
            key={id}
            icon="doc"
            title={`${label}，${channelWords[channel]}`}
            help={dispute === null ? undefined : words.disputed(dispute, motion.unitKind)}
          />
        ))}
      </Card>
      {slips
        .filter(({ mayDispute }) => mayDispute)
        .map((slip) => (
          <AppButton key={slip.id} kind="line" wide onPress={() => setDisputing(slip)}>
            {words.notOurs(slip.label)}
          </AppButton>
        ))}
      {disputing && <DisputeSheet slip={disputing} onClose={() => setDisputing(undefined)} />}
    </Section>
  )
}

function DisputeSheet({ slip: { id, label }, onClose }: { slip: Slip; onClose: () => void }) {
  const command = useCommand('slips.dispute')
  return (
    <ReasonSheet
      id="slip-dispute"
      title={words.notOurs(label)}
      act={words.notOursSend}
      field={{ id: 'slip-dispute-words', label: words.notOursWhy, maxLength: 200 }}
      command={command}
      onSend={async (said) => (await command.send({ id, words: said })).ok}
      onClose={onClose}
    >
      <View className="ld-body">{words.notOursWhat}</View>
    </ReasonSheet>
  )
}
