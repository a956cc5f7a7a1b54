import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HazardKind } from '#core/buildings/hazard'
import { CHECK_ITEMS } from '#core/buildings/inspection'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { Choices } from '../../../components/staff-actions/choices'
import { useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { TextArea } from '../../../components/text-area'
import { hazardKindWords, house, hazard as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'

const KINDS = ([...CHECK_ITEMS, 'slope', 'other'] as const).map((value) => ({
  value,
  words: hazardKindWords[value],
}))

interface ReportSheetProps {
  buildingId: string
  open: boolean
  onClose: () => void
  /** It has arrived. */
  onTold: () => void
}

/** Anybody tells of a danger; grading it is for others. */
export function ReportSheet({ buildingId, open, onClose, onTold }: ReportSheetProps) {
  const [kind, setKind] = useState<HazardKind>('other')
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const pictures = useResultPhotos()
  const { send, sending, failure } = useCommand('hazards.report')
  const missing = said.trim().length < 2
  const report = async () => {
    setTried(true)
    const photoIds = missing ? undefined : await pictures.settle()
    if (!photoIds) return
    const answer = await send({ buildingId, kind, words: said, photoIds })
    if (!answer.ok) return
    onTold()
    onClose()
  }
  return (
    <Sheet
      id="report-hazard"
      title={words.report.title}
      open={open}
      onClose={onClose}
      act={{ words: words.report.send, onPress: report, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.report.danger}</View>
        <TextArea
          id="hazard-words"
          label={words.report.words}
          placeholder={words.report.placeholder}
          value={said}
          error={tried && missing ? words.missing : undefined}
          onChange={setSaid}
          maxLength={200}
        />
        <Choices
          id="hazard-kind"
          label={words.report.kind}
          options={KINDS}
          isChosen={(value) => value === kind}
          onChoose={setKind}
        />
        <PhotosField id="hazard-photos" label={house.photos} pictures={pictures} />
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
