import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Choice } from '#core/council/tally'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { newKey } from '../../../platform/keys'
import { outcomeWords, ballot as words } from '../../../texts/council'
import { clockDigits, room as roomWords } from '../../../texts/meetings'
import { useCommand } from '../../../use-command'
import { UnitBallot } from '../ballot/unit-ballot'
import styles from './meeting.module.scss'
import type { Live, Room } from './use-live'

interface VoteProps {
  room: Room
  live: Live
  /** The server's. */
  now: number
}

/** 请举手: for, against, abstain in this order, for each building of the reader that is here. */
export function Vote({ room, live, now }: VoteProps) {
  const vote = room.floor?.vote
  if (!vote) return null
  const left = vote.closesAt - now
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-xl">{roomWords.vote}</View>
        {vote.tally ? (
          <View className="ld-tight">
            <View className="ld-lg">{outcomeWords[vote.tally.outcome]}</View>
            <View className="ld-body">{roomWords.result(vote.tally.units, room.unitKind)}</View>
          </View>
        ) : (
          <View className="ld-tight">
            <View className={styles.clock}>{clockDigits(left)}</View>
            <View className="ld-body">
              {left > 0 ? roomWords.voteOrder(room.unitKind) : roomWords.counting}
            </View>
            <View className="ld-body">{roomWords.voted(vote.takingPart, room.present, room.unitKind)}</View>
          </View>
        )}
        {left > 0 && vote.state === 'voting' && <Hands pollId={vote.pollId} room={room} live={live} />}
      </View>
    </Card>
  )
}

function Hands({ pollId, room, live }: { pollId: string; room: Room; live: Live }) {
  const [chosen, setChosen] = useState<{ unitId: string; label: string; choice: Choice }>()
  const [salt] = useState(() => newKey())
  const { send, sending, failure, clear } = useCommand('ballots.cast')
  const cast = async () => {
    if (!chosen) return
    const { unitId, choice } = chosen
    await send({ pollId, votes: [{ unitId, choice }], salt })
    setChosen(undefined)
    live.refresh()
  }
  return (
    <View className="ld-stack">
      {room.mine
        .filter(({ here }) => here)
        .map(({ unitId, label, choice }) => (
          <UnitBallot
            key={unitId}
            label={label}
            now={choice}
            chosen={choice ?? undefined}
            onChoose={(one) => setChosen({ unitId, label, choice: one })}
          />
        ))}
      {failure && <Refused failure={failure} onAct={clear} />}
      {chosen && (
        <Sheet
          id="hand"
          title={words.sure.title}
          open
          onClose={() => setChosen(undefined)}
          act={{ words: words.sure.yes, onPress: cast, busy: sending }}
        >
          <View className="ld-xl">{words.says(chosen.label, chosen.choice)}</View>
        </Sheet>
      )}
    </View>
  )
}
