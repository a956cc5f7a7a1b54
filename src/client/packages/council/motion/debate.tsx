import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { Tag } from '../../../components/tag'
import { sideWords, speak, motion as words } from '../../../texts/council'
import { agoWords, momentWords } from '../../../texts/dates'
import { problemAt } from '../../../texts/problems'
import { useCommand } from '../../../use-command'
import type { MotionView } from './motion-view'

const SIDES = (['for', 'against'] as const).map((value) => ({ value, words: sideWords[value] }))

/** 大家怎么说: where each stands first, then why. */
export function Debate({ motion, now }: { motion: MotionView; now: number }) {
  const [speaking, setSpeaking] = useState(false)
  if (motion.debateFrom !== null) {
    return <View className="ld-body ld-help">{words.debateFrom(momentWords(motion.debateFrom, now))}</View>
  }
  if (motion.state !== 'debating' && motion.said.length === 0) return null
  return (
    <Section title={words.debate}>
      <Card>
        <View className="ld-stack">
          {motion.said.length === 0 && <View className="ld-body ld-help">{words.nobodySpoke}</View>}
          {motion.said.map(({ seq, unit, by, side, words: said, at }) => (
            <View key={seq} className="ld-tight">
              <View className="ld-row ld-wrap">
                <Tag words={sideWords[side]} tone={side === 'for' ? 'mine' : 'quiet'} />
                <View className="ld-sm ld-help">{`${unit ?? by}，${agoWords(at, now)}`}</View>
              </View>
              <View className="ld-body">{said}</View>
            </View>
          ))}
          {motion.maySpeak && (
            <AppButton kind="soft" wide onPress={() => setSpeaking(true)}>
              {words.say}
            </AppButton>
          )}
        </View>
      </Card>
      {speaking && <SpeakSheet id={motion.id} onClose={() => setSpeaking(false)} />}
    </Section>
  )
}

function SpeakSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [side, setSide] = useState<'for' | 'against'>('for')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('motions.speak')
  const press = async () => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    if (wrong) return
    const answer = await send({ id, side, words: said })
    if (answer.ok) onClose()
  }
  const wordsProblem = problem ?? problemAt(failure?.fields, 'words')
  return (
    <Sheet
      id="speak"
      title={speak.title}
      open
      onClose={onClose}
      act={{ words: speak.send, onPress: press, busy: sending }}
    >
      <View className="ld-body">{speak.what}</View>
      <Segmented label={speak.side} choices={SIDES} value={side} onChoose={setSide} />
      <WordsField
        id="speak-words"
        label={speak.words}
        placeholder={speak.placeholder}
        hint={speak.public}
        value={said}
        maxLength={300}
        error={wordsProblem}
        onChange={setSaid}
      />
      {failure && failure.code !== 'VALIDATION' && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
