import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { sideWords } from '../../../texts/council'
import { room as words } from '../../../texts/meetings'
import { useAct } from './use-act'
import type { Live, Room } from './use-live'

interface ActsProps {
  room: Room
  live: Live
}

type Unit = Room['mine'][number]

/** What a building does in the room: asks for the floor, says that it has heard enough. */
export function HeadActs({ room, live }: ActsProps) {
  const here = room.mine.filter((one) => one.here)
  const { floor } = room
  if (!floor || here.length === 0 || floor.vote) return null
  return (
    <Card>
      <View className="ld-stack">
        {here.map((unit) => (
          <UnitActs key={unit.unitId} unit={unit} place={floor.place} room={room} live={live} />
        ))}
        {room.may.includes('point') && <PointAct room={room} live={live} />}
      </View>
    </Card>
  )
}

interface UnitProps extends ActsProps {
  unit: Unit
  place: number
}

function UnitActs({ unit, place, room, live }: UnitProps) {
  const { unitId, label, hand, wanted, speechesLeft } = unit
  const lower = useAct('lower_hand', live)
  const finish = useAct('finish_speech', live)
  const enough = useAct('want_close', live)
  const { id } = live
  const failure = lower.failure ?? finish.failure ?? enough.failure
  const isDebate = room.floor?.debate === 'open'
  // Whoever leads says nothing on the matter: he has no hand to raise.
  const mayRaise = isDebate && hand === 'none' && room.may.includes('raise_hand')
  return (
    <View className="ld-stack">
      {room.mine.length > 1 && <View className="ld-md">{label}</View>}
      {mayRaise && speechesLeft > 0 && <RaiseAct unit={unit} place={place} live={live} />}
      {mayRaise && speechesLeft === 0 && <View className="ld-body ld-help">{words.none}</View>}
      {hand === 'raised' && (
        <AppButton
          kind="soft"
          size="large"
          wide
          icon="hand"
          busy={lower.sending}
          onPress={() => lower.act({ id, place, unitId })}
        >
          {words.lower}
        </AppButton>
      )}
      {hand === 'speaking' && (
        <AppButton size="large" wide busy={finish.sending} onPress={() => finish.act({ id, unitId })}>
          {words.finish}
        </AppButton>
      )}
      {isDebate && !wanted && (
        <AppButton kind="line" wide busy={enough.sending} onPress={() => enough.act({ id, place, unitId })}>
          {words.wantClose}
        </AppButton>
      )}
      {wanted && <View className="ld-sm ld-help">{words.wanted}</View>}
      {failure && <Refused failure={failure} onAct={lower.clear} />}
    </View>
  )
}

const SIDES = (['for', 'against'] as const).map((value) => ({ value, words: sideWords[value] }))

/** 先说赞成还是反对，再说理由. */
function RaiseAct({ unit, place, live }: Omit<UnitProps, 'room'>) {
  const [open, setOpen] = useState(false)
  const [side, setSide] = useState<'for' | 'against'>('for')
  const { act, sending, failure, clear } = useAct('raise_hand', live)
  const press = async () => {
    if (await act({ id: live.id, place, unitId: unit.unitId, side })) setOpen(false)
  }
  return (
    <View>
      <AppButton size="large" wide icon="hand" onPress={() => setOpen(true)}>
        {words.raise}
      </AppButton>
      <Sheet
        id="raise"
        title={words.raiseTitle}
        open={open}
        onClose={() => setOpen(false)}
        act={{ words: words.raise, onPress: press, busy: sending }}
      >
        <Segmented label={words.raiseTitle} choices={SIDES} value={side} onChoose={setSide} />
        <View className="ld-body">{words.raiseHelp(unit.speechesLeft)}</View>
        {failure && <Refused failure={failure} onAct={clear} />}
      </Sheet>
    </View>
  )
}

function PointAct({ room, live }: ActsProps) {
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const { act, sending, failure, clear } = useAct('point', live)
  const unit = room.mine.find(({ here }) => here)
  if (!unit || room.point || room.appeal) return null
  const press = async () => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    if (!wrong && (await act({ id: live.id, unitId: unit.unitId, words: said }))) setOpen(false)
  }
  return (
    <View>
      <AppButton kind="line" wide icon="alert" onPress={() => setOpen(true)}>
        {words.point}
      </AppButton>
      <Sheet
        id="point"
        title={words.pointTitle}
        open={open}
        onClose={() => setOpen(false)}
        act={{ words: words.pointSend, onPress: press, busy: sending }}
      >
        <View className="ld-body">{words.pointHelp}</View>
        <WordsField
          id="point-words"
          label={words.pointWords}
          value={said}
          maxLength={200}
          error={problem}
          onChange={setSaid}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </Sheet>
    </View>
  )
}
