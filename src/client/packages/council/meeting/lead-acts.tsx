import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeetingEventKind } from '#core/council/meeting/events'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { actWords, room as words } from '../../../texts/meetings'
import { HandOverSheet } from './hand-over'
import { NoteSheet } from './note-sheet'
import { useAct } from './use-act'
import type { Live, Room } from './use-live'

interface LeadProps {
  room: Room
  live: Live
}

/** Acts that take nothing but the tap. `say`: what stands on the button where it is not always the same. */
interface Plain {
  kind: MeetingEventKind
  input: Record<string, unknown>
  say?: string
}

/** What the leader can do now, the likeliest first: exactly what the rules allow at this moment. */
function plainActs({ may, floor, agenda }: Room): Plain[] {
  const place = floor?.place ?? 0
  const next = agenda.find(({ state }) => state === 'waiting')
  const first = floor?.queue[0]
  const speaker = floor?.speaker
  const isOver = floor?.vote?.state === 'closed' || floor?.vote?.state === 'void'
  const acts: (Plain | false | null | undefined)[] = [
    { kind: 'begin', input: {} },
    isOver && { kind: 'announce', input: { place } },
    { kind: 'settle_appeal', input: {} },
    speaker && { kind: 'end_speech', input: { unitId: speaker.unitId } },
    first && { kind: 'call', input: { unitId: first.unitId }, say: words.call(first.label) },
    { kind: 'put_question', input: { place } },
    { kind: 'finish', input: { place } },
    next && { kind: 'bring', input: { place: next.place }, say: words.bring(next.title) },
    { kind: 'close_debate', input: { place } },
    speaker && { kind: 'warn', input: { unitId: speaker.unitId } },
    { kind: 'take_back', input: {} },
    !floor && { kind: 'close', input: {} },
  ]
  return acts.filter((one): one is Plain => Boolean(one)).filter(({ kind }) => may.includes(kind))
}

function PlainAct({ act: one, live, isFirst }: { act: Plain; live: Live; isFirst: boolean }) {
  const { act, sending, failure, clear } = useAct(one.kind, live)
  const { id } = live
  // The contract ties each name to its own input; the table above fills in whichever it is.
  const press = () => act({ id, ...one.input } as Parameters<typeof act>[0])
  return (
    <View className="ld-tight">
      <AppButton
        kind={isFirst ? 'primary' : 'soft'}
        size={isFirst ? 'large' : 'normal'}
        wide
        busy={sending}
        onPress={press}
      >
        {one.say ?? actWords[one.kind] ?? one.kind}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

type Asking = 'put_off' | 'hand_over'

/** 主持: one primary button, the rest below; what asks for words opens a sheet. */
export function LeadActs({ room, live }: LeadProps) {
  const [asking, setAsking] = useState<Asking>()
  const acts = plainActs(room)
  const asks = (['put_off', 'hand_over'] as const).filter((kind) => room.may.includes(kind))
  if (acts.length + asks.length === 0) return null
  const shut = () => setAsking(undefined)
  return (
    <Section title={words.lead}>
      <Card>
        <View className="ld-stack">
          {acts.map((act, at) => (
            <PlainAct key={act.kind} act={act} live={live} isFirst={at === 0} />
          ))}
          {asks.map((kind) => (
            <AppButton key={kind} kind="line" wide onPress={() => setAsking(kind)}>
              {actWords[kind] ?? kind}
            </AppButton>
          ))}
        </View>
      </Card>
      {asking === 'put_off' && room.floor && (
        <NoteSheet
          kind="put_off"
          help={words.putOffHelp}
          more={{ place: room.floor.place }}
          live={live}
          onClose={shut}
        />
      )}
      {asking === 'hand_over' && <HandOverSheet live={live} onClose={shut} />}
    </Section>
  )
}
