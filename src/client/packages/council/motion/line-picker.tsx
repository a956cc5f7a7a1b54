import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { Chip } from '../../../components/chip'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { rolls as words } from '../../../texts/rolls'
import { useAsk } from '../../../use-ask'

type Line = OutputOf<'rolls.units'>['items'][number]

interface LinePickerProps {
  motionId: string
  chosenId: string | undefined
  onChoose: (unitId: string) => void
  /** Lines that are offered at all. */
  isOffered?: (line: Line) => boolean
}

/** A line of the body's list, found by how it is called there: a list has no map. */
export function LinePicker({ motionId, chosenId, onChoose, isOffered = () => true }: LinePickerProps) {
  const [text, setText] = useState('')
  const asked = useAsk('rolls.units', { motionId, text: text.trim() })
  return (
    <View className="ld-stack">
      <TextInput id="find-line" label={words.find} value={text} maxLength={40} onChange={setText} />
      <Answered ask={asked} rows={2}>
        {({ items, more }) => (
          <View className="ld-tight">
            <Lines lines={items.filter(isOffered)} chosenId={chosenId} onChoose={onChoose} />
            {more && <View className="ld-sm ld-help">{words.more}</View>}
          </View>
        )}
      </Answered>
    </View>
  )
}

function Lines({
  lines,
  chosenId,
  onChoose,
}: { lines: Line[] } & Pick<LinePickerProps, 'chosenId' | 'onChoose'>) {
  if (lines.length === 0) return <View className="ld-body ld-help">{words.notFound}</View>
  return (
    <View className="ld-row ld-wrap" {...readable('group', words.found)}>
      {lines.map(({ unitId, label }) => (
        <Chip key={unitId} words={label} chosen={unitId === chosenId} onPress={() => onChoose(unitId)} />
      ))}
    </View>
  )
}
