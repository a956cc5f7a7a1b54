import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Section } from '../../../components/section'
import { strikeWords, rolls as words } from '../../../texts/rolls'
import { DeclareSheet } from './declare-sheet'
import type { MotionView } from './motion-view'
import { StrikeSheet } from './strike-sheet'

type Unit = MotionView['standsFor'][number]

const BEFORE: readonly MotionView['state'][] = ['scheduled', 'announced', 'debating', 'no_quorum']

/** 名册: units without a vote in this matter and why; and, before the roll is frozen, who says so of which. */
export function Rolls({ motion }: { motion: MotionView }) {
  const [declaring, setDeclaring] = useState<Unit>()
  const [striking, setStriking] = useState(false)
  const { strikes, standsFor, mayStrike, state } = motion
  const isOpen = BEFORE.includes(state)
  const counts = (unitId: string) => strikes.some((one) => one.unitId === unitId && one.counts)
  const own = isOpen ? standsFor.filter(({ unitId }) => !counts(unitId)) : []
  const mayNow = isOpen && mayStrike
  if (strikes.length === 0 && own.length === 0 && !mayNow) return null
  return (
    <Section title={words.title}>
      <View className="ld-stack">
        {strikes.length > 0 && <Struck motion={motion} />}
        {own.map((unit) => (
          <AppButton key={unit.unitId} kind="line" wide onPress={() => setDeclaring(unit)}>
            {words.declare(unit.label)}
          </AppButton>
        ))}
        {mayNow && (
          <AppButton kind="line" wide onPress={() => setStriking(true)}>
            {words.strike}
          </AppButton>
        )}
      </View>
      {declaring && <DeclareSheet motion={motion} unit={declaring} onClose={() => setDeclaring(undefined)} />}
      {striking && <StrikeSheet motion={motion} onClose={() => setStriking(false)} />}
    </Section>
  )
}

function Struck({ motion: { strikes, unitKind } }: { motion: MotionView }) {
  return (
    <Card>
      <View className="ld-sm ld-help">{words.struck(unitKind)}</View>
      {strikes.map(({ unitId, label, reason, words: said, counts }) => (
        <Cell
          key={unitId}
          icon={counts ? 'x' : 'clock'}
          title={`${label}，${strikeWords(unitKind)[reason]}`}
          help={counts ? said : `${said}，${words.waits}`}
        />
      ))}
    </Card>
  )
}
