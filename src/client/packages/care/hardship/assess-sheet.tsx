import { View } from '@tarojs/components'
import { useState } from 'react'
import { HARDSHIP_LEVELS, REASONS, type Reason } from '#core/care/hardship'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { readable } from '../../../platform/accessible'
import { levelWords, reasonWords, hardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import { Chips } from '../chips'
import type { CaseView } from './index'
import type { StepProps } from './steps'

const LEVELS = HARDSHIP_LEVELS.map((level) => ({ value: `${level}` as const, words: levelWords[level] }))

interface OwnersProps {
  owners: CaseView['owners']
  chosenId: string | undefined
  onChoose: (personId: string | undefined) => void
}

/** 责任人: whoever assesses it himself, unless somebody else is named. */
function Owners({ owners, chosenId, onChoose }: OwnersProps) {
  return (
    <Field id="case-owner" label={words.ownerLabel}>
      <View className="ld-row ld-wrap" {...readable('group', words.ownerLabel)}>
        <Chip words={words.me} chosen={chosenId === undefined} onPress={() => onChoose(undefined)} />
        {owners.map(({ personId, name }) => (
          <Chip
            key={personId}
            words={name}
            chosen={personId === chosenId}
            onPress={() => onChoose(personId)}
          />
        ))}
      </View>
    </Field>
  )
}

/** 列入解困: how hard, why, who sees to it. */
export function AssessSheet({ shown, onDone, onClose }: StepProps) {
  const [level, setLevel] = useState<'1' | '2' | '3'>('2')
  const [reasons, setReasons] = useState<Reason[]>(shown.reasons)
  const [ownerId, setOwnerId] = useState<string>()
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('hardship.list_case')
  const missing = said.trim().length < 2
  const list = async () => {
    setTried(true)
    if (missing) return
    const { id, version } = shown
    const found = HARDSHIP_LEVELS.find((one) => `${one}` === level) ?? 2
    const answer = await send({ id, version, level: found, ownerId: ownerId ?? null, reasons, words: said })
    if (answer.ok) onDone()
  }
  return (
    <Sheet
      id="case-assess"
      title={words.steps.list}
      open
      onClose={onClose}
      act={{ words: words.steps.list, onPress: list, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.helps.list}</View>
        <Segmented label={words.level} choices={LEVELS} value={level} onChoose={setLevel} />
        <Chips
          id="case-reasons"
          label={words.why}
          all={REASONS}
          names={reasonWords}
          chosen={reasons}
          onChange={setReasons}
        />
        <Owners owners={shown.owners} chosenId={ownerId} onChoose={setOwnerId} />
        <TextArea
          id="case-assessment"
          label={words.words}
          value={said}
          error={tried && missing ? words.wordsMissing : undefined}
          maxLength={500}
          onChange={setSaid}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
