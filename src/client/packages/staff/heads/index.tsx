import { View } from '@tarojs/components'
import { useState } from 'react'
import { ancestorAt } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
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

/** The grid over which this person's office lets him see who heads what. */
function useOffice(): { gridPath: string; role: Role } | undefined {
  const offices = useSession((session) => session.me?.offices)
  const office = offices?.find(({ role }) => reachOf('head.read', role) !== undefined)
  return office && { gridPath: ancestorAt(office.gridPath, 2), role: office.role }
}

/** 楼栋长: who is in office, posted or to come, in this person's grids. */
export default function HeadsPage() {
  const office = useOffice()
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState(false)
  const mayPropose = office !== undefined && reachOf('head.nominate', office.role) !== undefined
  const foot = mayPropose ? (
    <AppButton wide onPress={() => setAsking(true)}>
      {words.propose}
    </AppButton>
  ) : undefined
  return (
    <Page title={words.title} foot={foot}>
      {!office && <Refused failure={{ code: 'FORBIDDEN' }} onAct={() => go('home')} />}
      {sent && <Notice icon="checkc" title={words.sent} />}
      {office && <HeadsOf gridPath={office.gridPath} />}
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
