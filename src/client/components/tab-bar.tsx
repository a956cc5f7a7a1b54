import { Text, View } from '@tarojs/components'
import { pressable, readable } from '../platform/accessible'
import { go, type Screen } from '../platform/navigate'
import { useLook } from '../stores/look'
import { useSession } from '../stores/session'
import { common } from '../texts/common'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import styles from './tab-bar.module.scss'

export type TabName = 'home' | 'concerns' | 'inbox' | 'me'

interface Slot {
  screen: Screen & keyof typeof common.tabs
  icon: IconName
}

const NORMAL: Slot[] = [
  { screen: 'home', icon: 'home' },
  { screen: 'concerns', icon: 'list' },
  { screen: 'report', icon: 'report' },
  { screen: 'inbox', icon: 'bell' },
  { screen: 'me', icon: 'me' },
]
const ELDER: Slot[] = [
  { screen: 'home', icon: 'home' },
  { screen: 'report', icon: 'report' },
  { screen: 'mine', icon: 'list' },
  { screen: 'me', icon: 'me' },
]

const open = (screen: Screen, now: TabName) => () => {
  if (screen !== now) go(screen)
}

function Tab({ slot, now, unread }: { slot: Slot; now: TabName; unread: number }) {
  const here = slot.screen === now
  const words = common.tabs[slot.screen]
  const label = unread > 0 ? `${words}，${common.unread(unread)}` : words
  return (
    <View
      className={`${styles.tab} ${here ? styles.here : ''}`}
      {...pressable(open(slot.screen, now), { role: 'tab', label, chosen: here })}
    >
      <Icon name={slot.icon} />
      <Text className={styles.words}>{words}</Text>
      {unread > 0 && <Text className={styles.badge}>{unread > 99 ? '99+' : unread}</Text>}
    </View>
  )
}

function ReportButton({ slot, now }: { slot: Slot; now: TabName }) {
  return (
    <View
      className={`${styles.tab} ${styles.report}`}
      {...pressable(open(slot.screen, now), { role: 'tab', label: common.tabs.report, chosen: false })}
    >
      <View className={styles.round}>
        <Icon name={slot.icon} size={28} />
      </View>
      <Text className={styles.words}>{common.tabs.report}</Text>
    </View>
  )
}

/** 反映 is a button over any tab; 长辈版 has four larger slots and no round one. */
export function TabBar({ now }: { now: TabName }) {
  const elder = useLook((look) => look.mode === 'elder')
  const unread = useSession((session) => session.me?.unread ?? 0)
  return (
    <View className={styles.bar} {...readable('tablist', common.tabBar)}>
      <View className={styles.row}>
        {(elder ? ELDER : NORMAL).map((slot) =>
          slot.screen === 'report' && !elder ? (
            <ReportButton key={slot.screen} slot={slot} now={now} />
          ) : (
            <Tab key={slot.screen} slot={slot} now={now} unread={slot.screen === 'inbox' ? unread : 0} />
          ),
        )}
      </View>
    </View>
  )
}
