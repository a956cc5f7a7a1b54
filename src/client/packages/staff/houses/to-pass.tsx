import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { agoWords } from '../../../texts/dates'
import { houses as words } from '../../../texts/heads'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'

type Waiting = OutputOf<'notices.to_pass'>['items'][number]

function NoticeCard({ notice }: { notice: Waiting }) {
  const { send, sending, failure, clear } = useCommand('notices.pass_on')
  const now = useNow()
  const { id, buildingId, title, words: said, by, at } = notice
  return (
    <Card>
      <View className="ld-lg">{title}</View>
      <View className="ld-sm ld-help">{words.from(by, agoWords(at, now))}</View>
      <View className="ld-body">{said}</View>
      <AppButton
        kind="soft"
        wide
        busy={sending}
        label={`${words.passed}，${title}`}
        onPress={() => send({ id, buildingId })}
      >
        {words.passed}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </Card>
  )
}

/** 传通知: read, told to every flat of this house, and said so. */
export function ToPass({ buildingId }: { buildingId: string }) {
  const waiting = useAsk('notices.to_pass', {})
  return (
    <Section title={words.pass}>
      <Answered ask={waiting} rows={1}>
        {({ items }) => {
          const here = items.filter((one) => one.buildingId === buildingId)
          if (here.length === 0) {
            return (
              <Card>
                <View className="ld-body ld-help">{words.nothing}</View>
              </Card>
            )
          }
          return (
            <View className="ld-stack">
              {here.map((notice) => (
                <NoticeCard key={notice.id} notice={notice} />
              ))}
            </View>
          )
        }}
      </Answered>
    </Section>
  )
}
