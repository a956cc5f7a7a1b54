import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { answering as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Dispute = OutputOf<'service.waiting'>['disputes'][number]
type Decision = 'correct' | 'uphold'

const DECISIONS = (['correct', 'uphold'] as const).map((value) => ({ value, words: words[value] }))

function AnswerSheet({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const [decision, setDecision] = useState<Decision>('correct')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('service.answer')
  const answer = async () => {
    const wrong = noteProblem(note)
    setProblem(wrong)
    if (wrong) return
    const minutes = decision === 'correct' ? dispute.minutes : null
    if ((await send({ id: dispute.id, minutes, note })).ok) onClose()
  }
  const act = { words: words.answer, onPress: answer, busy: sending }
  return (
    <Sheet id="answer" title={words.answer} open onClose={onClose} act={act}>
      <View className="ld-stack">
        <View className="ld-body">{dispute.words}</View>
        <Segmented label={words.decision} choices={DECISIONS} value={decision} onChoose={setDecision} />
        <WordsField
          id="answer-note"
          label={words.note}
          value={note}
          error={problem}
          maxLength={200}
          onChange={setNote}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
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
