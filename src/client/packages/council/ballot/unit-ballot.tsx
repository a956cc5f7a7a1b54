import { Text, View } from '@tarojs/components'
import type { Said } from '#core/council/paper'
import { CHOICES, type Choice } from '#core/council/tally'
import { Icon } from '../../../components/icon'
import { pressable, readable } from '../../../platform/accessible'
import { choiceWords, ballot as words } from '../../../texts/council'
import styles from './ballot.module.scss'
import { PaperBallot, type PaperView } from './paper-ballot'

interface OneBallotProps {
  label: string
  slate: PaperView | null
  /** What lies in the box now, where the poll is open and something does. */
  now: Said | null
  chosen: Said | undefined
  onChoose: (said: Said) => void
}

/** One building's ballot: a paper with names, or one of three choices. */
export function OneBallot({ label, slate, now, chosen, onChoose }: OneBallotProps) {
  if (slate) {
    const names = typeof chosen === 'string' ? undefined : chosen
    return <PaperBallot label={label} slate={slate} now={now} chosen={names} onChoose={onChoose} />
  }
  return (
    <UnitBallot
      label={label}
      now={typeof now === 'string' ? now : null}
      chosen={typeof chosen === 'string' ? chosen : undefined}
      onChoose={onChoose}
    />
  )
}

interface UnitBallotProps {
  label: string
  now: Choice | null
  chosen: Choice | undefined
  onChoose: (choice: Choice) => void
}

/** For, against, abstain, in this order (议事规则第 11 条). */
export function UnitBallot({ label, now, chosen, onChoose }: UnitBallotProps) {
  return (
    <View className="ld-stack">
      <View className="ld-row ld-between ld-wrap">
        <View className="ld-lg">{label}</View>
        {now && <View className="ld-sm ld-help">{words.now(choiceWords[now])}</View>}
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
