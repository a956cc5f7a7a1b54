import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { ReasonSheet } from '../../../components/reason-sheet'
import { Section } from '../../../components/section'
import { Segmented } from '../../../components/segmented'
import { answering as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Dispute = OutputOf<'service.waiting'>['disputes'][number]
type Decision = 'correct' | 'uphold'

const DECISIONS = (['correct', 'uphold'] as const).map((value) => ({ value, words: words[value] }))

function AnswerSheet({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const [decision, setDecision] = useState<Decision>('correct')
  const command = useCommand('service.answer')
  const minutes = decision === 'correct' ? dispute.minutes : null
  return (
    <ReasonSheet
      id="answer"
      title={words.answer}
      act={words.answer}
      field={{ id: 'answer-note', label: words.note, maxLength: 200 }}
      command={command}
      onSend={async (note) => (await command.send({ id: dispute.id, minutes, note })).ok}
      onClose={onClose}
    >
      <View className="ld-body">{dispute.words}</View>
      <Segmented label={words.decision} choices={DECISIONS} value={decision} onChoose={setDecision} />
    </ReasonSheet>
  )
}

/** 时长异议 under the grids of whoever reads this. */
export function Disputes() {
  const asked = useAsk('service.waiting', {})
  const [answering, setAnswering] = useState<Dispute>()
  return (
    <Section title={words.disputes}>
      <Answered ask={asked} rows={3}>
        {({ disputes }) => (
          <View className="ld-stack">
            {disputes.length === 0 && <View className="ld-body ld-help">{words.none}</View>}
            {disputes.map((one) => (
              <Card key={one.id}>
                <View className="ld-tight">
                  <View className="ld-md">{`${one.name}，${one.title}`}</View>
                  <View className="ld-sm ld-help">{words.line(one.day, one.recorded, one.minutes)}</View>
                  <View className="ld-body">{one.words}</View>
                  <AppButton
                    kind="soft"
                    size="small"
                    label={`${one.name}，${words.answer}`}
                    onPress={() => setAnswering(one)}
                  >
                    {words.answer}
                  </AppButton>
                </View>
              </Card>
            ))}
          </View>
        )}
      </Answered>
      {answering && <AnswerSheet dispute={answering} onClose={() => setAnswering(undefined)} />}
    </Section>
  )
}
