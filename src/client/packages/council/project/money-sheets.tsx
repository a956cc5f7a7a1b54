import { View } from '@tarojs/components'
import { useState } from 'react'
import { MONEY_SOURCES, type MoneySource } from '#core/council/ledger'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { noteProblem } from '../../../components/staff-actions/words-field'
import { TextInput } from '../../../components/text-input'
import { sourceWords, projects as words } from '../../../texts/projects'
import { useCommand } from '../../../use-command'
import { fenOf } from '../propose/draft'

const DIRECTIONS = (['in', 'out'] as const).map((value) => ({ value, words: words.directions[value] }))
const SOURCES = MONEY_SOURCES.map((value) => ({ value, words: sourceWords[value] }))

/** 记一笔: which way, whose money, how much, what for. */
export function EnterSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [direction, setDirection] = useState<'in' | 'out'>('in')
  const [source, setSource] = useState<MoneySource>('fiscal')
  const [yuan, setYuan] = useState('')
  const [what, setWhat] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('projects.enter')
  const fen = fenOf(yuan)
  const problem = noteProblem(what)
  const enter = async () => {
    setTried(true)
    if (!fen || problem) return
    const answer = await send({ id, direction, source, fen, words: what })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="money"
      title={words.enter}
      open
      onClose={onClose}
      act={{ words: words.enter, onPress: enter, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.enterWhat}</View>
        <Segmented label={words.direction} choices={DIRECTIONS} value={direction} onChoose={setDirection} />
        <Segmented label={words.source} choices={SOURCES} value={source} onChoose={setSource} />
        <TextInput
          id="money-amount"
          label={words.amount}
          value={yuan}
          maxLength={12}
          error={tried && !fen ? words.wrongAmount : undefined}
          onChange={setYuan}
        />
        <TextInput
          id="money-words"
          label={words.what}
          value={what}
          maxLength={100}
          error={tried ? problem : undefined}
          onChange={setWhat}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}

interface ReverseProps {
  id: string
  seq: number
  onClose: () => void
}

/** 冲正: the line stays, another one takes it back and says why. */
export function ReverseSheet({ id, seq, onClose }: ReverseProps) {
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('projects.reverse')
  const reverse = async () => {
    const wrong = noteProblem(why)
    setProblem(wrong)
    if (wrong) return
    const answer = await send({ id, seq, words: why })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="reverse"
      title={words.reverse(seq)}
      open
      onClose={onClose}
      act={{ words: words.reverse(seq), onPress: reverse, busy: sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="reverse-why"
          label={words.why}
          value={why}
          maxLength={100}
          error={problem}
          onChange={setWhy}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
