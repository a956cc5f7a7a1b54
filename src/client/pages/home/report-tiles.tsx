import { View } from '@tarojs/components'
import { categoryIcons } from '../../components/concern-icons'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { pressable } from '../../platform/accessible'
import { go } from '../../platform/navigate'
import { home } from '../../texts/home'
import styles from './home.module.scss'

const FIRST = ['LIGHT_MISSING', 'PARK_MESS', 'PLATE_MISSING', 'ELDER_PLACE'] as const

/** The four matters the pilot began with: one tap lands on the second step of reporting. */
export function ReportTiles() {
  return (
    <Section title={home.tiles.title} aside={home.tiles.all} onAside={() => go('report')}>
      <View className={styles.tiles}>
        {FIRST.map((category) => (
          <View
            key={category}
            className={styles.tile}
            {...pressable(() => go('report', { category }), { label: home.tiles.words[category] })}
          >
            <View className={styles.tileIcon}>
              <Icon name={categoryIcons[category]} size={28} />
            </View>
            <View className={styles.tileWords}>{home.tiles.words[category]}</View>
          </View>
        ))}
      </View>
    </Section>
  )
}
