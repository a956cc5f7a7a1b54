import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { Segmented } from '../../../components/segmented'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { neededWords, ruleWords, standsWords, statutoryWords, council as words } from '../../../texts/council'
import { electionProposal } from '../../../texts/elections'
import { meetings as meetingWords } from '../../../texts/meetings'
import { struckWhy } from '../../../texts/units'
import { useAsk, useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { MotionRow } from './motion-row'
import { Projects } from './projects'
import { Receipts } from './receipts'

type Council = NonNullable<OutputOf<'councils.show'>['council']>
type Show = 'open' | 'done'

function Motions({ councilId, show }: { councilId: string; show: Show }) {
  const now = useNow()
  const list = useAskPages('motions.list', { councilId, show })
  usePulledDown(list.refresh)
  return (
    <Answered ask={list} rows={4}>
      {() => (
        <View className="ld-stack">
          {list.items.length === 0 && <Empty title={words.empty[show]} help={words.emptyHelp} />}
          {list.items.map((row) => (
            <MotionRow key={row.id} row={row} now={now} />
          ))}
          <MoreRows list={list} />
        </View>
      )}
    </Answered>
  )
}

/** Who leads, and what it takes in exact numbers. */
function About({ council }: { council: Council }) {
  return (
    <Section title={words.rules} aside={words.units(council.units, council.represented, council.unitKind)}>
      <Card>
        <View className="ld-tight">
          <View className="ld-sm ld-help">{words.lead(council.chair, council.secretary)}</View>
          {council.rules.map(({ rule, needed }) => (
            <View key={rule} className="ld-body">
              {`${ruleWords[rule]}：${neededWords({ rule, kind: council.unitKind, units: council.units, needed })}`}
            </View>
          ))}
          <View className="ld-sm ld-help">{words.off}</View>
          {council.statutes.map((one) => (
            <View key={one.rule} className="ld-sm ld-help">
              {`${statutoryWords[one.rule]}（${standsWords(one, council.unitKind)}）`}
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}

function CouncilView({ council }: { council: Council }) {
  const [show, setShow] = useState<Show>('open')
  const isIn = useSession(({ token }) => token !== undefined)
  const said = words.shows(council.open, council.done)
  const choices = (['open', 'done'] as const).map((value) => ({ value, words: said[value] }))
  return (
    <View className="ld-stack">
      <View className="ld-md">{council.name}</View>
      {council.struck.map(({ label, reason, struckAt }) => (
        <Notice
          key={`${label}-${struckAt}`}
          icon="alert"
          title={words.struck(label)}
          help={struckWhy(reason, struckAt)}
        />
      ))}
      <Card>
        <Cell
          icon="users"
          title={meetingWords.title}
          help={meetingWords.entry}
          onPress={() => go('meetings', { council: council.id })}
        />
      </Card>
      <Segmented label={words.filter} choices={choices} value={show} onChoose={setShow} />
      <Motions key={show} councilId={council.id} show={show} />
      <Projects councilId={council.id} />
      {council.mayPropose && (
        <AppButton kind="line" wide onPress={() => go('proposeElection', { council: council.id })}>
          {electionProposal.entry}
        </AppButton>
      )}
      {isIn && <Receipts />}
      <About council={council} />
      {council.others.length > 0 && (
        <Section title={words.others}>
          <Card>
            {council.others.map(({ id, name }) => (
              <Cell key={id} icon="users" title={name} onPress={() => go('council', { id })} />
            ))}
          </Card>
        </Section>
      )}
    </View>
  )
}

/** 议事会: what is talked about, what is voted on, what came of it. */
export default function CouncilPage() {
  const { id } = useRouter().params
  const asked = useAsk('councils.show', id ? { councilId: id } : {})
  const council = asked.data?.council
  const propose = (
    <AppButton wide onPress={() => go('propose', { council: council?.id })}>
      {words.propose}
    </AppButton>
  )
  return (
    <Page title={words.title} foot={council?.mayPropose && propose}>
      <Answered ask={asked} rows={5}>
        {(found) =>
          found.council ? (
            <CouncilView council={found.council} />
          ) : (
            <Empty title={words.none.title} help={words.none.help} />
          )
        }
      </Answered>
    </Page>
  )
}
