import { View } from '@tarojs/components'
import { useState } from 'react'
import { covers } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Chip } from '../../../components/chip'
import { Empty } from '../../../components/empty'
import { GridChoice } from '../../../components/grid-choice'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { readable } from '../../../platform/accessible'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { kindWords, postedUntil, stateWords, termWords, headsPage as words } from '../../../texts/heads'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { ProposeSheet } from './propose-sheet'

function HeadsOf({ gridPath }: { gridPath: string }) {
  const list = useAskPages('heads.list', { gridPath })
  const now = useNow()
  usePulledDown(list.refresh)
  return (
    <Section title={words.list} aside={list.data && words.headless(list.data.headless)}>
      <Answered ask={list} rows={5}>
        {() => (
          <View>
            {list.items.length === 0 && <Empty title={words.none} />}
            {list.items.length > 0 && (
              <Card>
                {list.items.map((one) => (
                  <Cell
                    key={one.id}
                    icon="building"
                    title={`${one.buildingLabel}${kindWords[one.kind]}：${one.name}`}
                    help={`${stateWords[one.state]}，${
                      one.from !== null && one.to !== null
                        ? termWords(one.from, one.to)
                        : postedUntil(one.publicUntil, now)
                    }`}
                    onPress={() => go('appointment', { id: one.id })}
                  />
                ))}
              </Card>
            )}
            <MoreRows list={list} />
          </View>
        )}
      </Answered>
    </Section>
  )
}

interface Held {
  gridPath: string
  gridName: string
  role: Role
}

/** Every grid over which an office of this person lets him see who heads what, each once. */
function useOffices(): Held[] {
  const offices = useSession((session) => session.me?.offices) ?? []
  const reading = offices.filter(({ role }) => reachOf('head.read', role) !== undefined)
  return reading.filter((one, at) => reading.findIndex(({ gridPath }) => gridPath === one.gridPath) === at)
}

/** Several offices, and the grids under each: which of them is shown. */
function WhichGrid({ offices, chosen, onChoose }: WhichGridProps) {
  const office = offices.find(({ gridPath }) => covers(gridPath, chosen))
  return (
    <View className="ld-stack">
      {offices.length > 1 && (
        <View className="ld-row ld-wrap" {...readable('group', words.which)}>
          {offices.map(({ gridPath, gridName }) => (
            <Chip
              key={gridPath}
              words={gridName}
              chosen={gridPath === office?.gridPath}
              onPress={() => onChoose(gridPath)}
            />
          ))}
        </View>
      )}
      {office && <GridChoice top={office.gridPath} deepest={2} chosen={chosen} onChoose={onChoose} />}
    </View>
  )
}

interface WhichGridProps {
  offices: Held[]
  chosen: string
  onChoose: (gridPath: string) => void
}

/** 楼栋长: who is in office, posted or to come, in this person's grids. */
export default function HeadsPage() {
  const offices = useOffices()
  const [chosen, setChosen] = useState(offices[0]?.gridPath)
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState(false)
  const mayPropose = offices.some(({ role }) => reachOf('head.nominate', role) !== undefined)
  const foot = mayPropose ? (
    <AppButton wide onPress={() => setAsking(true)}>
      {words.propose}
    </AppButton>
  ) : undefined
  return (
    <Page title={words.title} foot={foot}>
      {!chosen && <Refused failure={{ code: 'FORBIDDEN' }} onAct={() => go('home')} />}
      {sent && <Notice icon="checkc" title={words.sent} />}
      {chosen && <WhichGrid offices={offices} chosen={chosen} onChoose={setChosen} />}
      {chosen && <HeadsOf key={chosen} gridPath={chosen} />}
      {asking && (
        <ProposeSheet
          onClose={() => setAsking(false)}
          onSent={() => {
            setAsking(false)
            setSent(true)
          }}
        />
      )}
    </Page>
  )
}
