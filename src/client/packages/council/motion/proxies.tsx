import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { rolls as words } from '../../../texts/rolls'
import { useCommand } from '../../../use-command'
import { EntrustSheet } from './entrust-sheet'
import type { MotionView } from './motion-view'

/** 委托: those the reader's units have given and may take back, those he holds, and a way to give one. */
export function Proxies({ motion }: { motion: MotionView }) {
  const [unit, setUnit] = useState<MotionView['standsFor'][number]>()
  const { send, sending, failure, clear } = useCommand('proxies.revoke')
  const { proxies, mayEntrust, standsFor } = motion
  const free = mayEntrust
    ? standsFor.filter(({ unitId }) => !proxies.some((one) => one.given && one.unitId === unitId))
    : []
  if (proxies.length === 0 && free.length === 0) return null
  return (
    <Section title={words.proxies}>
      <View className="ld-stack">
        {proxies.map(({ id, label, holder, given, words: said }) => (
          <Card key={id}>
            <Cell icon="users" title={given ? words.given(label, holder) : words.holds(label)} help={said} />
            {given && mayEntrust && (
              <AppButton kind="line" wide busy={sending} onPress={() => send({ id })}>
                {words.revoke}
              </AppButton>
            )}
          </Card>
        ))}
        {failure && <Refused failure={failure} onAct={clear} />}
        {free.map((one) => (
          <AppButton key={one.unitId} kind="line" wide onPress={() => setUnit(one)}>
            {words.entrust(one.label)}
          </AppButton>
        ))}
      </View>
      {unit && <EntrustSheet motion={motion} unit={unit} onClose={() => setUnit(undefined)} />}
    </Section>
  )
}
