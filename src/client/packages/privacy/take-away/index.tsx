import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { giveText } from '../../../platform/files'
import type { Failure } from '../../../platform/transport'
import { kindWords } from '../../../texts/export-fields'
import { rights } from '../../../texts/rights'
import { useCommand } from '../../../use-command'
import { MyPage } from '../mine'
import { asData, asPage, type Taken } from './file'
import { gather } from './gather'

const words = rights.takeAway

function Ready({ taken }: { taken: Taken }) {
  const [failed, setFailed] = useState(false)
  const give = async (ending: 'html' | 'json', text: string) =>
    setFailed(!(await giveText({ name: `${words.file(taken.at)}.${ending}`, text })))
  return (
    <Section title={words.ready}>
      <Notice icon="lock" title={words.care} />
      <View className="ld-stack">
        <AppButton size="large" wide icon="download" onPress={() => give('html', asPage(taken))}>
          {words.page}
        </AppButton>
        <AppButton kind="line" size="large" wide onPress={() => give('json', asData(taken))}>
          {words.data}
        </AppButton>
        {failed && <Notice urgent icon="alert" title={words.failed} />}
        <Card>
          {taken.parts.map(({ kind, count }) => (
            <Cell key={kind} title={kindWords(kind)} help={words.count(count)} />
          ))}
        </Card>
      </View>
    </Section>
  )
}

function TakeAway() {
  const [taken, setTaken] = useState<Taken>()
  const [broken, setBroken] = useState<Failure>()
  const [gathering, setGathering] = useState(false)
  const { send, sending, failure, clear } = useCommand('people.export')
  const make = async () => {
    setBroken(undefined)
    const begun = await send({})
    if (!begun.ok) return
    setGathering(true)
    const whole = await gather(begun.data)
    setGathering(false)
    if (whole.ok) setTaken(whole.data)
    else setBroken(whole.error)
  }
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.lead}</View>
      {taken && <Ready taken={taken} />}
      {failure && <Refused failure={failure} onAct={clear} />}
      {broken && <Refused failure={broken} onAct={make} />}
      <AppButton
        kind={taken ? 'line' : 'primary'}
        size="large"
        wide
        busy={sending || gathering}
        onPress={make}
      >
        {taken ? words.again : words.make}
      </AppButton>
    </View>
  )
}

/** 导出: first put together, then given as a file; WeChat hands over files only in answer to a tap. */
export default function TakeAwayPage() {
  return <MyPage title={words.title}>{() => <TakeAway />}</MyPage>
}
