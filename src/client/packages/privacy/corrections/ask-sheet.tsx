import { View } from '@tarojs/components'
import { useState } from 'react'
import { CORRECTABLE, type Correctable } from '#core/people/corrections'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { readable } from '../../../platform/accessible'
import { problemAt } from '../../../texts/problems'
import { rights } from '../../../texts/rights'
import { useCommand } from '../../../use-command'

const words = rights.corrections

interface AskSheetProps {
  onClose: () => void
  onSent: (dueAt: number) => void
}

/** What is wrong, and what it should say. */
export function AskSheet({ onClose, onSent }: AskSheetProps) {
  const [about, setAbout] = useState<Correctable>()
  const [said, setSaid] = useState('')
  const [missing, setMissing] = useState<string>()
  const { send, sending, failure, clear } = useCommand('corrections.ask')
  const press = async () => {
    setMissing(about ? undefined : words.missing)
    if (!about) return
    const answer = await send({ about, words: said })
    if (answer.ok) onSent(answer.data.dueAt)
  }
  return (
    <Sheet
      id="correction-ask"
      title={words.ask}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: press, busy: sending }}
    >
      <Field id="correction-about" label={words.about} error={missing}>
        <View className="ld-row ld-wrap" {...readable('group', words.about)}>
          {CORRECTABLE.map((kind) => (
            <Chip
              key={kind}
              words={words.kinds[kind]}
              chosen={kind === about}
              onPress={() => setAbout(kind)}
            />
          ))}
        </View>
      </Field>
      <TextArea
        id="correction-words"
        label={words.words}
        placeholder={words.wordsHint}
        value={said}
        error={failure?.fields && problemAt(failure.fields, 'words')}
        onChange={setSaid}
      />
      {failure?.code === 'NOT_IN_THIS_STATE' && <Notice urgent icon="clock" title={words.already} />}
      {failure && !['VALIDATION', 'NOT_IN_THIS_STATE'].includes(failure.code) && (
        <Refused failure={failure} onAct={clear} />
      )}
    </Sheet>
  )
}
