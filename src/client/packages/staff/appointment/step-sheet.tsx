import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CommandName, InputOf } from '#contracts/operations'
import type { StepKind } from '#core/heads/steps'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { handOverWords, revokeWords, stepWords } from '../../../texts/heads'
import { useCommand } from '../../../use-command'

interface StepSheetProps {
  kind: StepKind
  id: string
  version: number
  onDone: () => void
  onClose: () => void
}

interface Said {
  words: string
  other: string
  /** When he was heard, as a choice; a minute ago at the latest, for phones' clocks run ahead. */
  heard: keyof typeof revokeWords.days
}

const DAY = 86_400_000
const HEARD_AGO: Record<Said['heard'], number> = { today: 60_000, yesterday: DAY, before: 2 * DAY }
const DAYS = (Object.keys(HEARD_AGO) as Said['heard'][]).map((value) => ({
  value,
  words: revokeWords.days[value],
}))

/** What each step is sent with; the field's name is the contract's. */
function inputOf(kind: StepKind, { words, other, heard }: Said): object {
  if (kind === 'object') return { words }
  if (kind === 'confirm' || kind === 'answer_removal') return { note: words }
  if (kind === 'decline' || kind === 'resign') return { reason: words }
  if (kind === 'revoke') {
    return { reason: words, hearing: { at: Date.now() - HEARD_AGO[heard], statement: other } }
  }
  return kind === 'hand_over' ? { notes: words, keys: other } : {}
}

/** Steps that may be taken without a word. */
const SILENT: readonly StepKind[] = [
  'confirm',
  'hand_over',
  'withdraw',
  'take_over',
  'ask_removal',
  'unask_removal',
]

function useStep({ kind, id, version, onDone }: StepSheetProps) {
  const [said, setSaid] = useState<Said>({ words: '', other: '', heard: 'today' })
  const [problem, setProblem] = useState<string>()
  // The contract ties each name to its own input; the sheet fills in whichever it is.
  const { send, sending, failure, clear } = useCommand(`heads.${kind}` as CommandName)
  const press = async () => {
    const wrong = SILENT.includes(kind) ? undefined : noteProblem(said.words)
    setProblem(wrong)
    if (wrong) return
    const input = { id, version, ...inputOf(kind, said) }
    const answer = await send(input as InputOf<CommandName>)
    if (answer.ok) onDone()
  }
  return { said, setSaid, problem, press, sending, failure, clear }
}

/** One step on an appointment: what it does, the words it needs, and the refusal if there is one. */
export function StepSheet(props: StepSheetProps) {
  const { kind, onClose } = props
  const { said, setSaid, problem, press, sending, failure, clear } = useStep(props)
  const words = stepWords[kind]
  if (!words) return null
  return (
    <Sheet
      id={`step-${kind}`}
      title={words.name}
      open
      onClose={onClose}
      act={{ words: words.name, onPress: press, busy: sending }}
    >
      <View className="ld-body">{words.what}</View>
      {kind === 'revoke' && (
        <Segmented
          label={revokeWords.when}
          choices={DAYS}
          value={said.heard}
          onChoose={(heard) => setSaid({ ...said, heard })}
        />
      )}
      {kind === 'revoke' && (
        <WordsField
          id="step-heard"
          label={revokeWords.heard}
          hint={revokeWords.heardHint}
          value={said.other}
          onChange={(other) => setSaid({ ...said, other })}
        />
      )}
      {kind === 'hand_over' && (
        <WordsField
          id="step-keys"
          label={handOverWords.keys}
          hint={handOverWords.keysHint}
          value={said.other}
          onChange={(other) => setSaid({ ...said, other })}
        />
      )}
      {words.label && (
        <WordsField
          id="step-words"
          label={words.label}
          placeholder={words.placeholder}
          value={said.words}
          error={problem}
          optional={SILENT.includes(kind)}
          onChange={(text) => setSaid({ ...said, words: text })}
        />
      )}
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
