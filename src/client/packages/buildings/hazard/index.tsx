import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import type { HazardEventKind } from '#core/buildings/hazard'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { Picture } from '../../../components/picture'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { photoAddress } from '../../../platform/media'
import { hazardKindWords, hazardStateWords, house, hazard as words } from '../../../texts/buildings'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import styles from './hazard.module.scss'
import { StepSheet } from './step-sheet'

export type Whole = OutputOf<'hazards.get'>

/** What has happened to it, in the order it happens. */
function linesOf(one: Whole, now: number): string[] {
  return [
    words.foundBy(one.foundBy, one.foundAt, now),
    one.proposed ? words.proposed(one.proposed.by, one.proposed.grade) : '',
    one.gradedBy && one.grade ? words.graded(one.gradedBy, one.grade) : '',
    one.control ? `${words.controlled(one.control.kind, one.control.by)}：${one.control.note}` : '',
    one.plan ? `${words.planned(one.plan.measure, one.plan.by, one.dueAt, now)}：${one.plan.note}` : '',
    one.done ? `${words.done(one.done.by)}：${one.done.note}` : '',
    one.review ? `${words.reviewed(one.review.by, one.review.passed)}：${one.review.note}` : '',
  ].filter(Boolean)
}

function HazardView({ found }: { found: Whole }) {
  const now = useNow()
  const [step, setStep] = useState<HazardEventKind>()
  return (
    <View className="ld-stack">
      <Card>
        <View className="ld-tight">
          <View className="ld-lg">{`${found.buildingLabel}，${hazardKindWords[found.kind]}`}</View>
          <View className="ld-body">{found.words}</View>
          <View className="ld-row ld-wrap">
            <Tag tone={found.overdue ? 'over' : 'quiet'} words={words.fact(found, now)} />
            <Tag words={hazardStateWords[found.state]} />
          </View>
        </View>
      </Card>
      <Card>
        <View className="ld-tight">
          {linesOf(found, now).map((line) => (
            <View key={line} className="ld-body">
              {line}
            </View>
          ))}
        </View>
      </Card>
      {found.photos.map(({ id, url }, at) => (
        <Picture
          key={id}
          className={styles.photo}
          src={photoAddress(url)}
          mode="widthFix"
          words={`${house.photos}${at + 1}`}
        />
      ))}
      {found.may.length > 0 && (
        <Section title={words.deeds}>
          <View className="ld-stack">
            {found.may.map((kind) => (
              <AppButton key={kind} kind="soft" onPress={() => setStep(kind)}>
                {words.steps[kind]}
              </AppButton>
            ))}
          </View>
        </Section>
      )}
      {step && <StepSheet hazard={found} kind={step} onClose={() => setStep(undefined)} />}
    </View>
  )
}

export default function HazardPage() {
  const { id = '' } = useRouter().params
  const ask = useAsk('hazards.get', { id })
  return (
    <Page title={words.title}>
      <Answered ask={ask} rows={5}>
        {(found) => <HazardView key={found.version} found={found} />}
      </Answered>
    </Page>
  )
}
