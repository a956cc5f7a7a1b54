import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HazardEventKind } from '#core/buildings/hazard'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { TextArea } from '../../../components/text-area'
import { hazard as words } from '../../../texts/buildings'
import type { Whole } from './index'
import { type Answers, BLANK, StepFields } from './step-fields'
import { useStep } from './use-step'

interface StepSheetProps {
  hazard: Whole
  kind: HazardEventKind
  onClose: () => void
}

export function StepSheet({ hazard, kind, onClose }: StepSheetProps) {
  const [answers, setAnswers] = useState<Answers>(BLANK)
  const [tried, setTried] = useState(false)
  const pictures = useResultPhotos()
  const { send, sending, failure } = useStep(kind, { id: hazard.id, version: hazard.version })
  const change = (part: Partial<Answers>) => setAnswers((before) => ({ ...before, ...part }))
  const needsNote = kind !== 'propose'
  const missing = needsNote && answers.note.trim().length < 2
  const act = async () => {
    setTried(true)
    const photoIds = missing ? undefined : await pictures.settle()
    if (photoIds && (await send(answers, photoIds))) onClose()
  }
  return (
    <Sheet
      id="hazard-step"
      title={words.steps[kind]}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: act, busy: sending }}
    >
      <View className="ld-stack">
        <StepFields kind={kind} answers={answers} onChange={change} />
        {kind === 'finish' && <PhotosField id="step-photos" label={words.photo} pictures={pictures} />}
        {needsNote && (
          <TextArea
            id="step-note"
            label={words.note}
            value={answers.note}
            error={tried && missing ? words.missing : undefined}
            onChange={(note) => change({ note })}
          />
        )}
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
