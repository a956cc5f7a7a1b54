import { View } from '@tarojs/components'
import { AppButton } from '../../components/button'
import { Card } from '../../components/card'
import { Face } from '../../components/face'
import { Tag } from '../../components/tag'
import { go } from '../../platform/navigate'
import type { Me } from '../../stores/session'
import { roleWords, me as words } from '../../texts/me'
import styles from './me.module.scss'

/** The same office over several buildings is one office to its holder. */
const officesOf = ({ offices }: Me): string[] => [
  ...new Set(offices.map(({ role, gridName }) => words.office(roleWords[role], gridName))),
]

export function Who({ me }: { me: Me }) {
  const facts = [me.home && words.live(me.home.label), me.home && words.standing(me.home.confirmed)]
  return (
    <Card>
      <View className={styles.who}>
        <Face url={me.avatar?.url} />
        <View className="ld-grow">
          <View className="ld-xl">{me.name}</View>
          <View className="ld-body ld-help">{facts.filter(Boolean).join('，')}</View>
        </View>
        <AppButton kind="soft" size="small" label={words.face.open} onPress={() => go('face')}>
          {words.face.change}
        </AppButton>
      </View>
      {me.offices.length > 0 && (
        <View className={styles.offices}>
          {officesOf(me).map((office) => (
            <Tag key={office} words={office} tone="mine" />
          ))}
        </View>
      )}
    </Card>
  )
}

export function Guest() {
  return (
    <Card>
      <View className="ld-lg">{words.guest.title}</View>
      <View className={styles.guestHelp}>{words.guest.help}</View>
      <AppButton wide onPress={() => go('signIn')}>
        {words.guest.button}
      </AppButton>
    </Card>
  )
}
