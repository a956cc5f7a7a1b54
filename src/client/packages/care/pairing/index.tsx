import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { ancestorAt } from '#core/grids/grid'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { needWords, pairings as words } from '../../../texts/care'
import { pairingStates } from '../../../texts/care-states'
import { momentWords } from '../../../texts/dates'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { Deeds } from './deeds'
import { NotesSheet } from './notes-sheet'
import { Visits } from './visits'

export type PairingView = OutputOf<'pairings.get'>

function Front({ pairing, now }: { pairing: PairingView; now: number }) {
  const { name, house, helper, needs, told, state, overdue, lastVisit, nextVisit } = pairing
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-xl">{name || house}</View>
        <View className="ld-body ld-help">{words.row(house, helper)}</View>
        <View className="ld-body">{needs.map((need) => needWords[need]).join('、')}</View>
        {told && <View className="ld-body">{told}</View>}
        <View className="ld-row ld-wrap">
          <Tag tone={state === 'active' ? 'lit' : 'quiet'} words={pairingStates[state]} />
          <Tag words={words.rhythm(pairing.visitEvery)} />
          {overdue && <Tag tone="over" icon="clock" words={words.overdue} />}
          {!overdue && nextVisit !== null && <Tag words={words.next(nextVisit, now)} />}
        </View>
        {state === 'active' && (
          <View className="ld-sm ld-help">
            {lastVisit === null ? words.neverVisited : words.lastVisit(lastVisit)}
          </View>
        )}
      </View>
    </Card>
  )
}

/** How it was agreed to, what it grew out of, how it ended: as far as the reader is told. */
function Facts({ pairing, now }: { pairing: PairingView; now: number }) {
  const { consent, ending, source } = pairing
  if (!consent && !ending && source === 'none') return null
  return (
    <Card>
      {consent && (
        <Cell
          icon="checkc"
          title={words.agreed}
          help={words.consentBy(consent.how, consent.by, momentWords(consent.at, now))}
        />
      )}
      {source !== 'none' && <Cell icon="doc" title={words.from[source]} />}
      {ending && (
        <Cell
          icon="flag"
          title={words.ended(ending.reason)}
          help={[momentWords(ending.at, now), ending.words].filter(Boolean).join('，')}
        />
      )}
    </Card>
  )
}

function Tasks({ pairing }: { pairing: PairingView }) {
  const { tasks, may, id, gridPath } = pairing
  const writes = may.includes('task')
  if (tasks.length === 0 && !writes) return null
  const write = () => go('writeTask', { grid: ancestorAt(gridPath, 2), pairing: id })
  return (
    <Section title={words.tasks}>
      <Card>
        {tasks.map((task) => (
          <Cell key={task.id} icon="heart" title={task.title} onPress={() => go('task', { id: task.id })} />
        ))}
        {writes && <Cell icon="report" title={words.task} help={words.taskHelp} onPress={write} />}
      </Card>
    </Section>
  )
}

/** One pairing: both sides and those who arrange it read it here, each with what he may do. */
export default function PairingPage() {
  const { id = 'none' } = useRouter().params
  const now = useNow()
  const [reading, setReading] = useState(false)
  const pairing = useAsk('pairings.get', { id })
  usePulledDown(pairing.refresh)
  return (
    <Page title={words.pageTitle}>
      <Answered ask={pairing} rows={5}>
        {(data) => (
          <View className="ld-stack">
            <Front pairing={data} now={now} />
            <Deeds pairing={data} onDone={pairing.refresh} />
            <Visits pairing={data} onSaid={pairing.refresh} />
            {data.may.includes('read_notes') && (
              <AppButton kind="line" wide icon="lock" onPress={() => setReading(true)}>
                {words.read}
              </AppButton>
            )}
            <Facts pairing={data} now={now} />
            <Tasks pairing={data} />
            {reading && <NotesSheet id={data.id} onClose={() => setReading(false)} />}
          </View>
        )}
      </Answered>
    </Page>
  )
}
