import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { readable } from '../../../platform/accessible'
import { copyWords } from '../../../platform/clipboard'
import { usePulledDown } from '../../../platform/scrolling'
import { leftWords } from '../../../texts/dates'
import {
  componentWords,
  monthWords,
  reasonWords,
  scoreWords,
  starMarks,
  starWords,
  stateWords,
  card as words,
} from '../../../texts/evaluation'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { AnswerSheet } from './answer-sheet'
import { Bars } from './bars'
import styles from './bars.module.scss'
import { Plan } from './plan'

type Told = OutputOf<'scores.get'>

function Head({ told, now }: { told: Told; now: number }) {
  const whose = [told.label, told.name, monthWords(told.period)].filter(Boolean).join('，')
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-lg" {...readable('heading', undefined, { 'aria-level': 2 })}>
          {whose}
        </View>
        <View className={styles.head}>
          <View className="ld-xl">{scoreWords(told.score)}</View>
          {told.stars && (
            <View className={styles.stars} {...readable('img', starWords(told.stars))}>
              {starMarks(told.stars)}
            </View>
          )}
        </View>
        <View className="ld-sm ld-help">{words.applicable(told.applicable)}</View>
        <View className="ld-row ld-wrap">
          <Tag words={stateWords[told.state]} tone={told.state === 'published' ? 'mine' : 'quiet'} />
          <Tag words={words.edition(told.edition)} />
        </View>
        {told.previewUntil !== null && (
          <View className="ld-body ld-help">{words.until(leftWords(told.previewUntil, now))}</View>
        )}
      </View>
    </Card>
  )
}

function Adjustments({ told }: { told: Told }) {
  if (told.adjustments.length === 0) return null
  return (
    <Section title={words.adjustments} aside={words.points(told.points)}>
      <Card>
        {told.adjustments.map(({ reason, points, evidence }) => (
          <Cell
            key={`${reason}${evidence}`}
            title={`${reasonWords[reason]}，${words.points(points)}`}
            help={evidence}
          />
        ))}
      </Card>
    </Section>
  )
}

function Appeals({ told, now }: { told: Told; now: number }) {
  const [answering, setAnswering] = useState<Told['appeals'][number]>()
  if (told.appeals.length === 0) return null
  return (
    <Section title={words.appeals}>
      <Card>
        {told.appeals.map((appeal) => (
          <Cell
            key={appeal.id}
            icon="flag"
            title={`${componentWords[appeal.component]}：${appeal.words}`}
            help={
              appeal.answer
                ? `${words.answeredAs(appeal.answer.as)}，${appeal.answer.note}`
                : words.waiting(leftWords(appeal.dueAt, now))
            }
            end={
              told.may.includes('answer') &&
              !appeal.answer && (
                <AppButton
                  kind="soft"
                  size="small"
                  label={`${words.answer}，${componentWords[appeal.component]}`}
                  onPress={() => setAnswering(appeal)}
                >
                  {words.answer}
                </AppButton>
              )
            }
          />
        ))}
      </Card>
      {answering && <AnswerSheet told={told} appeal={answering} onClose={() => setAnswering(undefined)} />}
    </Section>
  )
}

/** Older editions, and the bytes to count again oneself. */
function Proof({ told }: { told: Told }) {
  const [copied, setCopied] = useState(false)
  return (
    <Section title={words.proof}>
      <Card>
        {told.editions.length > 1 &&
          told.editions.map(({ edition, score }) => (
            <Cell key={edition} title={words.editionLine(edition, scoreWords(score))} />
          ))}
        <View className="ld-sm ld-help">{words.proofHelp}</View>
        <View className="ld-sm ld-help">{words.hash(told.hash)}</View>
        <AppButton kind="line" onPress={async () => setCopied(await copyWords(told.text))}>
          {copied ? words.copied : words.copy}
        </AppButton>
      </Card>
    </Section>
  )
}

/** One month's card: what it says, how each line was counted, and what may be done about it. */
export default function ScoreCardPage() {
  const { id = '' } = useRouter().params
  const now = useNow()
  const told = useAsk('scores.get', { id })
  usePulledDown(told.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={told} rows={6}>
        {(data) => (
          <View>
            <Head told={data} now={now} />
            <Appeals told={data} now={now} />
            <Plan told={data} />
            <Bars told={data} now={now} />
            <Adjustments told={data} />
            <Proof told={data} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
