import { View } from '@tarojs/components'
import { useState } from 'react'
import { LISTED_KINDS, type ListedKind } from '#core/council/body'
import { levelOf } from '#core/grids/grid'
import { Field } from '../../../components/field'
import type { FoundPerson } from '../../../components/find-person'
import { GridChoice } from '../../../components/grid-choice'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { bodyKind, bodies as words } from '../../../texts/bodies'
import { useCommand } from '../../../use-command'
import { PersonField } from '../person-field'

const KINDS = LISTED_KINDS.map((value) => ({ value, words: bodyKind(value) }))
/** A body belongs to a grid or one of its pieces. */
const DEEPEST = 3

interface FoundSheetProps {
  /** The grid of the founder's office. */
  top: string
  onClose: () => void
  onFounded: (id: string) => void
}

/** 成立: what it is called, whose votes it counts, where, who leads it and who keeps its papers. */
export function FoundSheet({ top, onClose, onFounded }: FoundSheetProps) {
  const [name, setName] = useState('')
  const [kind, setKind] = useState<ListedKind>('household')
  const [grid, setGrid] = useState(top)
  const [chair, setChair] = useState<FoundPerson>()
  const [secretary, setSecretary] = useState<FoundPerson>()
  const [isMissing, setMissing] = useState(false)
  const { send, sending, failure, clear } = useCommand('bodies.found')
  const isNamed = name.trim().length >= 4
  const press = async () => {
    setMissing(!isNamed || !chair)
    if (!isNamed || !chair) return
    const answer = await send({
      name: name.trim(),
      gridPath: grid,
      kind,
      chairId: chair.personId,
      secretaryId: secretary?.personId ?? null,
    })
    if (answer.ok) onFounded(answer.data.id)
  }
  return (
    <Sheet
      id="found-body"
      title={words.found}
      open
      onClose={onClose}
      act={{ words: words.found, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="body-name"
          label={words.name}
          hint={words.nameHint}
          value={name}
          maxLength={40}
          error={isMissing && !isNamed ? words.missing.name : undefined}
          onChange={setName}
        />
        <Field id="body-kind" label={words.kind}>
          <Segmented label={words.kind} choices={KINDS} value={kind} onChoose={setKind} />
        </Field>
        {levelOf(top) < DEEPEST && (
          <Field id="body-grid" label={words.grid}>
            <GridChoice top={top} deepest={DEEPEST} chosen={grid} onChoose={setGrid} />
          </Field>
        )}
        <PersonField
          id="body-chair"
          label={words.chair}
          help={words.chairHelp}
          why={words.chairWhy}
          person={chair}
          error={isMissing && !chair ? words.missing.chair : undefined}
          onFind={setChair}
        />
        {/* One after the other: two fields for a number at once, and nobody knows whose it is. */}
        {chair && (
          <PersonField
            id="body-secretary"
            label={words.secretary}
            help={words.secretaryHelp}
            why={words.secretaryWhy}
            person={secretary}
            onFind={setSecretary}
          />
        )}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
