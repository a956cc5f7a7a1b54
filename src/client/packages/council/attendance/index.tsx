import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import type { UnitKind } from '#core/council/statute'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { TextInput } from '../../../components/text-input'
import { room as roomWords, attendance as words } from '../../../texts/meetings'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Roll = OutputOf<'meetings.roll'>
type Unit = Roll['items'][number]

/** As many rows as a hand looks through; the number finds the rest. */
const SHOWN = 30

function UnitRow({ unit, kind, id }: { unit: Unit; kind: UnitKind; id: string }) {
  const { unitId, label, represented, here, how } = unit
  const admit = useCommand('meetings.admit')
  const seeOut = useCommand('meetings.see_out')
  const failure = admit.failure ?? seeOut.failure
  return (
    <View className="ld-tight">
      <View className="ld-row ld-between">
        <View>
          <View className="ld-md">{label}</View>
          {here && how && <View className="ld-sm ld-help">{words.here(how)}</View>}
          {!represented && <View className="ld-sm ld-help">{words.nobody(kind)}</View>}
        </View>
        {represented && !here && (
          <AppButton
            kind="soft"
            size="small"
            label={`${label}${roomWords.signIn}`}
            busy={admit.sending}
            onPress={() => admit.send({ id, unitIds: [unitId] })}
          >
            {roomWords.signIn}
          </AppButton>
        )}
        {here && (
          <AppButton
            kind="line"
            size="small"
            label={`${label}${roomWords.leave}`}
            busy={seeOut.sending}
            onPress={() => seeOut.send({ id, unitId })}
          >
            {roomWords.leave}
          </AppButton>
        )}
      </View>
      {failure && <Refused failure={failure} onAct={admit.clear} />}
    </View>
  )
}

function RollView({ roll: { items, unitKind }, id }: { roll: Roll; id: string }) {
  const [wanted, setWanted] = useState('')
  const found = items.filter(({ label }) => label.indexOf(wanted.trim()) === 0)
  const here = items.filter((one) => one.here).length
  return (
    <View className="ld-stack">
      <View className="ld-lg">{words.count(here, items.length, unitKind)}</View>
      <View className="ld-body">{words.help}</View>
      <TextInput
        id="find-house"
        label={words.find(unitKind)}
        value={wanted}
        maxLength={40}
        onChange={setWanted}
      />
      <Card>
        <View className="ld-stack">
          {found.slice(0, SHOWN).map((unit) => (
            <UnitRow key={unit.unitId} unit={unit} kind={unitKind} id={id} />
          ))}
        </View>
      </Card>
    </View>
  )
}

/** 帮人签到: the list in the hands of staff. */
export default function AttendancePage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('meetings.roll', { id })
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={6}>
        {(roll) => <RollView roll={roll} id={id} />}
      </Answered>
    </Page>
  )
}
