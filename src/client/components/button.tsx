import { Text, View } from '@tarojs/components'
import { pressable } from '../platform/accessible'
import styles from './button.module.scss'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

export interface AppButtonProps {
  children: string
  onPress: () => void
  /** primary: one a screen, your move. soft: in a card. line: beside a primary. cream: on a night panel. */
  kind?: 'primary' | 'soft' | 'line' | 'cream'
  size?: 'large' | 'normal' | 'small'
  icon?: IconName
  /** Takes the whole width, or its share beside another button. */
  wide?: boolean
  /** Waits for an answer: keeps its words, shows it is at work, ignores taps. */
  busy?: boolean
  /** Read instead of the words, when those alone would not say what it is about. */
  label?: string
}

/** A button that is never disabled: when something is missing, the tap is answered with the reason. */
export function AppButton({
  children,
  onPress,
  kind = 'primary',
  size = 'normal',
  icon,
  wide,
  busy = false,
  label,
}: AppButtonProps) {
  const press = () => {
    if (!busy) onPress()
  }
  const classes = [styles.button, styles[kind], styles[size], wide && styles.wide, busy && styles.busy]
  return (
    <View
      className={classes.filter(Boolean).join(' ')}
      hoverClass={styles.pressed}
      {...pressable(press, { label: label ?? children, disabled: busy })}
    >
      {icon && <Icon name={icon} size={20} />}
      <Text>{children}</Text>
      {busy && <Text className={styles.dots}>…</Text>}
    </View>
  )
}
