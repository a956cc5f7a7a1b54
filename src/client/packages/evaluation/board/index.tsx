import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import type { SubjectKind } from '#core/evaluation/formula'
import { LIFE_STATES } from '#core/evaluation/life'
import { lastPeriodAt } from '#core/evaluation/period'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { readable } from '../../../platform/accessible'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { leftWords } from '../../../texts/dates'
import { list, monthWords, stateWords, board as words } from '../../../texts/evaluation'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import { officeFor } from '../use-place'
import { Adjustments } from './adjustments'

type Told = OutputOf<'scores.board'>

interface MonthProps {
  told: Told
  kind: SubjectKind
  gridPath: string
  onSaid: (words: string) => void
}

/** 确认 and 公布 take all that are ready; whoever answered an appeal leaves that card to a colleague. */
function Deeds({ told, kind, gridPath, onSaid }: MonthProps) {
  const month = { kind, gridPath, period: told.period }
  const confirm = useCommand('scores.confirm')
  const publish = useCommand('scores.publish')
  const compute = useCommand('scores.compute')
  const failure = confirm.failure ?? publish.failure ?? compute.failure
  const step = async ({ send }: typeof confirm | typeof publish) => {
    const answer = await send(month)
    if (answer.ok) onSaid(words.done(answer.data.done, answer.data.left))
  }
  const start = async () => {
    const answer = await compute.send({ period: lastPeriodAt(Date.now()) })
    if (answer.ok) onSaid(words.computed(answer.data.computed))
  }
  return (
    <View className="ld-stack">
      {told.may.includes('confirm') && told.ready > 0 && (
        <AppButton wide busy={confirm.sending} onPress={() => step(confirm)}>
          {words.confirm}
        </AppButton>
      )}
      {told.may.includes('confirm') && told.states.confirmed > 0 && (
        <AppButton wide kind="soft" busy={publish.sending} onPress={() => step(publish)}>
          {words.publish}
        </AppButton>
      )}
      {told.may.includes('compute') && told.missing && (
        <AppButton wide kind="line" busy={compute.sending} onPress={start}>
          {words.compute}
        </AppButton>
      )}
      {failure && <Refused failure={failure} />}
    </View>
  )
}

function Progress(props: MonthProps) {
  const { states, ready } = props.told
  return (
    <Section title={words.progress}>
      <Card>
        {LIFE_STATES.map((state) => (
          <Cell key={state} title={stateWords[state]} end={words.counted(states[state])} />
        ))}
        <View className="ld-body ld-help">{words.ready(ready)}</View>
        <Deeds {...props} />
      </Card>
    </Section>
  )
}

const whose = ({ label, name }: { label: string; name: string | null }) =>
  name ? `${label}，${name}` : label

function Waiting({ told }: { told: Told }) {
  const now = useNow()
  return (
    <>
      <Section title={words.appeals}>
        <Card>
          {told.appeals.length === 0 && <View className="ld-body ld-help">{words.none}</View>}
          {told.appeals.map((one) => (
            <Cell
              key={`${one.lifeId}${one.dueAt}`}
              icon="flag"
              title={whose(one)}
              help={leftWords(one.dueAt, now)}
              onPress={() => go('scoreCard', { id: one.lifeId })}
            />
          ))}
        </Card>
      </Section>
      {told.talks.length > 0 && (
        <Section title={words.talks}>
          <Card>
            {told.talks.map((one) => (
              <Cell
                key={one.lifeId}
                icon="users"
                title={whose(one)}
                onPress={() => go('scoreCard', { id: one.lifeId })}
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}

function BoardOf({ kind, gridPath }: { kind: SubjectKind; gridPath: string }) {
  const [period, setPeriod] = useState<string | null>(null)
  const [said, setSaid] = useState<string>()
  const board = useAsk('scores.board', { kind, gridPath, period })
  usePulledDown(board.refresh)
  return (
    <Answered ask={board} rows={6}>
      {(told) => (
        <View>
          {said && <Notice icon="checkc" title={said} />}
          <View className="ld-row ld-wrap" {...readable('group', list.month)}>
            {told.periods.map((one) => (
              <Chip
                key={one}
                words={monthWords(one)}
                chosen={one === told.period}
                onPress={() => setPeriod(one)}
              />
            ))}
          </View>
          <Progress told={told} kind={kind} gridPath={gridPath} onSaid={setSaid} />
          <Waiting told={told} />
          {kind === 'head' && <Adjustments told={told} />}
        </View>
      )}
    </Answered>
  )
}

/** 办考评: the community for heads, the street for grids. */
export default function ScoreBoardPage() {
  const kind: SubjectKind = useRouter().params.kind === 'grid' ? 'grid' : 'head'
  const me = useSession((session) => session.me)
  const office = officeFor(me, 'score.confirm')
  return (
    <Page title={words.titles[kind]}>
      {!office && <Refused failure={{ code: me ? 'FORBIDDEN' : 'NOT_AUTHENTICATED' }} />}
      {office && <BoardOf kind={kind} gridPath={office.gridPath} />}
    </Page>
  )
}
