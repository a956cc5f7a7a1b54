import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { go } from '../../../platform/navigate'
import { rights } from '../../../texts/rights'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { ClosingNotice } from '../closing-notice'
import { MyPage } from '../mine'

const words = rights.closing
type Closing = OutputOf<'people.closing'>

function Duties({ duties: { offices, handovers } }: Pick<Closing, 'duties'>) {
  return (
    <Card>
      <View className="ld-md ld-bold">{words.duties}</View>
      {offices > 0 && <View className="ld-body">{words.offices(offices)}</View>}
      {handovers > 0 && <View className="ld-body">{words.handovers(handovers)}</View>}
      <AppButton kind="soft" wide onPress={() => go('houses')}>
        {words.houses}
      </AppButton>
    </Card>
  )
}

function Ask({ days }: Pick<Closing, 'days'>) {
  const [sure, setSure] = useState(false)
  const { send, sending, failure, clear } = useCommand('people.closeAccount')
  const press = async () => {
    await send({})
    setSure(false)
  }
  return (
    <View className="ld-stack">
      {failure && <Refused failure={failure} onAct={clear} />}
      <AppButton kind="line" size="large" wide onPress={() => setSure(true)}>
        {words.ask}
      </AppButton>
      <Sheet
        id="close-account"
        title={words.sure.title}
        open={sure}
        onClose={() => setSure(false)}
        act={{ words: words.sure.yes, onPress: press, busy: sending }}
      >
        <View className="ld-body">{words.sure.help(days)}</View>
      </Sheet>
    </View>
  )
}

function WhatHappens({ days }: Pick<Closing, 'days'>) {
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.lead(days)}</View>
      <Notice icon="trash" title={words.goes} help={words.goesList} />
      <Notice icon="doc" title={words.stays} help={words.staysList} />
    </View>
  )
}

function CloseAccount() {
  const asked = useAsk('people.closing', {})
  return (
    <Answered ask={asked} rows={3}>
      {({ closing, duties, days }) => (
        <View className="ld-stack">
          {closing && <ClosingNotice eraseAt={closing.eraseAt} />}
          <WhatHappens days={days} />
          {duties.offices + duties.handovers > 0 && <Duties duties={duties} />}
          {!closing && duties.offices + duties.handovers === 0 && <Ask days={days} />}
        </View>
      )}
    </Answered>
  )
}

/** 注销帐号. */
export default function ClosingPage() {
  return <MyPage title={words.title}>{() => <CloseAccount />}</MyPage>
}
