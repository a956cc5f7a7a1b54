import { View } from '@tarojs/components'
import { useState } from 'react'
import { levelOf } from '#core/grids/grid'
import { reachOf } from '#core/people/policy'
import { Field } from '../../../components/field'
import { GridChoice } from '../../../components/grid-choice'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { WordsField } from '../../../components/staff-actions/words-field'
import type { Me } from '../../../stores/session'
import { importing as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'

export interface MadeFile {
  name: string
  base64: string
}

const FORMATS = (['xlsx', 'csv'] as const).map((value) => ({ value, words: words.formats[value] }))

interface ResidentsSheetProps {
  office: Me['offices'][number]
  onFile: (file: MadeFile) => void
  onClose: () => void
}

/** 住户名单: of which grid, what for, and who will read that he took it. */
export function ResidentsSheet({ office, onFile, onClose }: ResidentsSheetProps) {
  const [gridPath, setGridPath] = useState(office.gridPath)
  const [purpose, setPurpose] = useState('')
  const [as, setAs] = useState<'xlsx' | 'csv'>('xlsx')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure } = useCommand('register.exportResidents')
  const press = async () => {
    const wrong = purpose.trim().length < 4 ? words.purposeMissing : undefined
    setProblem(wrong)
    if (wrong) return
    const answer = await send({ gridPath, purpose: purpose.trim(), as })
    if (answer.ok) onFile(answer.data)
  }
  return (
    <Sheet
      id="residents-file"
      title={words.residentsTitle}
      open
      onClose={onClose}
      act={{ words: words.give, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <Notice icon="shield" title={words.residentsCare} />
        {reachOf('resident.export_phones', office.role) === undefined && (
          <View className="ld-body">{words.residentsMasked}</View>
        )}
        {levelOf(office.gridPath) < 2 && (
          <Field id="residents-grid" label={words.whichGrid}>
            <GridChoice top={office.gridPath} deepest={2} chosen={gridPath} onChoose={setGridPath} />
          </Field>
        )}
        <WordsField
          id="residents-purpose"
          label={words.purpose}
          hint={words.purposeHint}
          value={purpose}
          error={problem}
          maxLength={60}
          onChange={setPurpose}
        />
        <Segmented label={words.asWhat} choices={FORMATS} value={as} onChoose={setAs} />
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
