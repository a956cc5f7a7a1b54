import { View } from '@tarojs/components'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { hours as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import styles from './hours.module.scss'

/** 积分: beside the hours, never made of them, and good for a small thing. */
export function Points() {
  const asked = useAsk('points.mine', {})
  const { send, sending, failure, clear } = useCommand('points.exchange')
  return (
    <Section title={words.points}>
      <Answered ask={asked} rows={2}>
        {({ balance, entries, rewards }) => (
          <View className="ld-stack">
            <View className="ld-body">{words.balance(balance)}</View>
            <View className="ld-sm ld-help">{words.rules}</View>
            {rewards.length > 0 && (
              <Card>
                <View className="ld-md">{words.rewards}</View>
                {rewards.map(({ id, title, cost, stock }) => (
                  <View key={id} className={`ld-row ld-between ld-wrap ${styles.entry}`}>
                    <View className="ld-grow">
                      <View className="ld-md">{title}</View>
                      <View className="ld-sm ld-help">{words.cost(cost, stock)}</View>
                    </View>
                    <AppButton
                      kind="soft"
                      size="small"
                      busy={sending}
                      label={`${title}，${words.exchange}`}
                      onPress={() => send({ rewardId: id })}
                    >
                      {words.exchange}
                    </AppButton>
                  </View>
                ))}
              </Card>
            )}
            {failure && <Refused failure={failure} onAct={clear} />}
            {entries.map(({ id, reason, points, title }) => (
              <View key={id} className="ld-row ld-between ld-wrap ld-sm">
                <View>{`${words.pointWords[reason]}${title}`}</View>
                <View>{points > 0 ? `+${points}` : `−${-points}`}</View>
              </View>
            ))}
          </View>
        )}
      </Answered>
    </Section>
  )
}
