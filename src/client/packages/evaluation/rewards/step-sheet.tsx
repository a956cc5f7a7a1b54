import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { moneyWords, rewards as words } from '../../../texts/evaluation'
import { useCommand } from '../../../use-command'
import type { Batch } from '.'

interface StepSheetProps {
  batch: Batch
  step: Batch['may'][number]
  onClose: () => void
}

const LABELS = { decide: words.reasonLabel, object: words.objectLabel, record: words.noteLabel } as const

/** 审批, 提意见, 记下来: each with its words. */
export function StepSheet({ batch, step, onClose }: StepSheetProps) {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const decide = useCommand('rewards.decide')
  const object = useCommand('rewards.object')
  const record = useCommand('rewards.record')
  const { sending, failure, clear } = { decide, object, record }[step]
  const at = { id: batch.id, version: batch.version }

  const finish = async (sent: Promise<{ ok: boolean }>) => {
    if ((await sent).ok) onClose()
  }
  const needsWords = (): boolean => {
    const wrong = noteProblem(said)
    setProblem(wrong)
    return wrong !== undefined
  }
  const decline = () => {
    if (!needsWords()) finish(decide.send({ ...at, approve: false, reason: said }))
  }
  const press = () => {
    if (step === 'decide') return finish(decide.send({ ...at, approve: true }))
    if (step === 'record') return finish(record.send({ ...at, note: said }))
    return needsWords() ? undefined : finish(object.send({ ...at, words: said }))
  }
  return (
    <Sheet
      id="reward-step"
      title={words[step]}
      open
      onClose={onClose}
      act={{ words: step === 'decide' ? words.approve : words[step], onPress: press, busy: sending }}
    >
      <View className="ld-body">
        {`${batch.title}，${words.total(batch.items.length, moneyWords(batch.total, batch.unit))}`}
      </View>
      <WordsField
        id="reward-words"
        label={LABELS[step]}
        value={said}
        error={problem}
        optional={step !== 'object'}
        onChange={setSaid}
      />
      {step === 'decide' && (
        <AppButton kind="line" wide busy={sending} onPress={decline}>
          {words.decline}
        </AppButton>
      )}
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
