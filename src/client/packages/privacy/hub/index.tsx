import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import type { IconName } from '../../../components/icon-paths'
import { Section } from '../../../components/section'
import { go, type Screen } from '../../../platform/navigate'
import { rights } from '../../../texts/rights'
import { useAsk } from '../../../use-ask'
import { ClosingNotice } from '../closing-notice'
import { MyPage } from '../mine'

const words = rights.hub

type RowName =
  | 'looks'
  | 'consents'
  | 'children'
  | 'change'
  | 'corrections'
  | 'takeAway'
  | 'notice'
  | 'closing'
const ROWS: { name: RowName; screen: Screen; icon: IconName }[] = [
  { name: 'looks', screen: 'looks', icon: 'search' },
  { name: 'consents', screen: 'consents', icon: 'check' },
  { name: 'children', screen: 'children', icon: 'home' },
  { name: 'change', screen: 'face', icon: 'me' },
  { name: 'corrections', screen: 'corrections', icon: 'refresh' },
  { name: 'takeAway', screen: 'takeAway', icon: 'download' },
  { name: 'notice', screen: 'privacy', icon: 'lock' },
  { name: 'closing', screen: 'closing', icon: 'trash' },
]

function Rows() {
  const { data } = useAsk('people.closing', {})
  return (
    <View>
      {data?.closing && <ClosingNotice eraseAt={data.closing.eraseAt} />}
      <Section title={words.lead}>
        <Card>
          {ROWS.map(({ name, screen, icon }) => (
            <Cell
              key={name}
              icon={icon}
              title={words[name]}
              help={words[`${name}Help`]}
              onPress={() => go(screen)}
            />
          ))}
        </Card>
      </Section>
    </View>
  )
}

/** 我的信息: what somebody may do with what is kept about him. */
export default function MyDataPage() {
  return <MyPage title={words.title}>{() => <Rows />}</MyPage>
}
