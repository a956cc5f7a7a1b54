import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { channelWords, slips as words } from '../../../texts/slips'
import { useCommand } from '../../../use-command'
import type { BallotView, MotionView } from './motion-view'

type Slip = BallotView['slips'][number]

/** Ballots that came in on paper or by telephone, and the house's word against one. */
export function Slips({ motion }: { motion: MotionView }) {
  const [disputing, setDisputing] = useState<Slip>()
  const slips = motion.ballot?.slips ?? []
  if (slips.length === 0) return null
  return (
    <Section title={words.shown}>
      <Card>
        <View className="ld-sm ld-help">{words.fourEyesDone}</View>
        {slips.map(({ id, label, channel, dispute }) => (
          <Cell
            key={id}
            icon="doc"
            title={`${label}，${channelWords[channel]}`}
            help={dispute === null ? undefined : words.disputed(dispute)}
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
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('slips.dispute')
  const say = async () => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    if (wrong) return
    const answer = await send({ id, words: said })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="slip-dispute"
      title={words.notOurs(label)}
      open
      onClose={onClose}
      act={{ words: words.notOursSend, onPress: say, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.notOursWhat}</View>
        <WordsField
          id="slip-dispute-words"
          label={words.notOursWhy}
          value={said}
          maxLength={200}
          error={problem}
          onChange={setSaid}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
