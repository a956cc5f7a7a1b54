import { Text, View } from '@tarojs/components'
import { CHOICES, type Choice } from '#core/council/tally'
import { Icon } from '../../../components/icon'
import { pressable, readable } from '../../../platform/accessible'
import { choiceWords, ballot as words } from '../../../texts/council'
import styles from './ballot.module.scss'

interface UnitBallotProps {
  label: string
  /** What lies in the box now, where the poll is open and something does. */
  now: Choice | null
  chosen: Choice | undefined
  onChoose: (choice: Choice) => void
}

/** One building's vote: for, against, abstain, in this order (议事规则第 11 条). */
export function UnitBallot({ label, now, chosen, onChoose }: UnitBallotProps) {
  return (
    <View className="ld-stack">
      <View className="ld-row ld-between ld-wrap">
        <View className="ld-lg">{label}</View>
        {now && <View className="ld-sm ld-help">{words.now(now)}</View>}
      </View>
      <View className={styles.choices} {...readable('radiogroup', label)}>
        {CHOICES.map((choice) => (
          <View
            key={choice}
            className={choice === chosen ? `${styles.choice} ${styles.chosen}` : styles.choice}
            {...pressable(() => onChoose(choice), {
              role: 'radio',
              label: `${label}${choiceWords[choice]}`,
              chosen: choice === chosen,
            })}
          >
            <View className={styles.mark}>{choice === chosen && <Icon name="check" size={16} />}</View>
            <Text>{choiceWords[choice]}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
