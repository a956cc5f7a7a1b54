import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { ReasonSheet } from '../../../components/reason-sheet'
import { Section } from '../../../components/section'
import { Segmented } from '../../../components/segmented'
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
  const command = useCommand('motions.speak')
  return (
    <ReasonSheet
      id="speak"
      title={speak.title}
      act={speak.send}
      field={{
        ...{ id: 'speak-words', label: speak.words, placeholder: speak.placeholder, hint: speak.public },
        ...{ maxLength: 300, error: problemAt(command.failure?.fields, 'words') },
      }}
      command={command}
      onSend={async (said) => (await command.send({ id, side, words: said })).ok}
      onClose={onClose}
    >
      <View className="ld-body">{speak.what}</View>
      <Segmented label={speak.side} choices={SIDES} value={side} onChoose={setSide} />
    </ReasonSheet>
  )
}
