import { View } from '@tarojs/components'
import { useState } from 'react'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { TextArea } from '../../../components/text-area'
import { canChoosePlace, choosePlace } from '../../../platform/place'
import { house as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'
import type { House } from './house-view'

const OUTCOMES = [
  { value: 'same', words: words.checkSame },
  { value: 'differs', words: words.checkDiffers },
] as const

interface CheckSheetProps {
  house: House
  open: boolean
  onClose: () => void
}

/** 现场核查: a photo and the place where one stands, or a reason why the card goes back. */
export function CheckSheet({ house, open, onClose }: CheckSheetProps) {
  const [outcome, setOutcome] = useState<'same' | 'differs'>('same')
  const [reason, setReason] = useState('')
  const pictures = useResultPhotos()
  const check = useCommand('buildings.checkCard')
  const back = useCommand('buildings.returnCard')
  const card = { id: house.id, version: house.full?.version ?? 0 }

  const approve = async () => {
    const photoIds = await pictures.settle()
    if (!photoIds) return
    // Where no map is at hand, the place on the card is what is confirmed.
    const place = canChoosePlace ? await choosePlace() : { point: house.point }
    if (!place) return
    const answer = await check.send({ ...card, photoIds, point: place.point })
    if (answer.ok) onClose()
  }
  const refuse = async () => {
    const answer = await back.send({ ...card, reason })
    if (answer.ok) onClose()
  }
  const isSame = outcome === 'same'
  const failure = isSame ? check.failure : back.failure
  return (
    <Sheet
      id="check"
      title={words.check}
      open={open}
      onClose={onClose}
      act={{
        words: isSame ? words.checkSame : words.checkDiffers,
        onPress: isSame ? approve : refuse,
        busy: check.sending || back.sending,
      }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.checkHelp}</View>
        <Segmented label={words.check} choices={OUTCOMES} value={outcome} onChoose={setOutcome} />
        {isSame ? (
          <PhotosField id="check-photos" label={words.photos} pictures={pictures} />
        ) : (
          <TextArea
            id="check-reason"
            label={words.differs}
            value={reason}
            onChange={setReason}
            maxLength={200}
          />
        )}
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
