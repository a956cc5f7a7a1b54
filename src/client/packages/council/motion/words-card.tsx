import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { endingWords, moneyWords, neededOf, ruleWords, motion as words } from '../../../texts/council'
import { motionStateWords } from '../../../texts/motion-states'
import { MotionLadder } from './ladder'
import { type MotionView, placeOf } from './motion-view'

/** Where it stands, and what it takes in words and exact numbers. */
export function HeadCard({ motion }: { motion: MotionView }) {
  const state = motion.ending ? endingWords[motion.ending] : motionStateWords[motion.state]
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-row ld-between ld-wrap">
          <Tag words={state} tone="mine" />
          <View className="ld-sm ld-help">{words.no(motion.no, motion.proposer)}</View>
        </View>
        <View className="ld-xl">{motion.title}</View>
        <MotionLadder place={placeOf(motion)} />
        {motion.note && <View className="ld-body">{`${words.note}：${motion.note}`}</View>}
        <View className="ld-sm">{`${ruleWords[motion.rule]}，${neededOf(motion)}`}</View>
      </View>
    </Card>
  )
}

function Fact({ label, said }: { label: string; said: string }) {
  return (
    <View className="ld-row ld-top">
      <View className="ld-sm ld-help">{label}</View>
      <View className="ld-body ld-grow">{said}</View>
    </View>
  )
}

/** What is moved: what, who, by when, for how much; its versions, and the concern it came from. */
export function WordsCard({ motion }: { motion: MotionView }) {
  const { concern, versions } = motion
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-body">{motion.text}</View>
        <Fact label={words.who} said={motion.who} />
        <Fact label={words.byWhen} said={words.until(motion.byWhen)} />
        <Fact label={words.cost} said={moneyWords(motion.costFen)} />
        {versions.slice(1).map(({ at, changed }, n) => (
          <View key={at} className="ld-sm ld-help">
            {words.changed(n + 2, changed)}
          </View>
        ))}
        {concern && (
          <Cell
            icon="flag"
            title={concern.title}
            help={words.concern}
            onPress={() => go('concern', { id: concern.id })}
          />
        )}
      </View>
    </Card>
  )
}
