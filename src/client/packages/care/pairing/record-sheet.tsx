import { View } from '@tarojs/components'
import { useState } from 'react'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { TextInput } from '../../../components/text-input'
import { pairings as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { StepProps } from './deeds'

const PROOFS = (['witness', 'slip'] as const).map((value) => ({ value, words: words.proofs[value] }))
type Proof = (typeof PROOFS)[number]['value']

/** 替住户记下同意: before a witness, or with a photo of the slip it signed. */
export function RecordSheet({ pairing, onDone, onClose }: StepProps) {
  const [how, setHow] = useState<Proof>('witness')
  const [witness, setWitness] = useState('')
  const [problem, setProblem] = useState<string>()
  const pictures = useResultPhotos()
  const { send, sending, failure, clear } = useCommand('pairings.record_consent')

  const proofOf = async () => {
    if (how === 'witness') return witness.trim().length < 2 ? undefined : { how, witness }
    const photoId = (await pictures.settle())?.[0]
    return photoId === undefined ? undefined : { how, photoId }
  }
  const record = async () => {
    const proof = await proofOf()
    setProblem(proof ? undefined : how === 'witness' ? words.witnessMissing : words.slipMissing)
    if (!proof) return
    const { id, version } = pairing
    if ((await send({ id, version, proof })).ok) onDone()
  }
  return (
    <Sheet
      id="pairing-record"
      title={words.record}
      open
      onClose={onClose}
      act={{ words: words.record, onPress: record, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.recordHelp}</View>
        <Segmented label={words.agreed} choices={PROOFS} value={how} onChoose={setHow} />
        {how === 'witness' ? (
          <TextInput
            id="record-witness"
            label={words.witness}
            hint={words.witnessHint}
            value={witness}
            error={problem}
            maxLength={20}
            onChange={setWitness}
          />
        ) : (
          <PhotosField id="record-slip" label={words.slipPhoto} pictures={pictures} problem={problem} />
        )}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
