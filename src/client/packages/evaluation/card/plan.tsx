import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { card as words } from '../../../texts/evaluation'
import { useCommand } from '../../../use-command'

/** 谈一谈: what was agreed on after two months of one star. */
export function Plan({ told }: { told: OutputOf<'scores.get'> }) {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('scores.plan')
  if (!told.talk) return null
  const press = async () => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    if (!wrong) await send({ id: told.id, version: told.version, words: said })
  }
  return (
    <Section title={words.talk}>
      <Card>
        <View className="ld-body ld-help">{words.talkHelp}</View>
        {told.talk.plan && <View className="ld-md">{told.talk.plan}</View>}
        {told.may.includes('plan') && (
          <View>
            <WordsField
              id="score-plan"
              label={words.planLabel}
              value={said}
              error={problem}
              onChange={setSaid}
            />
            <AppButton wide busy={sending} onPress={press}>
              {words.plan}
            </AppButton>
          </View>
        )}
        {failure && <Refused failure={failure} onAct={clear} />}
      </Card>
    </Section>
  )
}
