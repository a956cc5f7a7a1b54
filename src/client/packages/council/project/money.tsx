import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Section } from '../../../components/section'
import { projects as words } from '../../../texts/projects'
import { EnterSheet, ReverseSheet } from './money-sheets'
import type { ProjectView } from './project-view'

/** 公开账: what came, what went, line by line; nothing in it is ever changed. */
export function Money({ project }: { project: ProjectView }) {
  const [entering, setEntering] = useState(false)
  const [reversing, setReversing] = useState<number>()
  const { id, money, mayRun, state } = project
  const keeps = mayRun && state !== 'published'
  const wrong = keeps ? money.lines.filter(({ reverses, reversed }) => reverses === null && !reversed) : []
  return (
    <Section title={words.money} aside={words.balance(money.in, money.out)}>
      <Card>
        {money.lines.length === 0 && <View className="ld-body ld-help">{words.noMoney}</View>}
        {money.lines.map((line) => (
          <Cell key={line.seq} title={words.line(line)} help={words.lineHelp(line)} />
        ))}
      </Card>
      <View className="ld-stack">
        {keeps && (
          <AppButton kind="soft" wide onPress={() => setEntering(true)}>
            {words.enter}
          </AppButton>
        )}
        {wrong.map(({ seq }) => (
          <AppButton key={seq} kind="line" size="small" onPress={() => setReversing(seq)}>
            {words.reverse(seq)}
          </AppButton>
        ))}
      </View>
      {entering && <EnterSheet id={id} onClose={() => setEntering(false)} />}
      {reversing !== undefined && (
        <ReverseSheet id={id} seq={reversing} onClose={() => setReversing(undefined)} />
      )}
    </Section>
  )
}
