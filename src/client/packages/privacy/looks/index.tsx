import { View } from '@tarojs/components'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { doerWords, rights } from '../../../texts/rights'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { MyPage } from '../mine'

const words = rights.looks

function Looks() {
  const list = useAskPages('people.looks', {})
  const now = useNow()
  usePulledDown(list.refresh)
  return (
    <View>
      <View className="ld-body">{words.lead}</View>
      <Answered ask={list} rows={4}>
        {() => (
          <View className="ld-stack">
            {list.items.length === 0 && <Empty title={words.none} help={words.noneHelp} />}
            {list.items.map(({ id, at, by, office, what, reason, concern }) => (
              <Card key={id}>
                <Cell
                  icon="search"
                  title={`${doerWords(office, by)}${words.what(what)}`}
                  help={words.help(at, now, reason)}
                  onPress={concern ? () => go('concern', { id: concern.id }) : undefined}
                />
                {concern && <View className="ld-sm ld-help">{words.concern(concern.title)}</View>}
              </Card>
            ))}
            <MoreRows list={list} />
            {list.items.length > 0 && (
              <AppButton kind="line" wide onPress={() => go('corrections')}>
                {words.ask}
              </AppButton>
            )}
          </View>
        )}
      </Answered>
    </View>
  )
}

/** 谁看过我的信息. */
export default function LooksPage() {
  return <MyPage title={words.title}>{() => <Looks />}</MyPage>
}
