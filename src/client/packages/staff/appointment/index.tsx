import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import type { StepKind } from '#core/heads/steps'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { usePulledDown } from '../../../platform/scrolling'
import { momentWords } from '../../../texts/dates'
import {
  endingWords,
  handOverWords,
  kindWords,
  methodWords,
  postedUntil,
  stateWords,
  stepWords,
  termWords,
  appointment as words,
} from '../../../texts/heads'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import styles from './appointment.module.scss'
import { StepSheet } from './step-sheet'

type Told = OutputOf<'heads.get'>

function Facts({ told, now }: { told: Told; now: number }) {
  const when =
    told.from !== null && told.to !== null
      ? termWords(told.from, told.to)
      : postedUntil(told.publicUntil, now)
  const state = told.ending ? endingWords[told.ending] : stateWords[told.state]
  return (
    <Card>
      <View className="ld-xl">{`${told.buildingLabel}${kindWords[told.kind]}：${told.name}`}</View>
      <View className="ld-body ld-help">{when}</View>
      <Tag words={state} tone={told.state === 'active' ? 'mine' : 'quiet'} />
      <Cell title={words.how} help={methodWords[told.method]} />
      {told.basisWords && <Cell title={words.why} help={told.basisWords} />}
      {told.reason && <Cell title={words.reason} help={told.reason} />}
      {told.hearing && (
        <Cell
          title={words.hearing}
          help={`${momentWords(told.hearing.at, now)}，${told.hearing.statement}`}
        />
      )}
    </Card>
  )
}

function Objections({ told, now }: { told: Told; now: number }) {
  if (told.objections.length === 0) return null
  return (
    <Section title={words.objections}>
      <Card>
        {told.objections.map(({ at, words: said, by }) => (
          <Cell key={at} title={said} help={`${by ?? words.somebody}，${momentWords(at, now)}`} />
        ))}
        {told.note && <Cell title={words.answered} help={told.note} />}
      </Card>
    </Section>
  )
}

function Handover({ handover, now }: { handover: NonNullable<Told['handover']>; now: number }) {
  const taken = handover.takenAt === null ? handOverWords.notTaken : handOverWords.taken
  return (
    <Section title={handOverWords.title} aside={taken}>
      <Card>
        {handover.keys && <Cell icon="key" title={handOverWords.keys} help={handover.keys} />}
        {handover.notes && <Cell icon="doc" title={handover.notes} />}
        <Cell
          icon="list"
          title={handOverWords.open(handover.open)}
          help={handOverWords.given(momentWords(handover.givenAt, now))}
        />
      </Card>
    </Section>
  )
}

/** What the households of the house ask; who of them is told to nobody. */
function RemovalCard({ removal, now }: { removal: NonNullable<Told['removal']>; now: number }) {
  const { asked, households, half, answers } = removal
  if (asked === 0 && answers.length === 0) return null
  return (
    <Section title={words.removal}>
      <Card>
        {asked > 0 && (
          <Cell
            icon="users"
            title={words.asked(asked, households)}
            help={half ? words.half : words.notHalf}
          />
        )}
        {answers.map((one) => (
          <Cell
            key={one.at}
            title={one.note}
            help={`${words.removalAnswer(one.asked, one.households)}，${momentWords(one.at, now)}`}
          />
        ))}
      </Card>
    </Section>
  )
}

/** Steps a screen offers; what the clock does has no button. */
const offered = (may: readonly StepKind[]): StepKind[] => may.filter((kind) => kind in stepWords)

function Steps({ told, refresh }: { told: Told; refresh: () => void }) {
  const [asking, setAsking] = useState<StepKind>()
  const done = () => {
    setAsking(undefined)
    refresh()
  }
  return (
    <View className={styles.steps}>
      {offered(told.may).map((kind, at) => (
        <AppButton key={kind} kind={at === 0 ? 'primary' : 'line'} wide onPress={() => setAsking(kind)}>
          {stepWords[kind]?.name ?? ''}
        </AppButton>
      ))}
      {asking && (
        <StepSheet
          key={asking}
          kind={asking}
          id={told.id}
          version={told.version}
          onDone={done}
          onClose={() => setAsking(undefined)}
        />
      )}
    </View>
  )
}

/** One person's way to the office of one building, and what this reader may do about it. */
export default function AppointmentPage() {
  const { id = '' } = useRouter().params
  const now = useNow()
  const told = useAsk('heads.get', { id })
  usePulledDown(told.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={told} rows={4}>
        {(data) => (
          <View>
            <Facts told={data} now={now} />
            <Objections told={data} now={now} />
            {data.handover && <Handover handover={data.handover} now={now} />}
            {data.removal && <RemovalCard removal={data.removal} now={now} />}
            <Steps told={data} refresh={told.refresh} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
