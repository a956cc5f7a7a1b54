import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { actWords, minutes as words } from '../../../texts/meetings'
import { problemAt } from '../../../texts/problems'
import { useCommand } from '../../../use-command'
import type { Minutes } from './index'

export type Asked = 'draft' | 'sign' | 'correct'

const HELP = { draft: words.draftHelp, sign: words.signHelp, correct: words.correctHelp }

interface MinutesSheetProps {
  kind: Asked
  minutes: Minutes
  onClose: () => void
}

/** To write, to sign, or to say what was wrong. */
export function MinutesSheet({ kind, minutes, onClose }: MinutesSheetProps) {
  const [said, setSaid] = useState(kind === 'draft' ? (minutes.text ?? '') : '')
  const [problem, setProblem] = useState<string>()
  const draft = useCommand('meetings.draft')
  const sign = useCommand('meetings.sign')
  const correct = useCommand('meetings.correct')
  const { id, hash } = minutes
  const send = () => {
    if (kind === 'draft') return draft.send({ id, text: said })
    return kind === 'sign' ? sign.send({ id, hash: hash ?? '' }) : correct.send({ id, words: said })
  }
  const press = async () => {
    const wrong = kind === 'sign' ? undefined : noteProblem(said)
    setProblem(wrong)
    if (!wrong && (await send()).ok) onClose()
  }
  const { failure, sending, clear } = { draft, sign, correct }[kind]
  const fieldProblem = problemAt(failure?.fields, kind === 'draft' ? 'text' : 'words')
  const title = actWords[kind] ?? ''
  return (
    <Sheet
      id={`minutes-${kind}`}
      title={title}
      open
      onClose={onClose}
      act={{ words: title, onPress: press, busy: sending }}
    >
      <View className="ld-body">{HELP[kind]}</View>
      {kind !== 'sign' && (
        <WordsField
          id={`${kind}-words`}
          label={words.text}
          value={said}
          maxLength={kind === 'draft' ? 2_000 : 500}
          error={problem ?? fieldProblem}
          onChange={setSaid}
        />
      )}
      {failure && failure.code !== 'VALIDATION' && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
