import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../../components/chip'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { readable } from '../../../platform/accessible'
import { election as words } from '../../../texts/elections'
import { useCommand } from '../../../use-command'
import type { Electing } from './election-view'

/** 抽签: it was drawn by hand before people's eyes; here is written whom it fell on. */
export function DrawSheet({ motion, onClose }: { motion: Electing; onClose: () => void }) {
  const { candidates, seats } = motion.election
  const left = seats - candidates.filter(({ elected }) => elected).length
  const [drawn, setDrawn] = useState<string[]>([])
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('motions.draw')
  const turn = (id: string) =>
    setDrawn((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  const problem = noteProblem(note)
  const write = async () => {
    setTried(true)
    if (drawn.length !== left || problem) return
    const answer = await send({ id: motion.id, version: motion.version, drawn, note })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="draw"
      title={words.draw}
      open
      onClose={onClose}
      act={{ words: words.draw, onPress: write, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.drawWhat(left)}</View>
        <View className="ld-sm ld-help">{words.drawn}</View>
        <View className="ld-row ld-wrap" {...readable('group', words.drawn)}>
          {candidates
            .filter(({ tied }) => tied)
            .map(({ id, name }) => (
              <Chip key={id} words={name} chosen={drawn.includes(id)} onPress={() => turn(id)} />
            ))}
        </View>
        {tried && drawn.length !== left && <View className="ld-sm">{words.drawnWrong(left)}</View>}
        <WordsField
          id="draw-note"
          label={words.drawNote}
          value={note}
          error={tried ? problem : undefined}
          onChange={setNote}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
