import { Text, View } from '@tarojs/components'
import { pressable } from '../../platform/accessible'
import { agoWords } from '../../texts/dates'
import { inbox, type Message, messageWords } from '../../texts/inbox'
import styles from './inbox.module.scss'

interface MessageRowProps {
  message: Message
  now: number
  onOpen: () => void
}

/** What happened first, to which matter second; a dot and a word while it is unread. */
export function MessageRow({ message, now, onOpen }: MessageRowProps) {
  const unread = message.readAt === null
  const words = messageWords(message, now)
  const ago = agoWords(message.at, now)
  const label = [unread && inbox.unread, words, message.title, ago].filter(Boolean).join('，')
  return (
    <View className={styles.row} {...pressable(onOpen, { role: 'link', label })}>
      <View className={unread ? `${styles.dot} ${styles.unread}` : styles.dot} />
      <View className="ld-grow">
        <View className={styles.top}>
          <Text className={unread ? 'ld-md ld-bold ld-grow' : 'ld-md ld-grow'}>{words}</Text>
          <Text className={styles.ago}>{ago}</Text>
        </View>
        <View className="ld-sm ld-help">{message.title}</View>
        {message.note && <View className={styles.note}>{message.note}</View>}
      </View>
    </View>
  )
}
