import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import {
  CHECKLISTS,
  type CheckItem,
  type Finding,
  INSPECTION_KINDS,
  type InspectionKind,
} from '#core/buildings/inspection'
import { AppButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Choices } from '../../../components/staff-actions/choices'
import { useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { TextArea } from '../../../components/text-area'
import { go } from '../../../platform/navigate'
import { foundWords, house, itemWords, kindWords, inspect as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'

const KINDS = INSPECTION_KINDS.map((value) => ({ value, words: kindWords[value] }))
const FOUND = (['fine', 'bad', 'none'] as const).map((value) => ({ value, words: foundWords[value] }))

type Looked = Partial<Record<CheckItem, Finding['found']>>

/** One round: every item is looked at, nothing is ticked beforehand. */
export default function InspectPage() {
  const { id = '' } = useRouter().params
  const [kind, setKind] = useState<InspectionKind>('patrol')
  const [looked, setLooked] = useState<Looked>({})
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [hazards, setHazards] = useState<number>()
  const pictures = useResultPhotos()
  const { send, sending, failure } = useCommand('inspections.record')
  const left = CHECKLISTS[kind].find((item) => looked[item] === undefined)

  const record = async () => {
    setTried(true)
    const photoIds = left ? undefined : await pictures.settle()
    if (!photoIds) return
    const items = CHECKLISTS[kind].map((item) => ({ item, found: looked[item] ?? ('fine' as const) }))
    const answer = await send({ buildingId: id, kind, items, note, photoIds })
    if (answer.ok) setHazards(answer.data.hazards)
  }
  if (hazards !== undefined)
    return (
      <Page title={words.title}>
        <View className="ld-stack">
          <Notice icon="check" title={words.done(hazards)} />
          <AppButton wide kind="soft" onPress={() => go('house', { id })}>
            {words.back}
          </AppButton>
        </View>
      </Page>
    )
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        <Segmented label={words.kind} choices={KINDS} value={kind} onChoose={setKind} />
        {CHECKLISTS[kind].map((item) => (
          <Choices
            key={item}
            id={`item-${item}`}
            label={words.found(itemWords[item])}
            error={tried && looked[item] === undefined ? words.missing(itemWords[item]) : undefined}
            options={FOUND}
            isChosen={(value) => looked[item] === value}
            onChoose={(found) => setLooked((before) => ({ ...before, [item]: found }))}
          />
        ))}
        <TextArea
          id="inspect-note"
          label={words.note}
          hint={words.noteHint}
          value={note}
          onChange={setNote}
          maxLength={300}
          optional
        />
        <PhotosField id="inspect-photos" label={house.photos} pictures={pictures} />
        {failure && <Refused failure={failure} />}
        <AppButton size="large" wide busy={sending} onPress={record}>
          {words.send}
        </AppButton>
      </View>
    </Page>
  )
}
