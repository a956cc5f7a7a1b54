import { View } from '@tarojs/components'
import { PERSONAL_DATA } from '#core/people/personal-data'
import type { Erasure, Kept } from '#core/people/personal-data-row'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { notice as words } from '../../../texts/privacy'
import styles from './notice.module.scss'

const keptWords = (kept: Kept): string =>
  typeof kept === 'string' ? words.kept[kept] : words.days(kept.days)

const goneWords = (erasure: Erasure): string =>
  erasure.how === 'erase' ? words.gone.erase : `${words.gone[erasure.how]}：${words.why[erasure.why]}`

function Fact({ name, words: said }: { name: string; words: string }) {
  return (
    <View className={styles.fact}>
      <View className={`ld-sm ld-help ${styles.name}`}>{name}</View>
      <View className="ld-sm ld-grow">{said}</View>
    </View>
  )
}

/** 隐私说明: what is collected, why, for how long, who sees it; one card for each line of the catalogue. */
export default function PrivacyNotice() {
  return (
    <Page title={words.title}>
      <View className="ld-body">{words.lead}</View>
      <Section title={words.dataTitle}>
        {PERSONAL_DATA.map(({ kind, basis, kept, seenBy, shown, erasure }) => (
          <Card key={kind}>
            <View className="ld-md ld-bold">{words.data[kind].what}</View>
            <View className="ld-body">{words.data[kind].why}</View>
            <Fact name={words.basisTitle} words={words.basis[basis]} />
            <Fact name={words.keptTitle} words={keptWords(kept)} />
            <Fact name={words.seenTitle} words={words.seen[seenBy]} />
            <Fact name={words.shownTitle} words={words.shown[shown]} />
            <Fact name={words.goneTitle} words={goneWords(erasure)} />
          </Card>
        ))}
      </Section>
      <Notice icon="lock" title={words.lockTitle} help={words.lock} />
      <View className={`ld-body ${styles.ask}`}>{words.ask}</View>
    </Page>
  )
}
