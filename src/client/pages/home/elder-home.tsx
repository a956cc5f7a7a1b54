import { Text, View } from '@tarojs/components'
import { AppButton } from '../../components/button'
import { Card } from '../../components/card'
import { Icon } from '../../components/icon'
import { pressable } from '../../platform/accessible'
import { go } from '../../platform/navigate'
import { home } from '../../texts/home'
import styles from './elder-home.module.scss'
import type { HomeAnswer } from './home-answer'

interface ElderHomeProps {
  shown: HomeAnswer
  unread: number
  onSee: () => void
}

function Say() {
  const label = `${home.tiles.title}，${home.tiles.help}`
  return (
    <View className={styles.say} {...pressable(() => go('report'), { label })}>
      <View className={styles.round}>
        <Icon name="report" size={32} />
      </View>
      <View className="ld-grow">
        <View className={styles.big}>{home.tiles.title}</View>
        <View className={styles.help}>{home.tiles.help}</View>
      </View>
    </View>
  )
}

interface BlockProps {
  title: string
  help?: string
  button: string
  onPress: () => void
}

function Block({ title, help, button, onPress }: BlockProps) {
  return (
    <Card>
      <View className="ld-lg">{title}</View>
      {help && <View className="ld-sm ld-help">{help}</View>}
      <View className={styles.act}>
        <AppButton kind="soft" size="large" wide onPress={onPress} label={`${button}，${title}`}>
          {button}
        </AppButton>
      </View>
    </Card>
  )
}

function Night({ shown, onSee }: Pick<ElderHomeProps, 'shown' | 'onSee'>) {
  const { closedThisMonth: done, open, overdue } = shown
  return (
    <Card kind="night">
      <View className={styles.nightTitle}>{home.night.elderTitle}</View>
      <View>
        <Text className={styles.number}>{done}</Text>
        <Text>{home.night.doneUnit}</Text>
      </View>
      <View className={styles.quiet}>{home.night.rest(open, overdue)}</View>
      <View className={styles.act}>
        <AppButton kind="cream" size="large" wide onPress={onSee}>
          {home.night.elderSee}
        </AppButton>
      </View>
    </Card>
  )
}

/** 长辈版: at most four blocks, one thing to do in each. */
export function ElderHome({ shown, unread, onSee }: ElderHomeProps) {
  const waiting = shown.mine.find((row) => row.waitsForMe)
  return (
    <View className={styles.blocks}>
      <Say />
      {waiting && (
        <Block
          title={waiting.title}
          help={home.mine.waits}
          button={home.mine.look}
          onPress={() => go('concern', { id: waiting.id })}
        />
      )}
      <Night shown={shown} onSee={onSee} />
      {unread > 0 && (
        <Block title={home.messages.title(unread)} button={home.messages.look} onPress={() => go('inbox')} />
      )}
    </View>
  )
}
