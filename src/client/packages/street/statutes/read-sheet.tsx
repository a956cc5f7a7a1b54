import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { WordsField } from '../../../components/staff-actions/words-field'
import { TextInput } from '../../../components/text-input'
import { statutoryWords } from '../../../texts/council'
import { problemAt } from '../../../texts/problems'
import { statutes as words } from '../../../texts/statutes'
import { useCommand } from '../../../use-command'
import type { Statute } from './index'

/** 写下法条: which text, of which day, for exactly these numbers. */
export function ReadSheet({ statute, onClose }: { statute: Statute; onClose: () => void }) {
  const [source, setSource] = useState('')
  const [sourceDate, setSourceDate] = useState('')
  const { send, sending, failure, clear } = useCommand('statutes.read')
  const read = async () => {
    const answer = await send({ rule: statute.rule, source, sourceDate: sourceDate.trim() })
    if (answer.ok) onClose()
  }
  const problems = {
    source: problemAt(failure?.fields, 'source'),
    date: problemAt(failure?.fields, 'sourceDate'),
  }
  const isTold = problems.source !== undefined || problems.date !== undefined
  return (
    <Sheet
      id="read-statute"
      title={words.read}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: read, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-md">{statutoryWords[statute.rule]}</View>
        <View className="ld-body">{words.ofHundred(statute.ofHundred)}</View>
        <View className="ld-body">{words.readWhat}</View>
        <WordsField
          id="statute-source"
          label={words.source}
          hint={words.sourceHint}
          value={source}
          maxLength={300}
          error={problems.source}
          onChange={setSource}
        />
        <TextInput
          id="statute-date"
          label={words.date}
          hint={words.dateHint}
          value={sourceDate}
          maxLength={10}
          error={problems.date}
          onChange={setSourceDate}
        />
        {failure && !isTold && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
