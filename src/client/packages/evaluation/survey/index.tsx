import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { QUESTIONS } from '#core/evaluation/appraisal'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { readable } from '../../../platform/accessible'
import { survey as words } from '../../../texts/evaluation'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type House = NonNullable<OutputOf<'appraisals.show'>['house']>
type Marks = Partial<Record<(typeof QUESTIONS)[number], number>>

interface QuestionProps {
  question: (typeof QUESTIONS)[number]
  mark: number | undefined
  onMark: (mark: number) => void
}

function Question({ question, mark, onMark }: QuestionProps) {
  return (
    <Section title={words.questions[question]}>
      <Card>
        <View className="ld-row ld-wrap" {...readable('group', words.questions[question])}>
          {words.marks.map((said, at) => (
            <Chip key={said} words={said} chosen={mark === at + 1} onPress={() => onMark(at + 1)} />
          ))}
        </View>
      </Card>
    </Section>
  )
}

function Questions({ house }: { house: House }) {
  const [marks, setMarks] = useState<Marks>({})
  const [missing, setMissing] = useState(false)
  const { send, sending, failure, clear } = useCommand('appraisals.answer')
  const press = async () => {
    const given = QUESTIONS.map((question) => marks[question] ?? 0)
    setMissing(given.includes(0))
    if (!given.includes(0)) await send({ buildingId: house.buildingId, marks: given })
  }
  return (
    <View>
      <View className="ld-lg">{words.lead(house.label, house.head)}</View>
      <View className="ld-body ld-help">{words.help}</View>
      {QUESTIONS.map((question) => (
        <Question
          key={question}
          question={question}
          mark={marks[question]}
          onMark={(mark) => setMarks({ ...marks, [question]: mark })}
        />
      ))}
      {missing && <Notice urgent icon="alert" title={words.missing} />}
      {failure && <Refused failure={failure} onAct={clear} />}
      <View>
        <AppButton size="large" wide busy={sending} onPress={press}>
          {words.send}
        </AppButton>
      </View>
    </View>
  )
}

/** 评议: three questions a quarter about the head of one's own house. */
export default function SurveyPage() {
  const survey = useAsk('appraisals.show', {})
  return (
    <Page title={words.title}>
      <Answered ask={survey} rows={4}>
        {({ house, may, answered }) => (
          <View>
            {answered && <Notice icon="checkc" title={words.answered} help={words.answeredHelp} />}
            {!answered && !may && <Notice icon="lock" title={words.noHouse} help={words.noHouseHelp} />}
            {may && house && <Questions house={house} />}
          </View>
        )}
      </Answered>
    </Page>
  )
}
