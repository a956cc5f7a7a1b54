import { View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { pressable } from '../../platform/accessible'
import { go } from '../../platform/navigate'
import { FIRST_TILES } from '../../texts/categories'
import { home } from '../../texts/home'
import styles from './home.module.scss'

/** The four matters the pilot began with: one tap lands on the second step of reporting. */
export function ReportTiles() {
  return (
    <Section title={home.tiles.title} aside={home.tiles.all} onAside={() => go('report')}>
      <View className={styles.tiles}>
        {FIRST_TILES.map(({ key, name, icon, kinds }) => (
          <View
            key={key}
            className={styles.tile}
            {...pressable(() => go('report', { category: kinds[0].code }), { label: name })}
          >
            <View className={styles.tileIcon}>
              <Icon name={icon} size={28} />
            </View>
            <View className={styles.tileWords}>{name}</View>
          </View>
        ))}
      </View>
    </Section>
  )
}
