import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Section } from '../../../components/section'
import { pressable } from '../../../platform/accessible'
import { go } from '../../../platform/navigate'
import { itemWords, room as words } from '../../../texts/meetings'
import styles from './meeting.module.scss'
import type { Room } from './use-live'

/** What is talked about, in the order of the notice; the one before the room has the lamp. */
export function Agenda({ agenda }: Pick<Room, 'agenda'>) {
  return (
    <Section title={words.agenda}>
      <Card>
        {agenda.map((item) => {
          const { place, title, motionId, state } = item
          const open = motionId
            ? pressable(() => go('motion', { id: motionId }), { label: `${title}，${itemWords(item)}` })
            : {}
          return (
            <View key={place} className={`ld-row ld-between ${styles.line}`} {...open}>
              <View className="ld-row ld-grow">
                <View className={`${styles.place} ${state === 'on_floor' ? styles.lit : ''}`}>
                  {state === 'voted' || state === 'done' ? <Icon name="check" size={16} /> : String(place)}
                </View>
                <View className={state === 'on_floor' ? 'ld-md ld-bold' : 'ld-body'}>{title}</View>
              </View>
              <View className="ld-sm ld-help">{itemWords(item)}</View>
            </View>
          )
        })}
      </Card>
    </Section>
  )
}
