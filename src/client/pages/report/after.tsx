import { Text, View } from '@tarojs/components'
import { categoryOf } from '#core/concerns/category'
import { Icon } from '../../components/icon'
import { Notice } from '../../components/notice'
import { readable } from '../../platform/accessible'
import { titleOf } from '../../report-title'
import type { Receipt, Writing } from '../../stores/draft'
import { kindOf, type Tile } from '../../texts/categories'
import { momentWords } from '../../texts/dates'
import { promiseWords, report } from '../../texts/report'
import { useNow } from '../../use-now'
import styles from './report.module.scss'

interface StateProps {
  icon: 'check' | 'wifi' | 'clock' | 'up'
  lit?: boolean
  title: string
  help?: string
}

function State({ icon, lit, title, help }: StateProps) {
  return (
    <View className={styles.state} {...readable('status')}>
      <View className={`${styles.mark} ${lit ? styles.lit : ''}`}>
        <Icon name={icon} size={32} />
      </View>
      <View className="ld-xl">{title}</View>
      {help && <View className="ld-body">{help}</View>}
    </View>
  )
}

function Fact({ name, words }: { name: string; words: string }) {
  return (
    <View className={styles.fact}>
      <Text className="ld-body ld-help">{name}</Text>
      <Text className="ld-md">{words}</Text>
    </View>
  )
}

interface DoneProps {
  tile: Tile
  writing: Writing
  /** Missing when the server only said that it has it already. */
  receipt: Receipt | undefined
}

/** Somebody answered: the lamp is lit, with the promise that was made and until when. */
export function Done({ tile, writing, receipt }: DoneProps) {
  const now = useNow()
  const { done } = report
  if (!receipt) return <State icon="check" lit title={done.already} />
  const promise = promiseWords(categoryOf(kindOf(tile, writing.kind).code).contact)
  return (
    <View>
      <State icon="check" lit title={done.title(promise)} />
      <View className={styles.facts}>
        <Fact name={done.what} words={titleOf(writing)} />
        <Fact name={done.number} words={receipt.no} />
        <Fact name={done.deadline} words={momentWords(receipt.contactDueAt, now)} />
      </View>
      {receipt.held && (
        <View className={styles.below}>
          <Notice icon="clock" title={done.held} help={done.heldHelp} />
        </View>
      )}
    </View>
  )
}

/** 没网，先替您存着: kept on the phone, and handed over by itself. */
export function OnItsWay({ online, rests }: { online: boolean; rests: number }) {
  const { waiting } = report
  const [title, help] = online
    ? rests > 0
      ? [waiting.later, waiting.laterHelp]
      : [waiting.sending, waiting.sendingHelp]
    : [waiting.offline, waiting.offlineHelp]
  return (
    <View>
      <State icon={online ? 'clock' : 'wifi'} title={title} help={help} />
      <View className={`${styles.note} ${styles.state}`}>{waiting.remains}</View>
    </View>
  )
}
