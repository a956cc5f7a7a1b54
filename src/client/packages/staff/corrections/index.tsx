import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { usePulledDown } from '../../../platform/scrolling'
import { rights } from '../../../texts/rights'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'

const words = rights.answering
type Waiting = OutputOf<'corrections.waiting'>['items'][number]

function AnswerSheet({ asked, onClose }: { asked: Waiting; onClose: () => void }) {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('corrections.answer')
  const answer = async (corrected: boolean) => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    if (wrong) return
    const answered = await send({ id: asked.id, corrected, words: said })
    if (answered.ok) onClose()
  }
  return (
    <Sheet
      id="correction-answer"
      title={rights.corrections.kinds[asked.about]}
      open
      onClose={onClose}
      act={{ words: words.corrected, onPress: () => answer(true), busy: sending }}
    >
      <View className="ld-body">{asked.words}</View>
      <WordsField id="correction-said" label={words.words} value={said} error={problem} onChange={setSaid} />
      <AppButton kind="line" size="large" wide busy={sending} onPress={() => answer(false)}>
        {words.refuse}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}

/** 更正请求: what residents say is wrong about them, the longest waiting first. */
export default function AnsweringPage() {
  const list = useAsk('corrections.waiting', {})
  const [answering, setAnswering] = useState<Waiting>()
  const now = useNow()
  usePulledDown(list.refresh)
  return (
    <Page title={words.title}>
      <View className="ld-body">{words.lead}</View>
      <Answered ask={list} rows={3}>
        {({ items }) => (
          <View className="ld-stack">
            {items.length === 0 && <Empty title={words.none} />}
            {items.map((one) => (
              <Card key={one.id}>
                <Cell
                  icon="refresh"
                  title={rights.corrections.kinds[one.about]}
                  help={words.from(one.name, one.gridName, words.due(one.dueAt, now))}
                />
                <View className="ld-body">{one.words}</View>
                <AppButton
                  kind="soft"
                  wide
                  label={`${words.answer}，${one.name}`}
                  onPress={() => setAnswering(one)}
                >
                  {words.answer}
                </AppButton>
              </Card>
            ))}
          </View>
        )}
      </Answered>
      {answering && <AnswerSheet asked={answering} onClose={() => setAnswering(undefined)} />}
    </Page>
  )
}
