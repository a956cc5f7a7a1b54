import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { SwitchRow } from '../../../components/switch-row'
import { usePulledDown } from '../../../platform/scrolling'
import { rights } from '../../../texts/rights'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useFreshMe } from '../../../use-fresh-me'
import { MyPage } from '../mine'

const words = rights.consents
type Mine = OutputOf<'consents.mine'>

function Purposes({ purposes }: Pick<Mine, 'purposes'>) {
  const { send, failure, clear } = useCommand('consents.say')
  return (
    <View className="ld-stack">
      {failure && <Refused failure={failure} onAct={clear} />}
      {purposes.map(({ purpose, state }) => {
        const { title, why, without } = words.purposes[purpose]
        return (
          <Card key={purpose}>
            <SwitchRow
              title={title}
              help={words.states[state]}
              on={state === 'given'}
              onChange={(given) => send({ purpose, given })}
            />
            <View className="ld-sm">{why}</View>
            <View className="ld-sm ld-help">{without}</View>
          </Card>
        )
      })}
    </View>
  )
}

function History({ history }: Pick<Mine, 'history'>) {
  return (
    <Section title={words.history}>
      <Card>
        {history.length === 0 && <View className="ld-body ld-help">{words.none}</View>}
        {history.map(({ purpose, version, given, at }) => (
          <Cell
            key={`${purpose}-${at}-${given}`}
            icon={given ? 'check' : 'minus'}
            title={`${words.line(given)}：${words.purposes[purpose].title}`}
            help={words.version(version, at)}
          />
        ))}
      </Card>
    </Section>
  )
}

function Consents() {
  // What is taken back may be the name and the phone that other screens show.
  useFreshMe()
  const mine = useAsk('consents.mine', {})
  usePulledDown(mine.refresh)
  return (
    <View>
      <View className="ld-body">{words.lead}</View>
      <Answered ask={mine} rows={4}>
        {({ purposes, history }) => (
          <View>
            <Purposes purposes={purposes} />
            <View className="ld-sm ld-help">{words.basic}</View>
            <History history={history} />
          </View>
        )}
      </Answered>
    </View>
  )
}

/** 我同意过什么: yes and no, one tap each, on the same page. */
export default function ConsentsPage() {
  return <MyPage title={words.title}>{() => <Consents />}</MyPage>
}
