import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { election as words } from '../../../texts/elections'
import { useCommand } from '../../../use-command'
import type { Electing } from './election-view'

/** 抽签: who drew it and how, whom it fell on, and who watched. */
export function Lot({ motion, now }: { motion: Electing; now: number }) {
  const { draw, candidates } = motion.election
  const { send, sending, failure, clear } = useCommand('motions.watch')
  if (!draw) return null
  const names = candidates.filter(({ id }) => draw.drawn.includes(id)).map(({ name }) => name)
  const witness = motion.may.includes('watch') ? motion.standsFor[0] : undefined
  return (
    <Section title={words.lot}>
      <Card>
        <View className="ld-tight">
          <View className="ld-lg">{words.lotResult(names.join('、'))}</View>
          <View className="ld-sm ld-help">{words.lotBy(draw.by, draw.at, now)}</View>
          <View className="ld-body">{draw.note}</View>
          <View className="ld-body">
            {draw.watchedBy === null ? words.unwatched : words.watched(draw.watchedBy)}
          </View>
          {failure && <Refused failure={failure} onAct={clear} />}
          {witness && (
            <AppButton wide busy={sending} onPress={() => send({ id: motion.id, unitId: witness.unitId })}>
              {words.watch(witness.label)}
            </AppButton>
          )}
        </View>
      </Card>
    </Section>
  )
}
