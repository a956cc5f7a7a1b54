import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { room as words } from '../../../texts/meetings'
import { useAct } from './use-act'
import type { Live, Room } from './use-live'

interface PointsProps {
  room: Room
  live: Live
}

/** A point of order, what was said to it, and what the room thinks of that. */
export function Points({ room, live }: PointsProps) {
  const { point, ruling, appeal } = room
  if (!point && !ruling && !appeal) return null
  return (
    <Card>
      <View className="ld-stack">
        {point && (
          <View className="ld-tight">
            <View className="ld-lg">{words.pointBy(point.label)}</View>
            <View className="ld-body">{point.words}</View>
          </View>
        )}
        {point && room.may.includes('rule_on') && <Rule live={live} id={live.id} />}
        {ruling && (
          <View className="ld-tight">
            <View className="ld-md">
              {ruling.appeal === 'settled'
                ? words.overruled(ruling.sustained)
                : words.ruled(ruling.sustained)}
            </View>
            <View className="ld-body">{ruling.note}</View>
          </View>
        )}
        {ruling?.appeal === 'none' && <AppealAct room={room} live={live} />}
        {appeal && (
          <View className="ld-tight">
            <View className="ld-lg">{words.appealBy(appeal.label)}</View>
            <View className="ld-body">
              {words.appealCount(appeal.upholding, appeal.against, room.unitKind)}
            </View>
          </View>
        )}
        {appeal && <SayOnAppeal room={room} live={live} />}
      </View>
    </Card>
  )
}

/** The leader answers at once: right or not, and why. */
function Rule({ id, live }: { id: string; live: Live }) {
  const [open, setOpen] = useState(false)
  const [sustained, setSustained] = useState<'yes' | 'no'>('yes')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const { act, sending, failure, clear } = useAct('rule_on', live)
  const press = async () => {
    const wrong = noteProblem(note)
    setProblem(wrong)
    if (!wrong && (await act({ id, sustained: sustained === 'yes', note }))) setOpen(false)
  }
  const choices = [
    { value: 'yes' as const, words: words.ruleYes },
    { value: 'no' as const, words: words.ruleNo },
  ]
  return (
    <View>
      <AppButton wide onPress={() => setOpen(true)}>
        {words.ruleTitle}
      </AppButton>
      <Sheet
        id="rule-on"
        title={words.ruleTitle}
        open={open}
        onClose={() => setOpen(false)}
        act={{ words: words.sure, onPress: press, busy: sending }}
      >
        <Segmented label={words.ruleTitle} choices={choices} value={sustained} onChoose={setSustained} />
        <WordsField
          id="rule-note"
          label={words.ruleNote}
          value={note}
          maxLength={200}
          error={problem}
          onChange={setNote}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </Sheet>
    </View>
  )
}

function AppealAct({ room, live }: PointsProps) {
  const { act, sending, failure, clear } = useAct('appeal', live)
  const unit = room.mine.find(({ here }) => here)
  if (!unit || !room.may.includes('appeal')) return null
  return (
    <View>
      <AppButton kind="line" wide busy={sending} onPress={() => act({ id: live.id, unitId: unit.unitId })}>
        {words.appeal}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

function SayOnAppeal({ room, live }: PointsProps) {
  const { act, sending, failure, clear } = useAct('say_on_appeal', live)
  const unit = room.mine.find(({ here, saidOnAppeal }) => here && !saidOnAppeal)
  if (!unit || !room.may.includes('say_on_appeal')) return null
  const say = (upholds: boolean) => act({ id: live.id, unitId: unit.unitId, upholds })
  return (
    <View className="ld-tight">
      <View className="ld-md">{unit.label}</View>
      <View className="ld-row">
        <AppButton kind="soft" wide busy={sending} onPress={() => say(true)}>
          {words.uphold}
        </AppButton>
        <AppButton kind="soft" wide busy={sending} onPress={() => say(false)}>
          {words.notUphold}
        </AppButton>
      </View>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}
