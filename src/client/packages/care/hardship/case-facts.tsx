import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { Timeline } from '../../../components/timeline'
import { dial } from '../../../platform/phone'
import {
  hardshipConsentWords,
  hardshipKindWords,
  levelWords,
  policyWords,
  reasonWords,
  hardship as words,
} from '../../../texts/care'
import { hardshipStates } from '../../../texts/care-states'
import { momentWords } from '../../../texts/dates'
import { useNow } from '../../../use-now'
import type { CaseView } from './index'

function Front({ shown }: { shown: CaseView }) {
  const { name, house, phone, state, level, owner, overdue } = shown
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-xl">{name}</View>
        <View className="ld-body ld-help">
          {[words.house(house), owner && words.owner(owner)].filter(Boolean).join('，')}
        </View>
        <View className="ld-row ld-wrap">
          <Tag tone="mine" words={hardshipStates[state]} />
          {level && <Tag words={levelWords[level]} />}
          {overdue && <Tag tone="over" icon="clock" words={words.late} />}
        </View>
        {phone ? (
          <AppButton kind="soft" icon="phone" onPress={() => dial(phone)}>
            {words.call}
          </AppButton>
        ) : (
          <View className="ld-sm ld-help">{words.noPhone}</View>
        )}
      </View>
    </Card>
  )
}

function Why({ shown }: { shown: CaseView }) {
  const now = useNow()
  const { reasons, told, consent, assessment, appeal, policies } = shown
  const facts = [
    [words.why, reasons.map((one) => reasonWords[one]).join('、')],
    [words.told, told],
    [words.assessment, assessment],
    [words.appeal, appeal],
    [words.policies, policies.map((one) => policyWords[one]).join('、')],
  ].filter(([, said]) => said)
  return (
    <Card>
      {facts.map(([title = '', said]) => (
        <Cell key={title} title={title} help={said} />
      ))}
      <Cell
        icon={consent ? 'checkc' : 'clock'}
        title={words.consent}
        help={
          consent
            ? words.consentBy(hardshipConsentWords[consent.how], consent.by, momentWords(consent.at, now))
            : words.noConsent
        }
      />
    </Card>
  )
}

function Measures({ shown }: { shown: CaseView }) {
  const now = useNow()
  const { measures } = shown
  return (
    <Section title={words.measures}>
      <Card>
        {measures.length === 0 && <View className="ld-body ld-help">{words.noMeasures}</View>}
        {measures.map(({ id, what, who, result, dueAt, doneAt }) => (
          <Cell
            key={id}
            icon={doneAt ? 'checkc' : 'clock'}
            title={words.measure(what, who)}
            help={[doneAt ? words.doneAt(doneAt, now) : words.due(dueAt, now), result]
              .filter(Boolean)
              .join('，')}
          />
        ))}
      </Card>
    </Section>
  )
}

function Story({ shown }: { shown: CaseView }) {
  const now = useNow()
  const { timeline, reviews } = shown
  const happenings = timeline.map(({ seq, kind, at, by }) => ({
    key: seq,
    icon: 'doc' as const,
    kind: hardshipKindWords[kind as keyof typeof hardshipKindWords] ?? '',
    when: momentWords(at, now),
    title: by,
  }))
  return (
    <Section title={words.story}>
      <View className="ld-stack">
        {reviews.length > 0 && (
          <Card>
            {reviews.map(({ at, by, words: said }) => (
              <Cell key={at} title={said} help={`${by}，${momentWords(at, now)}`} />
            ))}
          </Card>
        )}
        <Card>
          <Timeline happenings={happenings} />
        </Card>
      </View>
    </Section>
  )
}

/** Everything of a case, the steps one may take right under its head. */
export function CaseFacts({ shown, steps }: { shown: CaseView; steps: ReactNode }) {
  return (
    <View className="ld-stack">
      <Front shown={shown} />
      {steps}
      <Why shown={shown} />
      <Measures shown={shown} />
      <Story shown={shown} />
    </View>
  )
}
