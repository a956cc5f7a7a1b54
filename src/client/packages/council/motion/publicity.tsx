import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Section } from '../../../components/section'
import { motion as words } from '../../../texts/council'
import type { MotionView } from './motion-view'

/** 公示: until when, which houses object and why, and how many it takes. */
export function Publicity({ motion, now }: { motion: MotionView; now: number }) {
  const { publicity } = motion
  if (!publicity) return null
  const { objections, needed, until } = publicity
  return (
    <Section title={words.publicity} aside={words.publicUntil(until, now)}>
      <Card>
        <View className="ld-tight">
          <View className="ld-md">{words.objections(objections.length, needed, motion.unitKind)}</View>
          {objections.map(({ unitId, label, words: said }) => (
            <View key={unitId} className="ld-body">{`${label}：${said}`}</View>
          ))}
        </View>
      </Card>
    </Section>
  )
}
