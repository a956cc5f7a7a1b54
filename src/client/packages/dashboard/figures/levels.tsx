import { View } from '@tarojs/components'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Section } from '../../../components/section'
import { readable } from '../../../platform/accessible'
import { levelWords, dashboard as words } from '../../../texts/dashboard'
import { useAsk } from '../../../use-ask'
import styles from './figures.module.scss'
import { shareSaid } from './tile'

const STEPS = ['3', '2', '1', '0', 'outside', 'OTHER']

/** 小事不出网格，大事不出街道: one bar of all that was closed, and the same in words. */
export function Levels({ gridPath }: { gridPath: string }) {
  const asked = useAsk('dashboard.figure', { figure: 'levels', gridPath })
  return (
    <Section title={words.levels}>
      <Answered ask={asked} rows={2}>
        {({ shares, counts }) => {
          const [inGrid, inStreet] = shares
          const steps = STEPS.flatMap((key) => counts.filter((one) => one.key === key))
          if (!inGrid || !inStreet || steps.length === 0)
            return <View className="ld-body ld-help">{words.nothing}</View>
          const said = words.levelsSaid(shareSaid(inGrid), shareSaid(inStreet))
          return (
            <Card>
              <View className={styles.stacked} {...readable('img', said)}>
                {steps.map(({ key, n }) => (
                  <View key={key} className={styles[`level${key}`]} style={{ flexGrow: n }} />
                ))}
              </View>
              <View className={styles.legend}>
                {steps.map(({ key, n }) => (
                  <View key={key} className={styles.key}>
                    <View className={`${styles.dot} ${styles[`level${key}`]}`} />
                    <View className="ld-sm">{`${levelWords[key]}${words.pieces(n)}`}</View>
                  </View>
                ))}
              </View>
              <View className="ld-body">{said}</View>
            </Card>
          )
        }}
      </Answered>
    </Section>
  )
}
