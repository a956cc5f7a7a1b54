import { Text, View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import styles from './tag.module.scss'

export interface TagProps {
  words: string
  /** soon and over speak of time or danger; mine is yours; lit means somebody answered. */
  tone?: 'quiet' | 'soon' | 'over' | 'mine' | 'lit'
  icon?: IconName
}

export function Tag({ words, tone = 'quiet', icon }: TagProps) {
  return (
    <View className={`${styles.tag} ${styles[tone]}`}>
      {icon && <Icon name={icon} size={16} />}
      <Text>{words}</Text>
    </View>
  )
}
