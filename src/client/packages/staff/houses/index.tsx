import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Chip } from '../../../components/chip'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { readable } from '../../../platform/accessible'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { kindWords, stateWords, houses as words } from '../../../texts/heads'
import { useAsk } from '../../../use-ask'
import { ToPass } from './to-pass'

type Mine = OutputOf<'heads.mine'>
type House = Mine['buildings'][number]

/** Several houses: one at a time is looked at. */
function Switch({ all, now, onChoose }: { all: House[]; now: House; onChoose: (id: string) => void }) {
  if (all.length < 2) return null
  return (
    <View className="ld-row ld-wrap" {...readable('group', words.choose)}>
      {all.map(({ buildingId, label }) => (
        <Chip
          key={buildingId}
          words={label}
          chosen={buildingId === now.buildingId}
          onPress={() => onChoose(buildingId)}
        />
      ))}
    </View>
  )
}

function Waits({ house }: { house: House }) {
  const { appointmentId, buildingId, toConfirm } = house
  const council = useAsk('councils.show', {})
  return (
    <Section title={words.waits}>
      <Card>
        <Cell icon="list" title={words.open} help={words.openHelp(house.open)} onPress={() => go('queue')} />
        <Cell
          icon="users"
          title={words.confirm}
          help={words.confirmHelp(toConfirm)}
          onPress={() => go('residents', { house: buildingId })}
        />
        <Cell
          icon="users"
          title={words.council}
          help={words.councilHelp(council.data?.council?.toVote ?? 0)}
          onPress={() => go('council')}
        />
        {appointmentId && (
          <Cell icon="doc" title={words.page} onPress={() => go('appointment', { id: appointmentId })} />
        )}
      </Card>
    </Section>
  )
}

function HouseOf({ house }: { house: House }) {
  return (
    <View>
      <Card>
        <View className="ld-xl">{house.label}</View>
        <View className="ld-body ld-help">{words.office(house.kind, house.until)}</View>
        <View className="ld-body ld-help">{words.people(house.residents)}</View>
      </Card>
      <Waits house={house} />
      <ToPass buildingId={house.buildingId} />
    </View>
  )
}

/** Checklists, and what is under way about the reader himself. */
function AboutMe({ own, handovers }: Mine) {
  if (own.length + handovers.length === 0) return null
  return (
    <Section title={words.own}>
      <Card>
        {own.map(({ id, buildingLabel, kind, state }) => (
          <Cell
            key={id}
            icon="flag"
            title={`${buildingLabel}${kindWords[kind]}`}
            help={stateWords[state]}
            onPress={() => go('appointment', { id })}
          />
        ))}
        {handovers.map(({ id, buildingLabel, mine }) => (
          <Cell
            key={id}
            icon="key"
            title={mine ? words.write(buildingLabel) : words.take(buildingLabel)}
            onPress={() => go('appointment', { id })}
          />
        ))}
      </Card>
    </Section>
  )
}

function Workbench({ mine }: { mine: Mine }) {
  const [chosen, setChosen] = useState<string>()
  const house = mine.buildings.find(({ buildingId }) => buildingId === chosen) ?? mine.buildings[0]
  return (
    <View>
      {!house && <Empty title={words.none.title} help={words.none.help} />}
      {house && <Switch all={mine.buildings} now={house} onChoose={setChosen} />}
      {house && <HouseOf key={house.buildingId} house={house} />}
      <AboutMe {...mine} />
    </View>
  )
}

/** 我的楼栋: what a building head has to do, house by house. */
export default function HousesPage() {
  const mine = useAsk('heads.mine', {})
  usePulledDown(mine.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={mine} rows={4}>
        {(data) => <Workbench mine={data} />}
      </Answered>
    </Page>
  )
}
