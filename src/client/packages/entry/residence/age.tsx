import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { guardians as words } from '../../../texts/guardians'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { BirthSheet, GuardianSheet } from './age-sheets'

type Mine = OutputOf<'guardians.mine'>

function Own({ mine }: { mine: Mine }) {
  const [open, setOpen] = useState<'birth' | 'guardian'>()
  const close = () => setOpen(undefined)
  const { born, standing, guardian } = mine
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-body">{born ? words.known(born.year, born.month) : words.why}</View>
        {born && <View className="ld-sm ld-help">{words.standing[standing]}</View>}
        {!born && (
          <AppButton kind="soft" wide onPress={() => setOpen('birth')}>
            {words.say}
          </AppButton>
        )}
        {guardian && <View className="ld-body">{guardian.agreed ? words.agreed : words.asked}</View>}
        {standing === 'minor' && !guardian?.agreed && (
          <AppButton kind="soft" wide onPress={() => setOpen('guardian')}>
            {words.ask}
          </AppButton>
        )}
        <BirthSheet open={open === 'birth'} onClose={close} />
        <GuardianSheet open={open === 'guardian'} onClose={close} />
      </View>
    </Card>
  )
}

function Ward({ ward }: { ward: Mine['wards'][number] }) {
  const { send, sending, failure, clear } = useCommand('guardians.answer')
  const { id, name, agreedAt } = ward
  const waits = agreedAt === null
  const no = waits ? words.decline : words.takeBack
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-lg">{words.ward(name)}</View>
        <View className="ld-sm ld-help">{waits ? words.waits : words.agreed}</View>
        {waits && (
          <AppButton
            kind="soft"
            wide
            busy={sending}
            label={`${words.agree}，${name}`}
            onPress={() => send({ id, agree: true })}
          >
            {words.agree}
          </AppButton>
        )}
        <AppButton
          kind="line"
          wide
          busy={sending}
          label={`${no}，${name}`}
          onPress={() => send({ id, agree: false })}
        >
          {no}
        </AppButton>
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Card>
  )
}

/** 年龄和家长: below the home; not there while it is not known yet what to show. */
export function Age() {
  const { data } = useAsk('guardians.mine', {})
  if (!data) return null
  return (
    <Section title={words.title}>
      <View className="ld-stack">
        <Own mine={data} />
        {data.wards.map((ward) => (
          <Ward key={ward.id} ward={ward} />
        ))}
      </View>
    </Section>
  )
}
